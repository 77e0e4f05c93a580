import math
import math as m
import numpy as np
from math import nan


def amount(text):
    value = float(text)
    # ruleid: compared-with-nan
    if value == float("nan"):
        raise ValueError(text)
    return value


class Order:
    def check(self):
        # ruleid: compared-with-nan
        assert self.price != m.nan

        def clean(rows):
            # ruleid: compared-with-nan
            return [r for r in rows if r != np.nan]

        return clean(self.rows)


def imported(value):
    # ruleid: compared-with-nan
    return value == nan


def right(value):
    # ok: compared-with-nan
    return math.isnan(value)


def finite(value):
    # ok: compared-with-nan
    return math.isfinite(value) and value == 1.5


def itself(value):
    # ok: compared-with-nan
    return value != value


def text(value):
    # ok: compared-with-nan
    return value == "nan"


def made():
    # ok: compared-with-nan
    return float("nan")
