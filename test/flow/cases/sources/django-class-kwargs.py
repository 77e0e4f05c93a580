# Case: a view class reads what the URL captured from self.kwargs
import os

from django.http import HttpResponse
from django.views import View


class Download(View):
    def get(self, request, *args, **kwargs):
        name = self.kwargs["name"]  # step 1
        with open(os.path.join("/srv/media", name), "rb") as stream:  # sink: path-traversal
            size = len(stream.read())
        return HttpResponse("%d bytes" % size)
