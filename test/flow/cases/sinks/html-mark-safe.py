# Case: mark_safe of Django
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET


@require_GET
def banner(request):
    text = request.GET.get("text", "")  # step 1
    html = mark_safe("<b>%s</b>" % text)  # sink: cross-site-scripting
    return render(request, "banner.html", {"html": html})
