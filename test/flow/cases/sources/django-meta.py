# Case: a header in META is shown without escaping
from django.http import HttpResponse
from django.views.decorators.http import require_GET


@require_GET
def whoami(request):
    agent = request.META.get("HTTP_USER_AGENT", "unknown")  # step 1
    page = "<html><body>You use " + agent + "</body></html>"
    return HttpResponse(page)  # sink: cross-site-scripting
