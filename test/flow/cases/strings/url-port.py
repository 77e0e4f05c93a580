# Case: the port of a parsed address is a number
import os
from urllib.parse import urlparse

from flask import Flask, request

app = Flask(__name__)


@app.post("/open")
def open_port():
    parts = urlparse(request.form["address"])
    port = int(parts.port or 80)
    os.system("iptables -A INPUT -p tcp --dport %d -j ACCEPT" % port)  # safe: command-injection
    return {"ok": True}
