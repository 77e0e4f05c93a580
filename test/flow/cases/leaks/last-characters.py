# Case: the last four characters of a password are none, most of it is
import logging

LOG = logging.getLogger(__name__)


def connect(user, password):  # step 1
    LOG.info("connecting %s with ...%s", user, password[-4:])  # safe: secret-flows-to-log
    LOG.debug("all but one of it: %s", password[1:])  # sink: secret-flows-to-log
