# Case: request.GET of Django is a value of the ORM
from django.http import JsonResponse

from shop.models import Article


def search(request):
    term = request.GET.get("q", "")
    count = Article.objects.filter(title__icontains=term).count()  # safe: sql-injection
    if count == 0:
        return JsonResponse({"found": False}, status=404)
    return JsonResponse({"found": True})
