# Case: line breaks are percent-encoded before they come into a header
from http.server import BaseHTTPRequestHandler
from urllib.parse import quote, unquote


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        name = unquote(self.path)
        self.send_response(200)
        self.send_header("X-Requested", quote(name))  # safe: header-injection
        self.end_headers()
