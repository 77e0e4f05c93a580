# Case: text is taken for safe only if it was before it was changed
from django.http import HttpResponse
from django.utils.safestring import SafeData, mark_safe


def shown(value):
    is_safe = isinstance(value, SafeData)
    text = value.replace("%", "%%")
    text = mark_safe(text) if is_safe else text  # safe: cross-site-scripting
    return text


def show(request):
    shown(request.GET["text"])
    return HttpResponse("done", content_type="text/plain")
