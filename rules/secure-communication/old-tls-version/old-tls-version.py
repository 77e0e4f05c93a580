import ssl
import ssl as tls
from ssl import PROTOCOL_TLSv1_1

from OpenSSL import SSL


def context():
    # ruleid: old-tls-version
    return ssl.SSLContext(ssl.PROTOCOL_TLSv1)


def wrapped(sock):
    # ruleid: old-tls-version
    return tls.wrap_socket(sock, ssl_version=tls.PROTOCOL_SSLv3)


class Server:
    def start(self):
        # ruleid: old-tls-version
        self.context = SSL.Context(SSL.TLSv1_METHOD)

        def second():
            # ruleid: old-tls-version
            return ssl.SSLContext(PROTOCOL_TLSv1_1)

        return second


def client():
    # ok: old-tls-version
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def minimum(c):
    # ok: old-tls-version
    c.minimum_version = ssl.TLSVersion.TLSv1_2


VERSIONS = {
    # ok: old-tls-version
    "tlsv1": ssl.PROTOCOL_TLSv1,
    # ok: old-tls-version
    "sslv23": ssl.PROTOCOL_SSLv23,
}


def twisted(method):
    # ok: old-tls-version
    return SSL.Context(SSL.TLS_METHOD), method.PROTOCOL_TLSv1
