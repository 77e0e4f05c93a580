# Case: what the URL configuration captures comes in as a parameter of the view
# file: site/urls.py
from django.urls import path

from site import views

urlpatterns = [
    path("members/<name>/", views.member),
]
# file: site/views.py
from django.db import connection
from django.http import JsonResponse


def member(request, name):  # step 1
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM members WHERE name = '{name}'")  # sink: sql-injection
        return JsonResponse({"found": cursor.fetchone() is not None})
