import yaml
import yaml as y
from yaml import Loader, load_all as documents


def settings(path):
    with open(path) as f:
        # ruleid: yaml-load-any-object
        return yaml.load(f, Loader=yaml.SafeLoader)


def record(text):
    # ruleid: yaml-load-any-object
    return y.load(text, y.SafeLoader)


class Store:
    def read(self, stream):
        # ruleid: yaml-load-any-object
        first = yaml.load(Loader=yaml.SafeLoader, stream=stream)

        def rest():
            return documents(
                stream,
                # ruleid: yaml-load-any-object
                Loader=yaml.SafeLoader,
            )

        return first, rest


def safe(text):
    # ok: yaml-load-any-object
    return yaml.load(text, Loader=yaml.SafeLoader), yaml.safe_load(text)


def full(text):
    # ok: yaml-load-any-object
    return yaml.load(text, Loader=yaml.FullLoader)


def own(text, loaders):
    # ok: yaml-load-any-object
    return yaml.load(text, Loader=loaders.Strict)


def imported(text):
    # ok: yaml-load-any-object
    return yaml.load(text, Loader=Loader)


def other(config, text, loaders):
    # ok: yaml-load-any-object
    return config.load(text, Loader=loaders.Loader)
