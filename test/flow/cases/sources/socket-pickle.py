# Case: what a peer sends is unpickled
import pickle
import socket


def serve():
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.bind(("127.0.0.1", 9000))
    server.listen()
    connection, address = server.accept()
    data = connection.recv(4096)  # step 1
    task = pickle.loads(data)  # sink: deserialisation-of-received-data
    return task


serve()
