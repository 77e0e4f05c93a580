import flask
from flask import request
from flask import request as req


def page(items):
    # ruleid: request-number-not-validated
    number = request.args.get("page", 1, type=int)
    return items[number]


class View:
    def rows(self, query):
        # ruleid: request-number-not-validated
        return query.limit(min(flask.request.form.get("rows", "20", type=int), 100))

    def make(self):
        def inner():
            # ruleid: request-number-not-validated
            return self.items[req.values.get("id", type=int)]

        return inner()


def port():
    # ruleid: request-number-not-validated
    return {"port": request.form.get("port", default="80", type=int)}


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
