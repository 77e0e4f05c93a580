import httpx
import requests
import requests as web
from requests import head as ask, post


def status(host):
    # ruleid: request-without-timeout
    return requests.get(f"https://{host}/status", timeout=30).json()


def size(url):
    # ruleid: request-without-timeout
    return int(ask(url, allow_redirects=True, timeout=30).headers["Content-Length"])


class Rpc:
    def call(self, data):
        # ruleid: request-without-timeout
        result = requests.post(url=self.url, json=data, auth=self.auth, timeout=30)

        def again():
            # ruleid: request-without-timeout
            return web.request("PUT", self.url, data=data, timeout=30), post(self.url, data, timeout=3)

        return result, again


def download(url, path):
    # ruleid: request-without-timeout
    with requests.get(url, stream=True, timeout=30) as answer, open(path, "wb") as f:
        for part in answer.iter_content(65536):
            f.write(part)


def limited(url):
    # ok: request-without-timeout
    return requests.get(url, timeout=10)


def both(url):
    # ok: request-without-timeout
    return web.get(url, params={"q": 1}, timeout=(3, 30))


def passed_on(url, **options):
    # ok: request-without-timeout
    return requests.get(url, **options)


def has_a_default(url):
    # ok: request-without-timeout
    return httpx.get(url)


def other(shop):
    # ok: request-without-timeout
    return shop.requests.get("one")
