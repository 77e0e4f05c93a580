# Case: a query parameter of FastAPI is a parameter of the function
import sqlite3

from fastapi import FastAPI

app = FastAPI()


@app.get("/items")
def items(color: str = "red"):  # step 1
    connection = sqlite3.connect("items.db")
    rows = connection.execute(f"SELECT id FROM items WHERE color = '{color}'").fetchall()  # sink: sql-injection
    return {"count": len(rows)}
