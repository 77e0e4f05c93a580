# Case: objects.raw of a model of Django with parameters
from django.db import models
from django.http import JsonResponse


class Person(models.Model):
    name = models.CharField(max_length=80)


def find(request):
    name = request.GET["name"]
    people = Person.objects.raw("SELECT * FROM person WHERE name = %s", [name])  # safe: sql-injection
    return JsonResponse({"count": len(list(people))})
