import os
import os.path as osp


def serve(base, name):
    path = os.path.realpath(os.path.join(base, name))
    # ruleid: commonprefix-as-path-check
    if os.path.commonpath([base, path]) != base:
        raise ValueError(name)
    return open(path)


class Store:
    def contains(self, path):
        # ruleid: commonprefix-as-path-check
        return osp.commonpath((osp.abspath(path), self.root)) == self.root

    def keep(self, paths):
        def inside(path):
            # ruleid: commonprefix-as-path-check
            return self.root == os.path.commonpath([self.root, path])

        return [p for p in paths if inside(p)]


def reject(a, b):
    # ruleid: commonprefix-as-path-check
    assert b and a == os.path.commonpath([a, b])


def right(base, path):
    # ok: commonprefix-as-path-check
    return os.path.commonpath([base, path]) == base


def of_words(words):
    # ok: commonprefix-as-path-check
    return os.path.commonprefix(words)


def length(words):
    # ok: commonprefix-as-path-check
    return len(os.path.commonprefix(words)) > 3


def other(trie, words):
    # ok: commonprefix-as-path-check
    return trie.commonprefix(words) == "a"
