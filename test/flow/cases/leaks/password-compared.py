# Case: only whether the password was right is logged
import getpass
import logging

logger = logging.getLogger(__name__)


def connect():
    password = getpass.getpass("Password: ")
    matches = password == "expected"
    logger.info("the password was right: %s", matches)  # safe: secret-flows-to-log
    return matches


if __name__ == "__main__":
    connect()
