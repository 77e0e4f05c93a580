import os

import boto3
import psycopg2
from psycopg2 import connect as open_database


def database():
    # ruleid: secret-as-argument
    return psycopg2.connect(host="db", user="shop", password="Tr0ub4dor&3")


def second():
    # ruleid: secret-as-argument
    with open_database(user="shop", password='qwerty', host="db") as connection:
        return connection.cursor()


class Store:
    def __init__(self, maps):
        # ruleid: secret-as-argument
        self.s3 = boto3.client(
            "s3",
            aws_access_key_id="shop",
            aws_secret_access_key="wJalrXUtnFEMI/K7MDENG",
        )

        def places():
            # ruleid: secret-as-argument
            return maps.Client(api_key="9f8e7d6c5b4a3210")

        self.places = places


def from_the_environment():
    # ok: secret-as-argument
    return psycopg2.connect(host="db", password=os.environ["DB_PASSWORD"])


def empty():
    # ok: secret-as-argument
    return psycopg2.connect(host="db", password="")


def name_of_an_option(parser):
    # ok: secret-as-argument
    return parser.option(password="DB_PASSWORD", secret="shop-db-secret")


def placeholder(maps):
    # ok: secret-as-argument
    return maps.Client(api_key="<your key>"), maps.Client(password="changeme")


def other(form):
    # ok: secret-as-argument
    return form.field(passwords="Tr0ub4dor&3")
