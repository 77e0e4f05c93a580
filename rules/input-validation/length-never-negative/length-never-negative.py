def first(items):
    # ruleid: length-never-negative
    if len(items) >= 0:
        return items[0]
    return None


class Name:
    def check(self, text):
        # ruleid: length-never-negative
        if len(text.strip()) < 0:
            raise ValueError("empty")

        def valid(part):
            # ruleid: length-never-negative
            return len(part) > -1 and part.isalnum()

        return all(valid(p) for p in text)


def reversed_sides(items):
    # ruleid: length-never-negative
    assert 0 <= len(items)


def not_empty(items):
    # ok: length-never-negative
    return len(items) > 0


def at_least_one(items):
    # ok: length-never-negative
    return len(items) >= 1


def empty(items):
    # ok: length-never-negative
    return len(items) <= 0


def difference(a, b):
    # ok: length-never-negative
    return len(a) - len(b) < 0


def other(items):
    # ok: length-never-negative
    return items.len() < 0
