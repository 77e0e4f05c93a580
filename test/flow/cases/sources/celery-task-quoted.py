# Case: the argument of a task of Celery is quoted for the shell
import os
import shlex

from celery import Celery

app = Celery("media", broker="redis://localhost")


@app.task
def thumbnail(name):
    os.system("convert -thumbnail 64 " + shlex.quote(name))  # safe: command-from-message
    return True
