# Case: two options of a section, the client's is read
import configparser
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    store = configparser.ConfigParser()
    store.add_section("jobs")
    store.set("jobs", "first", "nightly")
    store.set("jobs", "second", request.form["job"])  # step 1
    name = store.get("jobs", "second")
    os.system("run-job " + name)  # sink: command-injection
    return {"ok": True}
