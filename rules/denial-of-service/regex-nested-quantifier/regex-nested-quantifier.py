import re
import re as regex
from re import compile as rx
from re import match

# ruleid: regex-nested-quantifier
NAME = re.compile(r"^(\w+)+$")


class Parser:
    # ruleid: regex-nested-quantifier
    words = rx("^(?:[a-z]*)*;$")

    def parse(self, text):
        # ruleid: regex-nested-quantifier
        if match(r"x=(.*)+!", text):
            return True

        def inner():
            # ruleid: regex-nested-quantifier
            return regex.sub("(a+)+b", "", text)

        return inner()


# ok: regex-nested-quantifier
ONCE = re.compile(r"^(\w+)$")
# ok: regex-nested-quantifier
SEPARATED = re.compile(r"^(\w+,)+$")
# ok: regex-nested-quantifier
LIST = re.compile(r"^\w+(,\w+)*$")
# ok: regex-nested-quantifier
ESCAPED = re.compile(r"^\(a+\)+$")
# ok: regex-nested-quantifier
OPTIONAL = re.compile(r"^(\w+)?$")
# What follows cannot fail, so nothing is tried again.
# ok: regex-nested-quantifier
OPEN_END = re.compile(r"(\w+)+")


def other(engine):
    # ok: regex-nested-quantifier
    return engine.compile(r"^(\w+)+$")
