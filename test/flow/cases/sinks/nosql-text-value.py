# Case: the value of a query is made a text first, so it can't be an operator
from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
client = MongoClient("localhost")


@app.post("/search")
def search():
    name = str(request.get_json()["name"])
    count = len(list(client.app.users.find({"name": name})))  # safe: nosql-injection
    return {"count": count}
