# Case: stars are logged instead of the password
# file: store.py
import keyring


def database_password():
    return keyring.get_password("database", "app")
# file: connect.py
import logging

from store import database_password

LOG = logging.getLogger(__name__)


def describe(user, password):
    shown = "***" if password else "nothing"
    LOG.info("postgresql://%s:%s@db/app", user, shown)  # safe: secret-flows-to-log


def connect():
    password = database_password()
    describe("app", password)
