import json
import yaml
import yaml as y
from yaml import load as read


def settings(path):
    with open(path) as f:
        # ruleid: yaml-load-without-loader
        return yaml.safe_load(f)


def first(text):
    # ruleid: yaml-load-without-loader
    return list(y.safe_load_all(text))[0]


class Store:
    def read(self):
        # ruleid: yaml-load-without-loader
        self.data = yaml.safe_load(self.path.read_text())

        def again():
            # ruleid: yaml-load-without-loader
            return yaml.safe_load(open(self.path, encoding="utf-8"))["again"]

        return again


def safe(text):
    # ok: yaml-load-without-loader
    return yaml.safe_load(text)


def with_a_loader(text):
    # ok: yaml-load-without-loader
    return yaml.load(text, Loader=yaml.SafeLoader)


def second_argument(text):
    # ok: yaml-load-without-loader
    return yaml.load(text, yaml.CSafeLoader)


def imported(text):
    # ok: yaml-load-without-loader
    return read(text)


def other(reader, f):
    # ok: yaml-load-without-loader
    return json.load(f), reader.load(f)
