# Case: a typed password comes into the log
import getpass
import logging

logger = logging.getLogger(__name__)


def connect():
    password = getpass.getpass("Password: ")  # step 1
    logger.debug("connecting with %s", password)  # sink: secret-flows-to-log
    return len(password)


if __name__ == "__main__":
    connect()
