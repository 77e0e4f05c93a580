import aiohttp
import httpx
import requests
import requests as web
from requests import post, Session


def status(host):
    # ruleid: tls-verification-off
    return requests.get(f"https://{host}/status", verify=False, timeout=5).json()


def send(host, data):
    return post(
        host,
        json=data,
        timeout=5,
        # ruleid: tls-verification-off
        verify=False,
    )


class Array:
    def login(self):
        self.session = web.Session()
        # ruleid: tls-verification-off
        self.session.verify = False

        def volumes():
            # ruleid: tls-verification-off
            return self.session.get(self.url + "/volumes", verify=False)

        return volumes

    async def lists(self):
        # ruleid: tls-verification-off
        async with httpx.AsyncClient(verify=False) as client:
            return await client.get(self.url)

    def connector(self):
        # ruleid: tls-verification-off
        return aiohttp.TCPConnector(ssl=False, limit=10)


def with_session(url):
    with Session() as s:
        # ruleid: tls-verification-off
        s.verify = False
        return s.get(url, timeout=3)


def verified(host):
    # ok: tls-verification-off
    return requests.get(f"https://{host}/status", timeout=5, verify=True)


def own_authority(host, config):
    # ok: tls-verification-off
    return requests.get(host, verify=config.ca_file, timeout=5)


def image(store, name):
    # ok: tls-verification-off
    return store.download(name, verify=False)


class Job:
    def __init__(self):
        # ok: tls-verification-off
        self.verify = False
