# Case: what stands before the colon of credentials is the user's name
import base64
import logging

log = logging.getLogger(__name__)


def check(headers):
    header = headers.get("Authorization")
    user, password = base64.b64decode(header[6:]).decode().split(":", 1)
    log.warning("user %r", user)  # safe: secret-flows-to-log
    return True
