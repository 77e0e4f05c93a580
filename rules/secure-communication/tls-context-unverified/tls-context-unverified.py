import ssl
import ssl as tls
from urllib.request import urlopen

# ruleid: tls-context-unverified
ssl._create_default_https_context = ssl._create_unverified_context


def page(url):
    # ruleid: tls-context-unverified
    return urlopen(url, context=ssl._create_unverified_context(), timeout=5).read()


class Client:
    def __init__(self):
        # ruleid: tls-context-unverified
        self.context = tls._create_unverified_context(cafile=None)

        def later():
            # ruleid: tls-context-unverified
            make = tls._create_unverified_context
            return make()

        self.later = later


def verified(url):
    # ok: tls-context-unverified
    return urlopen(url, context=ssl.create_default_context(), timeout=5)


def own_authority(path):
    # ok: tls-context-unverified
    return tls.create_default_context(cafile=path)


def protocol():
    # ok: tls-context-unverified
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def other(library):
    # ok: tls-context-unverified
    return library._create_unverified_context()
