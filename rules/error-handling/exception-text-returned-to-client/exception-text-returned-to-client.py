import traceback

import fastapi
import flask
from flask import Flask, abort, jsonify

app = Flask(__name__)
api = fastapi.APIRouter()


@app.route("/orders")
def orders():
    try:
        return jsonify(load())
    except Exception as error:
        # ruleid: exception-text-returned-to-client
        return jsonify({"error": str(error)}), 500


@app.post("/upload")
def upload():
    try:
        store(flask.request.files)
    except Exception as e:
        app.logger.exception("upload")
        # ruleid: exception-text-returned-to-client
        return f"upload failed: {e}", 500
    return "ok"


@api.get("/items/{key}")
def item(key):
    try:
        return load(key)
    except Exception as error:
        # ruleid: exception-text-returned-to-client
        raise fastapi.HTTPException(status_code=500, detail=str(error))


def make(blueprint):
    @blueprint.route("/status")
    def status():
        try:
            return load()
        except ValueError:
            # ruleid: exception-text-returned-to-client
            return "<pre>" + traceback.format_exc() + "</pre>"

    return status


@app.route("/form", methods=["POST"])
def form():
    try:
        store(flask.request.form)
    except Exception as error:
        # ruleid: exception-text-returned-to-client
        abort(400, str(error))
    return "ok"


@app.route("/fixed-text")
def fixed_text():
    try:
        return jsonify(load())
    except Exception as error:
        app.logger.exception("orders: %s", str(error))
        # ok: exception-text-returned-to-client
        return jsonify({"error": "internal error"}), 500


class InvalidOrder(ValueError):
    pass


@app.route("/own-exception")
def own_exception():
    try:
        return load()
    except InvalidOrder as error:
        # ok: exception-text-returned-to-client
        return str(error), 400


def not_a_view():
    try:
        return load()
    except Exception as error:
        # ok: exception-text-returned-to-client
        return str(error)


@app.route("/logged")
def logged():
    try:
        return load()
    except Exception:
        # ok: exception-text-returned-to-client
        app.logger.error(traceback.format_exc())
        return "internal error", 500


def load(*args):
    return args


def store(files):
    return files
