# Case: the converter of the route lets UUIDs through only
import os

from flask import Flask

app = Flask(__name__)


@app.post("/images/<uuid:key>/rotate")
def rotate(key):
    os.system(f"rotate /srv/images/{key}.png")  # safe: command-injection
    return {"ok": True}


@app.post("/images/<float:ratio>/scale")
def scale(ratio):
    os.system("scale %s" % ratio)  # safe: command-injection
    return {"ok": True}
