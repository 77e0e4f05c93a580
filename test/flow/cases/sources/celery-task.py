# Case: the argument of a task of Celery reaches a shell
import os

from celery import Celery

app = Celery("media", broker="redis://localhost")


@app.task
def thumbnail(name):  # step 1
    os.system("convert -thumbnail 64 " + name)  # sink: command-from-message
    return True
