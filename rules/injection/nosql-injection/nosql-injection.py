from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
users = MongoClient("localhost")["app"]["users"]


@app.post("/search")
def search():
    query = request.get_json()
    # ruleid: nosql-injection
    return {"count": users.count_documents(query)}


def find(condition):
    # ruleid: nosql-injection
    return users.find_one({"$where": condition})


@app.get("/user")
def user():
    found = find("this.name == '" + request.args["name"] + "'")
    return {"found": found is not None}


@app.post("/remove")
def remove():
    body = request.get_json()
    # ruleid: nosql-injection
    users.delete_many(body["filter"])
    return {"ok": True}


@app.post("/login")
def login():
    body = request.get_json()
    # ok: nosql-injection
    found = users.find_one({"name": str(body["name"])})
    # ok: nosql-injection
    found = found or users.find_one({"age": int(body["age"])})
    return {"found": found is not None}


@app.get("/by-name")
def by_name():
    # ok: nosql-injection
    return {"count": users.count_documents({"name": request.args["name"]})}


def active():
    # ok: nosql-injection
    return users.count_documents({"active": True})
