# Case: string.Template puts the client's text in
import os
from string import Template

from flask import Flask, request

app = Flask(__name__)
COMMAND = Template("systemctl status $unit")


@app.get("/status")
def status():
    unit = request.args["unit"]  # step 1
    os.system(COMMAND.substitute(unit=unit))  # sink: command-injection
    return {"ok": True}
