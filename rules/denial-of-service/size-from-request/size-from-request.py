import flask
from flask import request
from flask import request as req


def orders(query):
    # ruleid: size-from-request
    return query.limit(int(request.args.get("limit", 20))).all()


class View:
    def page(self, query):
        # ruleid: size-from-request
        return query.paginate(page=1, per_page=flask.request.args.get("n", 20, type=int))

    def rows(self):
        def make():
            # ruleid: size-from-request
            return self.query.limit(int(req.form["rows"])).all()

        return make()


def bounded(query):
    # ok: size-from-request
    return query.limit(min(int(request.args.get("limit", 20)), 100)).all()


def fixed(query):
    # ok: size-from-request
    return query.limit(100).all()


def only_the_page(query):
    # ok: size-from-request
    return query.paginate(page=request.args.get("page", 1, type=int), per_page=20)


def compared():
    # ok: size-from-request
    return int(request.args["size"]) in range(10)
