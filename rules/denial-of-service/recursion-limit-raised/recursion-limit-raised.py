import sys
import sys as system
from sys import setrecursionlimit

# ruleid: recursion-limit-raised
sys.setrecursionlimit(100000)


class Parser:
    def parse(self, tree):
        # ruleid: recursion-limit-raised
        system.setrecursionlimit(10**6)

        def visit(node):
            # ruleid: recursion-limit-raised
            setrecursionlimit(50_000)
            return node

        return visit(tree)


def unlimited():
    # ruleid: recursion-limit-raised
    sys.setrecursionlimit(sys.maxsize)


def modest():
    # ok: recursion-limit-raised
    sys.setrecursionlimit(3000)


def lowered():
    # ok: recursion-limit-raised
    sys.setrecursionlimit(500)


def restored():
    # ok: recursion-limit-raised
    old = sys.getrecursionlimit()
    # ok: recursion-limit-raised
    sys.setrecursionlimit(old)


def other(parser):
    # ok: recursion-limit-raised
    parser.setrecursionlimit(100000)
