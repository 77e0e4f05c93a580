import asyncio
import os

import flask
from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    return "shop"


def start():
    # ruleid: flask-debug-on
    app.run(host="127.0.0.1", debug=False)


class Shop:
    def start(self):
        self.app = flask.Flask("shop")
        # ruleid: flask-debug-on
        self.app.run("127.0.0.1", 5000, debug=False)

        def second():
            application = Flask("second")
            # ruleid: flask-debug-on
            application.run(debug=False, port=5001)

        return second


def off():
    # ok: flask-debug-on
    app.run(debug=False)


def chosen():
    # ok: flask-debug-on
    app.run(debug=os.environ.get("SHOP_DEBUG") == "1")


def loop(main):
    # ok: flask-debug-on
    asyncio.run(main(), debug=True)


def default():
    # ok: flask-debug-on
    app.run()


if __name__ == "__main__":
    # ruleid: flask-debug-on
    app.run(debug=False)
