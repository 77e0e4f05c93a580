import numpy
import numpy as np
from numpy import load as read


def samples(path):
    # ruleid: array-load-allow-pickle
    return np.load(path, allow_pickle=True)


def labels(path):
    # ruleid: array-load-allow-pickle
    return numpy.load(path, mmap_mode=None, allow_pickle=True)["labels"]


class Data:
    def load(self):
        # ruleid: array-load-allow-pickle
        self.first = read(self.path, allow_pickle=True, encoding="latin1").item()

        def rest():
            return np.load(
                self.rest,
                # ruleid: array-load-allow-pickle
                allow_pickle=True,
            )

        return rest


def plain(path):
    # ok: array-load-allow-pickle
    return np.load(path)


def refused(path):
    # ok: array-load-allow-pickle
    return np.load(path, allow_pickle=False)


def saved(path, array):
    # ok: array-load-allow-pickle
    np.save(path, array, allow_pickle=True)


def other(store, path):
    # ok: array-load-allow-pickle
    return store.load(path, allow_pickle=True)
