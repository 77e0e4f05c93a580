def role(request):
    # ruleid: is-literal
    if (request.role == "admin"):
        return 1
    return 0


class Reader:
    def read(self, data):
        # ruleid: is-literal
        while (self.left == 0) and data:
            data = data[1:]

        def empty(value):
            # ruleid: is-literal
            return (value == '')

        # ruleid: is-literal
        return [x for x in data if (x == b"\n") or empty(x)]


def equal(request):
    # ok: is-literal
    return request.role == "admin"


def singletons(value, marker):
    # ok: is-literal
    if value is None or value is True:
        return marker
    # ok: is-literal
    return value is marker


def negative(value):
    # Another rule's finding.
    # ok: is-literal
    return value is not "x"


def inside(value):
    # ok: is-literal
    return "a is 'b'" in value
