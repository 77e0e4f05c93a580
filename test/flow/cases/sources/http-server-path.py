# Case: the path that a client asked http.server for
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        with open("/srv/www" + self.path, "rb") as stream:  # step 1 # sink: path-traversal
            body = stream.read()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()


if __name__ == "__main__":
    HTTPServer(("127.0.0.1", 8000), Handler).serve_forever()
