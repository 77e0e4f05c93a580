import collections


class Cart:
    items = []
    prices: dict = {}

    def add(self, item, price):
        # ruleid: class-attribute-changed-by-instances
        self.items.append(item)
        # ruleid: class-attribute-changed-by-instances
        self.prices[item] = price


class Tasks(Cart):
    """Remembers when each task ran."""

    last_run = collections.defaultdict(int)
    seen = set()

    def run(self, now):
        def one(name):
            # ruleid: class-attribute-changed-by-instances
            self.last_run[name] = now

        for name in self.names:
            if name not in self.seen:
                # ruleid: class-attribute-changed-by-instances
                self.seen.add(name)
                one(name)


class OwnOne:
    items = []

    def __init__(self):
        self.items = []

    def add(self, item):
        # ok: class-attribute-changed-by-instances
        self.items.append(item)


class Registry:
    known = {}

    @classmethod
    def register(cls, name, value):
        # ok: class-attribute-changed-by-instances
        cls.known[name] = value

    def get(self, name):
        # ok: class-attribute-changed-by-instances
        return self.known[name]


class Parsed:
    parse_cache = {}
    TABLE = {}

    def get(self, text):
        # ok: class-attribute-changed-by-instances
        self.parse_cache[text] = len(text)
        # ok: class-attribute-changed-by-instances
        self.TABLE[text] = len(text)


class Reader:
    fields = ["a", "b"]

    def read(self, row):
        result = []
        # ok: class-attribute-changed-by-instances
        result.append(row)
        return result, self.fields
