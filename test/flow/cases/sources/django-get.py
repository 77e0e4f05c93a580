# Case: request.GET of Django goes into a raw statement
from django.db import connection
from django.http import JsonResponse


def search(request):
    term = request.GET.get("q", "")  # step 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM articles WHERE title LIKE '%" + term + "%'")  # sink: sql-injection
        rows = cursor.fetchall()
    return JsonResponse({"count": len(rows)})
