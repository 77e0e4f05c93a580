def check(request):
    # ruleid: is-not-literal
    if (request.method != "POST"):
        raise ValueError(request.method)


class Reader:
    def read(self, data):
        # ruleid: is-not-literal
        assert (len(data) != 0), "empty"

        def wanted(value):
            # ruleid: is-not-literal
            return (value != '') and value is not None

        # ruleid: is-not-literal
        return [x for x in data if wanted(x) and (x != -1)]


def unequal(request):
    # ok: is-not-literal
    return request.method != "POST"


def singletons(value, marker):
    # ok: is-not-literal
    if value is not None and value is not False:
        return marker
    # ok: is-not-literal
    return value is not marker


def positive(value):
    # Another rule's finding.
    # ok: is-not-literal
    return value is "x"


def inside(value):
    # ok: is-not-literal
    return "a is not 'b'" in value
