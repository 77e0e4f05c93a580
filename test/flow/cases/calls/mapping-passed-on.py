# Case: what is put under a key is the parameter of that name
import logging

log = logging.getLogger(__name__)


def fetch(address, user=None):
    log.info("fetching %s for %s", address, user)  # sink: secret-flows-to-log


def load(address, password):  # step 1
    options = {}
    options["user"] = password
    fetch(address, **options)
