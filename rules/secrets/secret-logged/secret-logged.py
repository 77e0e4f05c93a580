import logging
from logging import getLogger

from oslo_log import log
from oslo_utils import strutils

LOG = log.getLogger(__name__)
logger = getLogger(__name__)


def login(user):
    password = ask(user)
    # ruleid: secret-logged
    LOG.debug("Login of %s with %s", user, password)


def renew(session):
    access_token = session.renew()
    # ruleid: secret-logged
    logger.info(f"New token {access_token} for the shop")


class Array:
    def connect(self, options):
        # ruleid: secret-logged
        self.log.warning("Cannot connect: %(host)s %(key)s", {"host": self.host, "key": self.api_key})

        def again():
            # ruleid: secret-logged
            logging.error("Cannot connect again: " + options["admin_token"])

        # ruleid: secret-logged
        LOG.info("Found %s" % self.secret)
        return again


def masked(body):
    # ok: secret-logged
    LOG.debug("Answer: %s", strutils.mask_password(body))


def about_it(password, token_id):
    # ok: secret-logged
    LOG.debug("The password has %d characters", len(password))
    # ok: secret-logged
    logger.info("Token %s", token_id)


def set_or_not(password):
    # ok: secret-logged
    LOG.debug("Password given: %s", bool(password))


def text_only():
    # ok: secret-logged
    LOG.error("Wrong password")


def where(self):
    # ok: secret-logged
    LOG.debug("Key file: %s", self.path_to_private_key)


def other(catalog, password):
    # ok: secret-logged
    catalog.info("x", password)
