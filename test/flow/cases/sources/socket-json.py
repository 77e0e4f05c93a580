# Case: what a peer sends is read as JSON
import json
import socket


def serve():
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.bind(("127.0.0.1", 9000))
    server.listen()
    connection, address = server.accept()
    data = connection.recv(4096)
    task = json.loads(data)  # safe: deserialisation-of-received-data
    return len(task)


serve()
