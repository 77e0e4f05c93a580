# Case: the body that a client sent to http.server
import pickle
from http.server import BaseHTTPRequestHandler


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(4096)  # step 1
        task = pickle.loads(body)  # sink: deserialisation-of-request-data
        self.server.queue.append(task)
        self.send_response(202)
        self.end_headers()
