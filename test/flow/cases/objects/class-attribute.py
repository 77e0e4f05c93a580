# Case: a class attribute that nobody changes
import os

from flask import Flask, request

app = Flask(__name__)


class Restarter:
    program = "systemctl restart "
    unit = "web"

    def run(self, note):
        os.system(self.program + self.unit)  # safe: command-injection
        return len(note)


@app.post("/restart")
def restart():
    return {"length": Restarter().run(request.form["note"])}
