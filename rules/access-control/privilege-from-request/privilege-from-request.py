import flask
from flask import request
from flask import request as req


def register(user):
    # ruleid: privilege-from-request
    user.is_admin = request.json["is_admin"]
    user.save()


def page():
    # ruleid: privilege-from-request
    is_admin = flask.request.cookies.get("admin") == "1"
    return show(is_admin)


class View:
    def post(self, request, account):
        # ruleid: privilege-from-request
        account.is_staff = request.POST.get("staff", False)
        account.save()

    def make(self):
        def inner():
            # ruleid: privilege-from-request
            admin = bool(req.args.get("admin"))
            return show(admin)

        return inner()


def from_the_session():
    # ok: privilege-from-request
    is_admin = flask.session["is_admin"]
    return show(is_admin)


def name(user):
    # ok: privilege-from-request
    user.name = request.json["name"]
    # ok: privilege-from-request
    user.admin_email = request.form.get("email")


def from_the_user(user):
    # ok: privilege-from-request
    is_admin = user.is_admin
    return show(is_admin)


def written_only():
    # ok: privilege-from-request
    wanted = request.args.get("is_admin")
    return show(wanted)


def show(value):
    return str(value)
