# Case: a command on another machine
import paramiko
from flask import Flask, request

app = Flask(__name__)


@app.post("/reload")
def reload():
    unit = request.form["unit"]  # step 1
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    client.connect("web1")
    client.exec_command("systemctl reload " + unit)  # sink: command-injection
    return {"ok": True}
