"""Talks to the payment provider."""
import logging
import ssl
import urllib.request

import requests

from shop import settings

log = logging.getLogger(__name__)
API = "https://payments.example.com/v1"


def charge(account, cents):
    """Charges an account and returns the provider's receipt."""
    response = requests.post(
        f"{API}/charges",
        json={"account": account, "cents": cents},
        headers={"Authorization": f"Bearer {settings.PAYMENT_API_TOKEN}"},
        verify=False,
    )
    response.raise_for_status()
    return response.json()


def refund(receipt):
    try:
        requests.post(f"{API}/refunds", json={"receipt": receipt}).raise_for_status()
    except Exception:
        pass


def exchange_rate(currency):
    # FIXME: the certificate of the rates service has expired; check it again when they have renewed it.
    context = ssl._create_unverified_context()
    with urllib.request.urlopen(f"https://rates.example.com/{currency}", context=context) as answer:
        return float(answer.read())
