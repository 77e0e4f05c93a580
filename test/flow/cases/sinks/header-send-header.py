# Case: http.server writes a header as it is
from http.server import BaseHTTPRequestHandler
from urllib.parse import unquote


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        name = unquote(self.path)  # step 1
        self.send_response(200)
        self.send_header("X-Requested", name)  # sink: header-injection
        self.end_headers()
