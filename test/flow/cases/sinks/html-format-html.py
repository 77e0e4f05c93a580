# Case: format_html of Django escapes its arguments
from django.http import HttpResponse
from django.utils.html import format_html
from django.views.decorators.http import require_GET


@require_GET
def banner(request):
    text = request.GET.get("text", "")
    html = format_html("<b>{}</b>", text)  # safe: cross-site-scripting
    return HttpResponse(html)  # safe: cross-site-scripting
