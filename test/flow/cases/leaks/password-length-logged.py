# Case: only how long the password is comes into the log
import getpass
import logging

logger = logging.getLogger(__name__)


def connect():
    password = getpass.getpass("Password: ")
    if len(password) < 8:
        logger.debug("a password of %d characters", len(password))  # safe: secret-flows-to-log
    logger.debug("connecting")  # safe: secret-flows-to-log
    return password != ""


if __name__ == "__main__":
    connect()
