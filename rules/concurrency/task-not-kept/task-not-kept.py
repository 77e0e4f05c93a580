import asyncio
import asyncio as aio
from asyncio import create_task, ensure_future


async def handle(request):
    # ruleid: task-not-kept
    asyncio.create_task(audit(request))
    return "ok"


class Server:
    def __init__(self):
        self.tasks = set()
        # ruleid: task-not-kept
        ensure_future(self.watch())

    async def serve(self, items):
        for item in items:
            if item:
                # ruleid: task-not-kept
                create_task(self.one(item), name="one")

        def later():
            # ruleid: task-not-kept
            aio.create_task(self.watch())

        later()

    async def kept(self):
        # ok: task-not-kept
        task = asyncio.create_task(self.watch())
        self.tasks.add(task)
        # ok: task-not-kept
        self.tasks.add(asyncio.create_task(self.watch()))

    async def awaited(self):
        # ok: task-not-kept
        await asyncio.create_task(self.watch())
        # ok: task-not-kept
        await asyncio.gather(asyncio.create_task(self.watch()), self.one(1))

    def returned(self):
        # ok: task-not-kept
        return asyncio.ensure_future(self.watch())

    def collected(self, items):
        # ok: task-not-kept
        return [asyncio.create_task(self.one(i)) for i in items]

    async def group(self):
        async with asyncio.TaskGroup() as group:
            # ok: task-not-kept
            group.create_task(self.watch())
