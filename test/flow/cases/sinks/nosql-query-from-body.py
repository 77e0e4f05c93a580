# Case: the client's JSON is the query
from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
client = MongoClient("localhost")


@app.post("/search")
def search():
    query = request.get_json()  # step 1
    count = len(list(client.app.users.find(query)))  # sink: nosql-injection
    return {"count": count}
