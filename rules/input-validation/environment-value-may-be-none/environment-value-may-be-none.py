import os
import os as system
from os import environ, getenv

# ruleid: environment-value-may-be-none
HOSTS = os.environ.get("ALLOWED_HOSTS").split(",")


class Settings:
    # ruleid: environment-value-may-be-none
    debug = getenv("DEBUG").lower() == "true"

    def load(self):
        def path():
            # ruleid: environment-value-may-be-none
            return environ.get("APP_HOME").rstrip("/")

        # ruleid: environment-value-may-be-none
        return path() + system.getenv(self.variable).strip()


def with_default():
    # ok: environment-value-may-be-none
    return os.environ.get("ALLOWED_HOSTS", "").split(",")


def required():
    # ok: environment-value-may-be-none
    return os.environ["ALLOWED_HOSTS"].split(",")


def tested():
    if os.environ.get("ALLOWED_HOSTS"):
        # ok: environment-value-may-be-none
        return os.environ.get("ALLOWED_HOSTS").split(",")
    # ok: environment-value-may-be-none
    return os.getenv("HOSTS") and os.getenv("HOSTS").split(",")


def only_read():
    # ok: environment-value-may-be-none
    return os.environ.get("ALLOWED_HOSTS")
