def pay(amount):
    # ruleid: assert-on-tuple
    assert amount > 0, "amount must be positive"


class Pool:
    def take(self):
        # ruleid: assert-on-tuple
        assert self.free, f"none of {self.size} is free"

        def inner(item):
            # ruleid: assert-on-tuple
            assert item is not None, "no item"

        inner(self.free.pop())


def long(text):
    # ruleid: assert-on-tuple
    assert len(text) < 100, "too long"


def right(amount):
    # ok: assert-on-tuple
    assert amount > 0, "amount must be positive"


def parenthesised(amount):
    # ok: assert-on-tuple
    assert (amount > 0), "amount must be positive"


def long_condition(a, b):
    # ok: assert-on-tuple
    assert (
        a
        and b
    )


def of_tuples(a, b):
    # ok: assert-on-tuple
    assert (a, b) == (1, 2)
