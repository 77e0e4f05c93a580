import flask
from django.http import HttpResponseRedirect
from django.shortcuts import redirect as go
from flask import redirect, request, url_for


def after_login():
    # ruleid: redirect-from-request
    return redirect(request.args.get("next"))


class View:
    def get(self, request):
        # ruleid: redirect-from-request
        return HttpResponseRedirect(request.GET["next"])

    def post(self, request):
        def answer():
            # ruleid: redirect-from-request
            return go(request.POST.get("next", "/"))

        return answer()


def with_fallback():
    # ruleid: redirect-from-request
    return flask.redirect(flask.request.args.get("next") or url_for("index"), code=303)


def back():
    # ruleid: redirect-from-request
    return redirect(request.referrer)


def named():
    # ok: redirect-from-request
    return redirect(url_for("index", next=request.args.get("next")))


def fixed():
    # ok: redirect-from-request
    return redirect("/index")


def checked(allowed):
    # ok: redirect-from-request
    return redirect(allowed(request.args.get("next")))


def chosen(pages):
    # ok: redirect-from-request
    return redirect(pages[request.args["page"]])
