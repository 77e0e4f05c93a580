import asyncio
import subprocess
import urllib.request

import requests
import requests as http
from requests import post
from subprocess import run as run_command


async def price(symbol):
    # ruleid: blocking-call-in-coroutine
    answer = requests.get("https://prices.example/" + str(symbol), timeout=5)
    return answer.json()


class Hook:
    async def fire(self, event):
        # ruleid: blocking-call-in-coroutine
        post(self.url, json=event, timeout=5)

    async def build(self):
        async with self.lock:
            # ruleid: blocking-call-in-coroutine
            run_command(["make", "all"], check=True)

    def make(self):
        async def handler(request):
            # ruleid: blocking-call-in-coroutine
            with urllib.request.urlopen(self.url) as answer:
                return answer.read()

        return handler


def thread():
    # ok: blocking-call-in-coroutine
    return http.get("https://prices.example", timeout=5)


async def in_a_thread(url):
    # ok: blocking-call-in-coroutine
    answer = await asyncio.to_thread(requests.get, url, timeout=5)
    # ok: blocking-call-in-coroutine
    return await asyncio.to_thread(lambda: requests.get(answer.text, timeout=5))


async def asynchronous(client, url):
    # ok: blocking-call-in-coroutine
    process = await asyncio.create_subprocess_exec("make", "all")
    await process.wait()
    # ok: blocking-call-in-coroutine
    return await client.get(url)


async def function_for_a_thread():
    def work():
        # ok: blocking-call-in-coroutine
        return subprocess.run(["make"], check=True)

    return await asyncio.to_thread(work)
