import ssl
import ssl as tls

import redis
import urllib3


def context():
    c = ssl.create_default_context()
    c.check_hostname = False
    # ruleid: tls-certificate-optional
    c.verify_mode = ssl.CERT_REQUIRED
    return c


def pool():
    # ruleid: tls-certificate-optional
    return urllib3.PoolManager(cert_reqs=ssl.CERT_REQUIRED)


class Cache:
    def connect(self):
        # ruleid: tls-certificate-optional
        self.redis = redis.Redis(host=self.host, ssl=True, ssl_cert_reqs=tls.CERT_REQUIRED)

        def raw(sock):
            # ruleid: tls-certificate-optional
            return tls.wrap_socket(sock, cert_reqs=tls.CERT_REQUIRED)

        return raw


def required():
    c = ssl.create_default_context()
    # ok: tls-certificate-optional
    c.verify_mode = ssl.CERT_REQUIRED
    return c


def server(sock, path):
    # ok: tls-certificate-optional
    return ssl.wrap_socket(sock, server_side=True, certfile=path, cert_reqs=ssl.CERT_NONE)


def of_a_server():
    c = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    # ok: tls-certificate-optional
    c.check_hostname = False
    # ok: tls-certificate-optional
    c.verify_mode = ssl.CERT_NONE
    return c


def chosen(options):
    # ok: tls-certificate-optional
    return urllib3.PoolManager(cert_reqs=options.cert_reqs)


def is_off(c):
    # ok: tls-certificate-optional
    return c.verify_mode == ssl.CERT_NONE
