# Case: the session of Django gets what the client says
from django.http import HttpResponse
from django.views.decorators.http import require_POST


@require_POST
def choose(request):
    account = request.POST["account"]  # step 1
    request.session["account"] = account  # sink: trust-boundary-violation
    return HttpResponse("ok")
