# Case: an object is not tainted by what it leads to, however deep that lies
import subprocess

from flask import Flask, request

app = Flask(__name__)


class Probe:
    def __init__(self):
        self.address = ""
        self.program = "ping"


class Monitor:
    def __init__(self):
        self.probe = Probe()
        self.program = "monitor"


class Site:
    def __init__(self):
        self.monitor = Monitor()
        self.program = "site"


class Company:
    def __init__(self):
        self.site = Site()
        self.program = "company"


@app.route("/address")
def set_address():
    company = Company()
    company.site.monitor.probe.address = request.args["address"]  # step 1
    subprocess.run(company.program, shell=True)  # safe: command-injection
    subprocess.run(company.site.program, shell=True)  # safe: command-injection
    subprocess.run(company.site.monitor.program, shell=True)  # safe: command-injection
    subprocess.run(company.site.monitor.probe.program, shell=True)  # safe: command-injection
    subprocess.run(company.site.monitor.probe.address, shell=True)  # sink: command-injection
