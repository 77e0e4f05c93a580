import flask
from flask import request
from flask import request as req


def register(session, User):
    # ruleid: mass-assignment-from-request
    session.add(User(**request.json))


def change(query, key):
    # ruleid: mass-assignment-from-request
    query.filter_by(id=key).update(dict(a=1), **flask.request.form.to_dict())


class View:
    def post(self, request):
        # ruleid: mass-assignment-from-request
        return self.model.objects.create(owner=request.user, **request.data)

    def nested(self):
        def make():
            # ruleid: mass-assignment-from-request
            return self.model(**req.get_json(force=True))

        return make()


def named(session, User):
    # ok: mass-assignment-from-request
    session.add(User(name=request.json["name"]))


def validated(UserSchema):
    # ok: mass-assignment-from-request
    return UserSchema(**request.json)


def link():
    # ok: mass-assignment-from-request
    return flask.url_for("page", **request.args)


def own_values(User, values):
    # ok: mass-assignment-from-request
    return User(**values)
