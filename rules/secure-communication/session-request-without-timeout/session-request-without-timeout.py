import requests
import requests as web
from requests import Session


def status(host):
    s = requests.Session()
    # ruleid: session-request-without-timeout
    return s.get(f"https://{host}/status").json()


def all_pages(url):
    with Session() as session:
        for page in range(10):
            # ruleid: session-request-without-timeout
            yield session.get(url, params={"page": page})


class Array:
    def login(self, user, password):
        self.session = web.session()
        # ruleid: session-request-without-timeout
        self.session.post(self.url, json={"user": user, "password": password})

        def volumes(session):
            own = web.Session()
            # ruleid: session-request-without-timeout
            return own.request("GET", self.url), session.get(self.url)

        return volumes


def limited(url):
    s = requests.Session()
    # ok: session-request-without-timeout
    return s.get(url, timeout=10)


def passed_on(url, **options):
    s = requests.Session()
    # ok: session-request-without-timeout
    return s.get(url, **options)


def with_an_adapter(url, adapter):
    s = requests.Session()
    s.mount("https://", adapter)
    # ok: session-request-without-timeout
    return s.get(url)


def headers(name):
    s = requests.Session()
    # ok: session-request-without-timeout
    return s.headers.get(name)
