import os
import pickle
import shlex
import subprocess

from celery import Celery, shared_task
from kafka import KafkaConsumer

app = Celery("media", broker="redis://localhost")


@app.task
def thumbnail(name):
    # ruleid: command-from-message
    os.system("convert -thumbnail 64 " + name)
    # ok: command-from-message
    os.system("convert -thumbnail 64 " + shlex.quote(name))
    # ok: command-from-message
    subprocess.run(["convert", "-thumbnail", "64", name], check=True)


def run(command):
    # ruleid: command-from-message
    subprocess.check_call(command, shell=True)


@shared_task
def archive(folder, level=1):
    run("tar czf /tmp/a.tgz " + folder)


def consume():
    for message in KafkaConsumer("hosts"):
        # ruleid: command-from-message
        os.popen("ping -c 1 " + message.value.decode())


@app.task
def repeat(count: int):
    # ok: command-from-message
    os.system("ping -c %d localhost" % int(count))


def clean():
    # ok: command-from-message
    os.system("rm -rf /tmp/media")
