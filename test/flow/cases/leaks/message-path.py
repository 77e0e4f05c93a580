# Case: a task opens the file that its message names
import os

from celery import shared_task


@shared_task
def measure(name):  # step 1
    path = os.path.join("/srv/files", name)
    with open(path, "rb") as stream:  # sink: path-from-message
        return len(stream.read())
