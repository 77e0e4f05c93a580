# Case: the client chooses between two constant addresses
from django.contrib.auth import logout
from django.http import HttpResponseRedirect


def leave(request):
    logout(request)
    target = "/"
    if request.GET.get("next") == "shop":
        target = "/shop/"
    return HttpResponseRedirect(target)  # safe: open-redirect
