# Case: the path that a client asked for is looked up in a table
import os
from http.server import BaseHTTPRequestHandler

PAGES = {"/": "index.html", "/about": "about.html"}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        page = PAGES.get(self.path, "missing.html")
        with open(os.path.join("/srv/www", page), "rb") as stream:  # safe: path-traversal
            body = stream.read()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
