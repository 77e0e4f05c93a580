import http.client
import smtplib
import urllib.request
from http import client as http_client
from smtplib import SMTP_SSL
from urllib.request import Request, urlopen as fetch


def page(url):
    # ruleid: connection-without-timeout
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read(100_000)


def answer(url, data):
    # ruleid: connection-without-timeout
    return fetch(Request(url, method="PUT"), data=data, timeout=30).status


class Device:
    def connect(self):
        # ruleid: connection-without-timeout
        self.connection = http_client.HTTPSConnection(self.host, 8443, timeout=30)

        def mail(text):
            # ruleid: connection-without-timeout
            with SMTP_SSL("mail.shop.example", timeout=30) as server:
                server.sendmail("a@shop.example", "b@shop.example", text)

        return mail


def limited(url):
    # ok: connection-without-timeout
    return fetch(url, timeout=5)


def in_place(url):
    # ok: connection-without-timeout
    return urllib.request.urlopen(url, None, 5)


def connection(host):
    # ok: connection-without-timeout
    return http.client.HTTPConnection(host, timeout=5), smtplib.SMTP()


def passed_on(host, **options):
    # ok: connection-without-timeout
    return http.client.HTTPConnection(host, **options)


def other(shop, url):
    # ok: connection-without-timeout
    return shop.urlopen(url)
