# Case: a function of the project that masks passwords leaves nothing of them
import logging

log = logging.getLogger(__name__)


def mask_passwords(words):
    return ["***" if word.startswith("secret:") else word for word in words]


def run(name, password):
    command = ["upload", name, "secret:" + password]
    log.info("running %s", mask_passwords(command))  # safe: secret-flows-to-log
