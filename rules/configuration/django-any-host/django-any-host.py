import os

from django.conf import settings

# ruleid: django-any-host
ALLOWED_HOSTS = ["*"]


class Staging:
    # ruleid: django-any-host
    ALLOWED_HOSTS: list = ["shop.example", "*"]


def configure():
    # ruleid: django-any-host
    settings.ALLOWED_HOSTS = ["*"]

    def more():
        # ruleid: django-any-host
        ALLOWED_HOSTS.append("*")

    return more


class Production:
    # ok: django-any-host
    ALLOWED_HOSTS = ["shop.example", ".shop.example"]


class FromEnvironment:
    # ok: django-any-host
    ALLOWED_HOSTS = os.environ["SHOP_HOSTS"].split(",")


class Empty:
    # ok: django-any-host
    ALLOWED_HOSTS = []


class Firewall:
    # ok: django-any-host
    ALLOWED_PORTS = ["*"]
