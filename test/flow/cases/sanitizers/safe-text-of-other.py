# Case: that one text was safe says nothing of another
from django.http import HttpResponse
from django.utils.safestring import SafeData, mark_safe


def shown(value, title):
    is_safe = isinstance(title, SafeData)
    text = value.replace("%", "%%")
    text = mark_safe(text) if is_safe else text  # sink: cross-site-scripting
    return text


def show(request):
    shown(request.GET["text"], "title")  # step 1
    return HttpResponse("done", content_type="text/plain")
