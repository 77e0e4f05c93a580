import socket
import socketserver
from http.server import HTTPServer as Server

import uvicorn
from flask import Flask

app = Flask(__name__)


def listen(port):
    s = socket.socket()
    # ruleid: bind-all-interfaces
    s.bind(("127.0.0.1", port))
    s.listen()
    return s


def start():
    # ruleid: bind-all-interfaces
    app.run(host="127.0.0.1", port=5000)


class Service:
    def serve(self, handler):
        # ruleid: bind-all-interfaces
        server = Server(("127.0.0.1", 8080), handler)

        def status():
            # ruleid: bind-all-interfaces
            return socketserver.TCPServer(("127.0.0.1", 8081), handler)

        # ruleid: bind-all-interfaces
        uvicorn.run(self.app, port=8082, host="127.0.0.1")
        return server, status


def local(port):
    s = socket.socket()
    # ok: bind-all-interfaces
    s.bind(("127.0.0.1", port))


def chosen(options):
    # ok: bind-all-interfaces
    app.run(host=options.host)


def any_free_port():
    s = socket.socket()
    # ok: bind-all-interfaces
    s.bind(("", 0))
    return s.getsockname()[1]


def route(table):
    # ok: bind-all-interfaces
    return table.get("0.0.0.0"), "0.0.0.0"
