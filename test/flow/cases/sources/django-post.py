# Case: request.POST of Django reaches a shell
import subprocess

from django.http import HttpRequest, HttpResponse


def convert(request: HttpRequest) -> HttpResponse:
    source = request.POST["source"]  # step 1
    subprocess.run(f"convert {source} /tmp/out.png", shell=True, check=True)  # sink: command-injection
    return HttpResponse("done")
