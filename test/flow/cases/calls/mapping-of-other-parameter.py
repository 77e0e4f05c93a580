# Case: a parameter that is given by place is not filled by the keywords beside it
import logging

log = logging.getLogger(__name__)


def fetch(address, **options):
    log.info("fetching %s", address)  # safe: secret-flows-to-log


def load(address, names, password):
    options = {}
    for name in names:
        options[name] = password
    fetch(address, **options)
