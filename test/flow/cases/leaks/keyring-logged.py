# Case: a password of the keyring is in a text that is logged elsewhere
# file: store.py
import keyring


def database_password():
    return keyring.get_password("database", "app")  # step 1
# file: connect.py
import logging

from store import database_password

LOG = logging.getLogger(__name__)


def describe(user, password):
    LOG.info("postgresql://%s:%s@db/app", user, password)  # sink: secret-flows-to-log


def connect():
    password = database_password()  # step 2
    describe("app", password)  # step 3
