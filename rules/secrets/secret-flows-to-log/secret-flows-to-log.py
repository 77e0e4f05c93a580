import logging
from logging import getLogger

from oslo_log import log
from oslo_utils import strutils

LOG = log.getLogger(__name__)
logger = getLogger(__name__)


def login(user, password):
    text = "Login of %s with %s" % (user, password)
    # ruleid: secret-flows-to-log
    LOG.debug(text)


def tell(values):
    # ruleid: secret-flows-to-log
    logger.info("Options: %s", ", ".join(values))


def renew(session):
    tell(["shop", session.access_token])


class Array:
    def __init__(self, host, api_key):
        self.host = host
        self.key = api_key

    def connect(self):
        # ruleid: secret-flows-to-log
        LOG.warning("Cannot connect: %s %s", self.host, self.key)

    def start(self, options):
        address = "db://" + options.admin_password + "@" + self.host
        # ruleid: secret-flows-to-log
        logging.error("Cannot connect again: %s", address)


def masked(password):
    # ok: secret-flows-to-log
    LOG.debug("Answer: %s", strutils.mask_password("password=" + password))


def about_it(password, token_id):
    # ok: secret-flows-to-log
    LOG.debug("The password has %d characters", len(password))
    # ok: secret-flows-to-log
    logger.info("Token %s", token_id)


def set_or_not(password):
    # ok: secret-flows-to-log
    LOG.debug("Password given: %s", password is not None)


def text_only():
    # ok: secret-flows-to-log
    LOG.error("Wrong password")


def checked(password, stored):
    if password != stored:
        # ok: secret-flows-to-log
        LOG.warning("Login failed")
