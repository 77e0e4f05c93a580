# Case: Django's own check of where a redirect goes
from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET


@require_GET
def leave(request):
    target = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={"shop.example.org"}):
        target = "/"
    return HttpResponseRedirect(target)  # safe: open-redirect
