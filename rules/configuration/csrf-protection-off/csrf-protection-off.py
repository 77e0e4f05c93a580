import os

from flask import Flask

from shop.forms import AddressForm

app = Flask(__name__)
# ruleid: csrf-protection-off
app.config["WTF_CSRF_ENABLED"] = False


class Staging:
    # ruleid: csrf-protection-off
    WTF_CSRF_ENABLED = False


def create():
    application = Flask("shop")
    # ruleid: csrf-protection-off
    application.config.update(DEBUG=False, WTF_CSRF_ENABLED=False)

    def address(request):
        # ruleid: csrf-protection-off
        return AddressForm(request.form, meta={"csrf": False})

    return application, address


class Production:
    # ok: csrf-protection-off
    WTF_CSRF_ENABLED = True


class FromEnvironment:
    # ok: csrf-protection-off
    WTF_CSRF_ENABLED = os.environ.get("SHOP_TEST") != "1"


def protected(request):
    # ok: csrf-protection-off
    return AddressForm(request.form, meta={"csrf": True, "locales": ["de"]})


def other(config):
    # ok: csrf-protection-off
    config["WTF_CSRF_TIME_LIMIT"] = None
