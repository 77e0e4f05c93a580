import contextlib
import socket
import socket as net
from socket import create_connection


def send(host, data):
    # ruleid: socket-not-closed-on-error
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.connect((host, 80))
    s.sendall(data)
    s.close()


class Peer:
    def ping(self):
        # ruleid: socket-not-closed-on-error
        connection = create_connection(self.address, timeout=5)
        connection.sendall(b"ping")
        answer = connection.recv(4)
        connection.close()
        return answer

    def free_port(self):
        def find():
            # ruleid: socket-not-closed-on-error
            s = net.socket()
            s.bind(("127.0.0.1", 0))
            port = s.getsockname()[1]
            s.close()
            return port

        return find()


def each(hosts):
    for host in hosts:
        # ruleid: socket-not-closed-on-error
        s = socket.create_connection((host, 22))
        print(s.recv(64))
        s.close()


def with_statement(host):
    # ok: socket-not-closed-on-error
    with socket.create_connection((host, 22)) as s:
        return s.recv(64)


def in_finally(host):
    # ok: socket-not-closed-on-error
    s = socket.socket()
    try:
        s.connect((host, 22))
        return s.recv(64)
    finally:
        s.close()


def by_closing(host):
    # ok: socket-not-closed-on-error
    s = socket.socket()
    with contextlib.closing(s):
        s.connect((host, 22))


def handed_over(host):
    # ok: socket-not-closed-on-error
    s = socket.socket()
    s.connect((host, 22))
    return s


def closed_in_handler(host):
    # ok: socket-not-closed-on-error
    s = socket.socket()
    try:
        s.connect((host, 22))
    except OSError:
        s.close()
        raise
    return s
