# Case: the text that is split is constant, the client's number is an index of it
import os

from flask import Flask, request

app = Flask(__name__)
DOMAINS = "example.org,example.com,example.net"


@app.post("/mail")
def mail():
    index = int(request.form["index"])
    domain = DOMAINS.split(",")[index]
    os.system("dig MX " + domain)  # safe: command-injection
    return {"index": index}
