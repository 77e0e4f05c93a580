import os
import os as system
from os import environ, getenv


def authenticate(request):
    # ruleid: security-switched-off-by-environment
    if os.environ.get("DISABLE_AUTH"):
        return "admin"
    return request.user


class Gate:
    # ruleid: security-switched-off-by-environment
    open = getenv("APP_SKIP_LOGIN", "0") == "1"

    def enter(self, request):
        def free():
            # ruleid: security-switched-off-by-environment
            return "BYPASS_AUTH" in system.environ

        # ruleid: security-switched-off-by-environment
        return free() or environ["NO_CSRF"] == "yes" or request.user


def other_variables():
    # ok: security-switched-off-by-environment
    if os.environ.get("DISABLE_COLOR"):
        return None
    # ok: security-switched-off-by-environment
    if "NO_PROXY" in os.environ:
        return None
    # ok: security-switched-off-by-environment
    return os.environ["AUTH_URL"]


def other_mapping(options):
    # ok: security-switched-off-by-environment
    return options.get("DISABLE_AUTH")
