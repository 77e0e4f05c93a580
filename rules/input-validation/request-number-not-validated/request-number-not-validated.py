import flask
from flask import request
from flask import request as req


def page(items):
    # ruleid: request-number-not-validated
    number = int(request.args.get("page", 1))
    return items[number]


class View:
    def rows(self, query):
        # ruleid: request-number-not-validated
        return query.limit(min(int(flask.request.form.get("rows", "20")), 100))

    def make(self):
        def inner():
            # ruleid: request-number-not-validated
            return self.items[int(req.values.get("id"))]

        return inner()


def port():
    # ruleid: request-number-not-validated
    return {"port": int(request.form.get("port", default="80"))}


def converted():
    # ok: request-number-not-validated
    return request.args.get("page", 1, type=int)


def handled():
    try:
        # ok: request-number-not-validated
        return int(request.args.get("page", 1))
    except ValueError:
        return flask.abort(400)


def both_handled():
    try:
        # ok: request-number-not-validated
        return int(request.args.get("page"))
    except (TypeError, ValueError):
        return flask.abort(400)


def of_the_configuration(app):
    # ok: request-number-not-validated
    return int(app.config.get("PORT", 80))
