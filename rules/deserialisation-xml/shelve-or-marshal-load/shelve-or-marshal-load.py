import marshal
import shelve
import shelve as shelf
from marshal import loads
from shelve import open as open_shelf


def sessions(folder):
    # ruleid: shelve-or-marshal-load
    return shelve.open(folder + "/sessions")


def code(data):
    # ruleid: shelve-or-marshal-load
    exec(loads(data))


class Store:
    def get(self, key):
        # ruleid: shelve-or-marshal-load
        with shelf.open(self.path, "r") as values:
            value = values[key]

        def cached():
            # ruleid: shelve-or-marshal-load
            return open_shelf(self.cache)[key], value

        return cached

    def compiled(self, stream):
        stream.seek(16)
        # ruleid: shelve-or-marshal-load
        return marshal.load(stream)


def written(value):
    # ok: shelve-or-marshal-load
    return marshal.dumps(value)


def plain(path):
    # ok: shelve-or-marshal-load
    return open(path)


def schema(schema_of_user, data):
    # ok: shelve-or-marshal-load
    return schema_of_user.load(data)


def decorated(api, data):
    # ok: shelve-or-marshal-load
    return api.marshal(data), api.shelve(data)
