import sqlite3
import traceback

import fastapi
import flask
from django.http import JsonResponse
from flask import Flask, abort, jsonify

app = Flask(__name__)
api = fastapi.APIRouter()


@app.route("/orders")
def orders():
    try:
        return jsonify(load())
    except Exception as error:
        # ruleid: exception-detail-in-response
        return jsonify({"error": str(error)}), 500


@app.post("/upload")
def upload():
    try:
        store(flask.request.files)
    except Exception as e:
        app.logger.exception("upload")
        # ruleid: exception-detail-in-response
        return f"upload failed: {e}", 500
    return "ok"


@api.get("/items/{key}")
def item(key):
    try:
        return load(key)
    except Exception as error:
        # ruleid: exception-detail-in-response
        raise fastapi.HTTPException(status_code=500, detail=str(error))


@app.route("/status")
def status():
    try:
        return load()
    except ValueError:
        # ruleid: exception-detail-in-response
        return "<pre>" + traceback.format_exc() + "</pre>"


@app.route("/form", methods=["POST"])
def form():
    try:
        store(flask.request.form)
    except Exception as error:
        # ruleid: exception-detail-in-response
        abort(400, str(error))
    return "ok"


def problem(error):
    return {"message": "the database says: %s" % error}


def members(request):
    try:
        return JsonResponse({"rows": sqlite3.connect("app.db").execute("SELECT 1").fetchall()})
    except sqlite3.Error as error:
        # todoruleid: exception-detail-in-response
        return JsonResponse(problem(error), status=500)


@app.route("/fixed-text")
def fixed_text():
    try:
        return jsonify(load())
    except Exception as error:
        app.logger.exception("orders: %s", str(error))
        # ok: exception-detail-in-response
        return jsonify({"error": "internal error"}), 500


class InvalidOrder(ValueError):
    pass


@app.route("/own-exception")
def own_exception():
    try:
        return load()
    except InvalidOrder as error:
        # ok: exception-detail-in-response
        return str(error), 400


def not_a_view():
    try:
        return load()
    except Exception as error:
        # ok: exception-detail-in-response
        return str(error)


@app.route("/logged")
def logged():
    try:
        return load()
    except Exception:
        # ok: exception-detail-in-response
        app.logger.error(traceback.format_exc())
        return "internal error", 500


def load(*args):
    return args


def store(files):
    return files
