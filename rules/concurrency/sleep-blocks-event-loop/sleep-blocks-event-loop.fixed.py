import asyncio
import time
import time as clock
from time import sleep


async def poll(job):
    while not job.done():
        # ruleid: sleep-blocks-event-loop
        await asyncio.sleep(1)
        await job.refresh()


class Client:
    async def retry(self, call):
        for delay in (1, 2, 4):
            try:
                return await call()
            except ConnectionError:
                # ruleid: sleep-blocks-event-loop
                await asyncio.sleep(delay)

    def make(self):
        async def handler(request):
            # ruleid: sleep-blocks-event-loop
            await asyncio.sleep(self.delay * 2)
            return request

        return handler


async def heartbeat(peer):
    async with peer:
        # ruleid: sleep-blocks-event-loop
        await asyncio.sleep(0.5)


async def right(job):
    # ok: sleep-blocks-event-loop
    await asyncio.sleep(1)
    await job()


def thread(job):
    # ok: sleep-blocks-event-loop
    time.sleep(1)
    job()


async def in_a_thread(loop):
    # ok: sleep-blocks-event-loop
    await loop.run_in_executor(None, time.sleep, 1)
    # ok: sleep-blocks-event-loop
    await asyncio.to_thread(lambda: time.sleep(2))


async def own_function_for_a_thread():
    def work():
        # ok: sleep-blocks-event-loop
        time.sleep(1)

    await asyncio.to_thread(work)
