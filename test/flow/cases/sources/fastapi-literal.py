# Case: FastAPI lets two texts through only
import sqlite3
from typing import Literal

from fastapi import FastAPI

app = FastAPI()


@app.get("/items")
def items(order: Literal["asc", "desc"] = "asc"):
    connection = sqlite3.connect("items.db")
    rows = connection.execute(f"SELECT id FROM items ORDER BY price {order}").fetchall()  # safe: sql-injection
    return {"count": len(rows)}
