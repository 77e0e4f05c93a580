# Case: the key of a row that was looked up by a bound name
from django.db import connection
from django.http import JsonResponse


def member(request, pk: int):
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM members WHERE id = %s AND name = %s", [pk, request.GET["name"]])  # safe: sql-injection
        row = cursor.fetchone()
    return JsonResponse({"found": row is not None})
