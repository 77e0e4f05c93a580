# Case: the method of a request only decides which constant is run
import subprocess

from django.http import HttpRequest, HttpResponse


def rebuild(request: HttpRequest) -> HttpResponse:
    command = "make index"
    if request.method == "DELETE":
        command = "make clean index"
    subprocess.run(command, shell=True, check=True)  # safe: command-injection
    return HttpResponse("done")
