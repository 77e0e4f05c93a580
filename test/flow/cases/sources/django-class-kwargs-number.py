# Case: what the URL captured is made a number
import os

from django.http import HttpResponse
from django.views import View


class Download(View):
    def get(self, request, *args, **kwargs):
        number = int(self.kwargs["number"])
        with open(os.path.join("/srv/media", "%06d" % number), "rb") as stream:  # safe: path-traversal
            size = len(stream.read())
        return HttpResponse("%d bytes" % size)
