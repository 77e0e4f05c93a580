# Case: HttpResponseRedirect of Django
from django.contrib.auth import logout
from django.http import HttpResponseRedirect
from django.views.decorators.http import require_GET


@require_GET
def leave(request):
    logout(request)
    target = request.GET.get("next", "/")  # step 1
    return HttpResponseRedirect(target)  # sink: open-redirect
