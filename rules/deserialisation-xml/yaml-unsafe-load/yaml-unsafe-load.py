import json
import yaml
from yaml import Loader, SafeLoader, load, unsafe_load as read_any

try:
    from yaml import CLoader as FastLoader
except ImportError:
    FastLoader = Loader


def settings(path):
    with open(path) as f:
        # ruleid: yaml-unsafe-load
        return load(f, Loader=Loader)


def record(text):
    # ruleid: yaml-unsafe-load
    return yaml.unsafe_load(text)


class Store:
    def read(self, stream):
        # ruleid: yaml-unsafe-load
        first = load(stream)

        def rest():
            # ruleid: yaml-unsafe-load
            return read_any(stream), first

        return rest

    def again(self, text):
        # ruleid: yaml-unsafe-load
        return load(text, Loader)


def safe(text):
    # ok: yaml-unsafe-load
    return load(text, Loader=SafeLoader)


def safe_function(text):
    # ok: yaml-unsafe-load
    return yaml.safe_load(text)


def own(text, loader):
    # ok: yaml-unsafe-load
    return load(text, Loader=loader)


def other(f, store):
    # ok: yaml-unsafe-load
    return json.load(f), store.load(f), store.unsafe_load(f)
