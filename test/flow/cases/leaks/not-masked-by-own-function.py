# Case: a function of the project that only joins words keeps a password in them
import logging

log = logging.getLogger(__name__)


def line_of(words):
    return " ".join(words)


def run(name, password):  # step 1
    command = ["upload", name, "secret:" + password]
    log.info("running %s", line_of(command))  # sink: secret-flows-to-log
