# Case: JavaScript that MongoDB runs is built
from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
users = MongoClient()["app"]["users"]


@app.get("/user")
def user():
    name = request.args["name"]  # step 1
    found = users.find_one({"$where": "this.name == '" + name + "'"})  # sink: nosql-injection
    return {"found": found is not None}
