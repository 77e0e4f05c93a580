# Case: FastAPI converts the parameter to a number before the function runs
import sqlite3

from fastapi import FastAPI

app = FastAPI()


@app.get("/items/{item_id}")
def item(item_id: int):
    connection = sqlite3.connect("items.db")
    row = connection.execute(f"SELECT color FROM items WHERE id = {item_id}").fetchone()  # safe: sql-injection
    return {"found": row is not None}
