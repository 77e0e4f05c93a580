# Case: two options of a section, the clean one is read
import configparser
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    store = configparser.ConfigParser()
    store.add_section("jobs")
    store.set("jobs", "first", "nightly")
    store.set("jobs", "second", request.form["job"])
    name = store.get("jobs", "first")
    os.system("run-job " + name)  # safe: command-injection
    return {"ok": True}
