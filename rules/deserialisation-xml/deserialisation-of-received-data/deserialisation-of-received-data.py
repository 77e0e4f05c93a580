import asyncio
import json
import pickle
import socket
import socketserver

import yaml
from celery import Celery
from kafka import KafkaConsumer

app = Celery("jobs")


def serve():
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.bind(("127.0.0.1", 9000))
    server.listen()
    connection, address = server.accept()
    data = connection.recv(4096)
    # ruleid: deserialisation-of-received-data
    task = pickle.loads(data)
    # ok: deserialisation-of-received-data
    other = json.loads(data)
    return task, other


def read(data):
    # ruleid: deserialisation-of-received-data
    return pickle.loads(data)


def consume():
    for message in KafkaConsumer("tasks"):
        read(message.value).run()


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        # ruleid: deserialisation-of-received-data
        task = pickle.load(self.rfile)
        task.run()


async def answer(reader: asyncio.StreamReader, writer):
    # ruleid: deserialisation-of-received-data
    task = yaml.unsafe_load(await reader.read(1000))
    writer.write(b"%d" % len(task))


@app.task
def resume(state):
    # ruleid: deserialisation-of-received-data
    return pickle.loads(state)


def from_disk():
    with open("/var/lib/app/state", "rb") as stream:
        # ok: deserialisation-of-received-data
        return pickle.load(stream)


@app.task
def count(state):
    # ok: deserialisation-of-received-data
    return len(yaml.safe_load(state))
