import boto3
from boto3 import client as connect

# ruleid: credential-of-known-form
TOKEN = "ghp_000000000000000000000000000000000000"

# ruleid: credential-of-known-form
KEY = """-----BEGIN RSA PRIVATE KEY-----
AAAAB3NzaC1yc2EAAAADAQABAAAB
-----END RSA PRIVATE KEY-----"""


def store():
    return connect(
        "s3",
        # ruleid: credential-of-known-form
        aws_access_key_id="AKIA0000000000000000",
        aws_secret_access_key="".join([]),
    )


class Payment:
    def headers(self):
        def authorization():
            # ruleid: credential-of-known-form
            return {"key": "sk_live_0000000000000000"}

        return authorization()


def documented():
    # ok: credential-of-known-form
    return boto3.client("s3", aws_access_key_id="AKIAIOSFODNN7EXAMPLE")


# ok: credential-of-known-form
HEADER = "-----BEGIN RSA PRIVATE KEY-----"
# ok: credential-of-known-form
PREFIX = "ghp_"
# ok: credential-of-known-form
PUBLIC = "-----BEGIN PUBLIC KEY-----\nAAAAB3NzaC1yc2EAAAADAQABAAAB"


def for_tests():
    # ok: credential-of-known-form
    return "sk_test_0000000000000000", "AKIA", "AKIAS OF THE SHOP ARE KEPT"
