import httpx
import requests
import requests as web
from requests import head as ask, post


def status(host):
    # ruleid: request-without-timeout
    return requests.get(f"https://{host}/status").json()


def size(url):
    # ruleid: request-without-timeout
    return int(ask(url, allow_redirects=True).headers["Content-Length"])


class Rpc:
    def call(self, data):
        # ruleid: request-without-timeout
        result = requests.post(url=self.url,
                               json=data,
                               auth=self.auth)

        def again():
            # ruleid: request-without-timeout
            return web.request("PUT", self.url, data=data), post(self.url, data, timeout=3)

        return result, again


def download(url, path):
    # ruleid: request-without-timeout
    with requests.get(url, stream=True) as answer, open(path, "wb") as f:
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
