# Case: a task opens the file below the base name that its message gives
import os

from celery import shared_task


@shared_task
def measure(name):
    path = os.path.join("/srv/files", os.path.basename(name))
    with open(path, "rb") as stream:  # safe: path-from-message
        return len(stream.read())
