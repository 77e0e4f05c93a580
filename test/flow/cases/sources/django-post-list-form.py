# Case: request.POST of Django is one argument of a program, without a shell
import subprocess

from django.http import HttpRequest, HttpResponse


def convert(request: HttpRequest) -> HttpResponse:
    width = request.POST["width"]
    subprocess.run(["convert", "in.png", "-resize", width, "out.png"], check=True)  # safe: command-injection
    return HttpResponse("done")
