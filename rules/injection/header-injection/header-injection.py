from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, quote, unquote


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        name = unquote(self.path)
        self.send_response(200)
        # ruleid: header-injection
        self.send_header("X-Requested", name)
        # ok: header-injection
        self.send_header("X-Requested", quote(name))
        # ok: header-injection
        self.send_header("X-Length", str(len(name)))
        self.end_headers()

    def disposition(self, name):
        # ruleid: header-injection
        self.send_header("Content-Disposition", 'attachment; filename="%s"' % name)

    def do_POST(self):
        fields = parse_qs(self.rfile.read(1000).decode())
        self.send_response(200)
        self.disposition(fields["name"][0])
        # ok: header-injection
        self.send_header("X-Number", str(int(fields["number"][0])))
        self.end_headers()


def application(environ, start_response):
    language = parse_qs(environ["QUERY_STRING"])["language"][0]
    # ruleid: header-injection
    start_response("200 OK", [("Content-Language", language)])
    return [b""]


def plain(environ, start_response):
    # ok: header-injection
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b""]
