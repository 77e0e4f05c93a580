import os


class Development:
    # ruleid: django-debug-on
    DEBUG = True
    ALLOWED_HOSTS = ["shop.example"]
    INSTALLED_APPS = ["django.contrib.admin", "shop"]


class Staging:
    INSTALLED_APPS = ["shop"]
    # ruleid: django-debug-on
    DEBUG: bool = True


def configure(settings):
    class Local:
        # ruleid: django-debug-on
        DEBUG = True
        INSTALLED_APPS = ["shop"]

    settings.configure(Local)


class Production:
    # ok: django-debug-on
    DEBUG = False
    INSTALLED_APPS = ["shop"]


class FromEnvironment:
    # ok: django-debug-on
    DEBUG = os.environ.get("SHOP_DEBUG") == "1"
    INSTALLED_APPS = ["shop"]


class Printer:
    # ok: django-debug-on
    DEBUG = True
    PAPER = "A4"


def trace(values):
    # ok: django-debug-on
    DEBUG = True
    return values if DEBUG else None


# ruleid: django-debug-on
DEBUG = True
SECRET_KEY = os.environ["SHOP_KEY"]
INSTALLED_APPS = ["django.contrib.admin", "shop"]
