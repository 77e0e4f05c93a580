import paramiko
from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key as generate


def key():
    # ruleid: small-rsa-key
    return rsa.generate_private_key(public_exponent=65537, key_size=3072)


def second():
    # ruleid: small-rsa-key
    return RSA.generate(3072).export_key()


class Host:
    def start(self):
        # ruleid: small-rsa-key
        self.key = paramiko.RSAKey.generate(bits=3072)

        def other():
            # ruleid: small-rsa-key
            return generate(65537, 3072)

        return other


def long_enough():
    # ok: small-rsa-key
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def longer():
    # ok: small-rsa-key
    return RSA.generate(4096)


def chosen(bits):
    # ok: small-rsa-key
    return paramiko.RSAKey.generate(bits)


def curve(shop):
    # ok: small-rsa-key
    return ec.generate_private_key(ec.SECP256R1()), shop.RSA.generate(1024)
