import os
import shutil

from celery import shared_task
from kafka import KafkaConsumer

ROOT = "/srv/media"


@shared_task
def remove(name):
    # ruleid: path-from-message
    os.remove(os.path.join(ROOT, name))
    # ok: path-from-message
    os.remove(os.path.join(ROOT, os.path.basename(name)))


def read(path):
    # ruleid: path-from-message
    with open(path, "rb") as stream:
        return stream.read()


def consume():
    for message in KafkaConsumer("files"):
        read(ROOT + "/" + message.value.decode())


@shared_task
def move(name):
    path = os.path.realpath(os.path.join(ROOT, name))
    if not path.startswith(ROOT + os.sep):
        raise ValueError(name)
    # ok: path-from-message
    shutil.move(path, "/srv/done")


@shared_task
def numbered(key):
    # ok: path-from-message
    with open(os.path.join(ROOT, "%d.png" % int(key)), "rb") as stream:
        return len(stream.read())
