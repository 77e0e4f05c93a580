import asyncio
import threading

cache_lock = threading.Lock()


async def load(key):
    # ruleid: await-under-thread-lock
    with cache_lock:
        return await fetch(key)


class Session:
    def __init__(self):
        self._lock = threading.RLock()
        self.async_lock = asyncio.Lock()

    async def refresh(self):
        # ruleid: await-under-thread-lock
        with self._lock:
            if self.expired():
                token = await self.login()
                self.token = token

    async def each(self, items):
        for item in items:
            # ruleid: await-under-thread-lock
            with self._lock:
                self.count += 1
                await item.send()

    def make(self, mutex):
        async def handler(request):
            # ruleid: await-under-thread-lock
            with mutex:
                self.last = request
                await self.store(request)

        return handler

    async def right(self):
        # ok: await-under-thread-lock
        async with self.async_lock:
            self.token = await self.login()

    async def before(self):
        token = await self.login()
        # ok: await-under-thread-lock
        with self._lock:
            self.token = token

    async def file(self, path):
        # ok: await-under-thread-lock
        with open(path) as f:
            await self.store(f)

    async def transaction(self):
        # ok: await-under-thread-lock
        with self.blocked_state:
            await self.store(1)


async def fetch(key):
    return key
