import json
import pickle
import pickle as p
from pickle import loads, Unpickler as Reader

import pandas as pd
import six.moves.cPickle


def job(message):
    # ruleid: pickle-load
    return pickle.loads(message.body)


def model(path):
    with open(path, "rb") as f:
        # ruleid: pickle-load
        return p.load(f)


class Cache:
    def get(self, key):
        # ruleid: pickle-load
        value = loads(self.client.get(key))

        def frame():
            # ruleid: pickle-load
            return pd.read_pickle(self.path), value

        return frame

    def read(self, stream):
        # ruleid: pickle-load
        return Reader(stream).load()


def copied(value):
    # ok: pickle-load
    return pickle.loads(pickle.dumps(value))


def data(text):
    # ok: pickle-load
    return json.loads(text)


def written(value):
    # ok: pickle-load
    return pickle.dumps(value)


def other(jar):
    # ok: pickle-load
    return jar.pickle.load()
