# Case: one of two values, tested for being there and by Django's check in one condition
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme


def next_page(request: HttpRequest):
    target = request.POST.get("next") or request.GET.get("next")
    if not target or not url_has_allowed_host_and_scheme(url=target, allowed_hosts=None):
        return "/"
    return target


def login(request: HttpRequest):
    return redirect(next_page(request))  # safe: open-redirect
