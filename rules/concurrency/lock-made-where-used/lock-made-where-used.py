import asyncio
import multiprocessing
import threading
import threading as th
from threading import Lock
from threading import Lock as Mutex

LOCK = Lock()


def add(total, amount):
    # ruleid: lock-made-where-used
    with threading.Lock():
        total.value += amount


class Counter:
    def __init__(self):
        self.lock = Mutex()

    def up(self):
        # ruleid: lock-made-where-used
        with Mutex():
            self.value += 1

    def down(self):
        def step():
            # ruleid: lock-made-where-used
            with th.RLock():
                self.value -= 1

        step()

    async def change(self):
        # ruleid: lock-made-where-used
        async with asyncio.Lock():
            self.value = await self.fetch()

    def right(self):
        # ok: lock-made-where-used
        with self.lock:
            self.value += 1


def module_lock(total):
    # ok: lock-made-where-used
    with LOCK:
        total.value += 1


def named_lock(locks, total):
    # ok: lock-made-where-used
    with locks.Lock():
        total.value += 1


def stored():
    # ok: lock-made-where-used
    lock = multiprocessing.Lock()
    return lock
