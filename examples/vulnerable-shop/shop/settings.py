"""Settings of the shop. Deployments override them from a YAML file."""
import os

import yaml

DATABASE = "/var/lib/shop/shop.db"
INVOICES = "/var/lib/shop/invoices"
UPLOADS = "/var/lib/shop/uploads"

SECRET_KEY = "4c1b7d0e9f2a4b6c8d3e5f7a9b1c2d3e"
PAYMENT_API_TOKEN = "tok_live_9aK2mQx7Lr4TzWc8VbN1"

SESSION_COOKIE_SECURE = False
SESSION_COOKIE_HTTPONLY = False


def load_overrides(path="/etc/shop/settings.yaml"):
    if not os.path.exists(path):
        return {}
    with open(path) as stream:
        return yaml.load(stream, Loader=yaml.Loader)
