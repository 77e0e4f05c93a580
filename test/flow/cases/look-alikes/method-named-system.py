# Case: an object of the project with a method named system
from flask import Flask, request

app = Flask(__name__)


class Catalogue:
    def __init__(self):
        self.names = []

    def system(self, name):
        self.names.append(name)
        return len(self.names)


@app.post("/system")
def add():
    catalogue = Catalogue()
    return {"count": catalogue.system("solar " + request.form["name"])}  # safe: command-injection
