import os

from Crypto.Cipher import AES
from Cryptodome.Cipher import AES as Rijndael
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.modes import CTR


def encrypt(key, data):
    # ruleid: constant-iv
    return AES.new(key, AES.MODE_CBC, b"0123456789abcdef").encrypt(data)


def cipher(key):
    # ruleid: constant-iv
    return Cipher(algorithms.AES(key), modes.CBC(b"\x00" * 16))


class Box:
    def __init__(self, key):
        # ruleid: constant-iv
        self.first = Rijndael.new(key, Rijndael.MODE_GCM, nonce=b"unique-nonce")

        def second():
            # ruleid: constant-iv
            return Cipher(algorithms.AES(key), CTR(bytes(16)))

        self.second = second


def random_iv(key):
    iv = os.urandom(16)
    # ok: constant-iv
    return iv, AES.new(key, AES.MODE_CBC, iv)


def given(key, message):
    # ok: constant-iv
    return Cipher(algorithms.AES(key), modes.GCM(message[:12]))


def chosen_by_the_library(key):
    # ok: constant-iv
    return AES.new(key, AES.MODE_GCM)


def other(shop, key):
    # ok: constant-iv
    return shop.AES.new(key, "cbc", b"0123456789abcdef")
