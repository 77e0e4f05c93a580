from django.http import HttpResponseRedirect
from django.shortcuts import redirect as go
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View
from fastapi import FastAPI
from fastapi.responses import RedirectResponse
from flask import Flask, redirect, request, url_for

app = Flask(__name__)
api = FastAPI()


@app.post("/login")
def login():
    # ruleid: open-redirect
    return redirect(request.args.get("next", "/"))


def target_of(form):
    return form.get("next") or url_for("index")


@app.post("/back")
def back():
    # ruleid: open-redirect
    return redirect(target_of(request.form), code=303)


def leave(request):
    # ruleid: open-redirect
    return HttpResponseRedirect(request.GET.get("next", "/"))


class Next(View):
    def post(self, request):
        def answer():
            # todoruleid: open-redirect
            return go(request.POST.get("next", "/"))

        return answer()


@api.get("/go")
def leave_for(url: str):
    # ruleid: open-redirect
    return RedirectResponse(url)


@app.get("/referrer")
def referrer():
    # ruleid: open-redirect
    return redirect(request.referrer)


@app.get("/")
def index():
    # ok: open-redirect
    return redirect(url_for("index", page=request.args.get("page", "1")))


@app.get("/path")
def path():
    # ok: open-redirect
    return redirect("/items/" + request.args["item"])


def checked(request):
    target = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    # ok: open-redirect
    return HttpResponseRedirect(target)


def chosen(request):
    target = "/shop/" if request.GET.get("next") == "shop" else "/"
    # ok: open-redirect
    return HttpResponseRedirect(target)
