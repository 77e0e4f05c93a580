from Crypto.Cipher import AES, ARC4, DES3 as TripleDES
from Cryptodome.Cipher import DES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.algorithms import Blowfish as Fish


def stream(key, data):
    # ruleid: weak-cipher
    return ARC4.new(key).encrypt(data)


def block(key, data, iv):
    cipher = TripleDES
    # ruleid: weak-cipher
    return TripleDES.new(key, cipher.MODE_CBC, iv).encrypt(data)


class Box:
    def close(self, key, iv):
        # ruleid: weak-cipher
        cipher = Cipher(Fish(key), modes.CBC(iv))

        def old():
            # ruleid: weak-cipher
            return DES.new(key, DES.MODE_CBC, iv)

        # ruleid: weak-cipher
        third = Cipher(algorithms.TripleDES(key), modes.CBC(iv))
        return cipher, old, third


def strong(key, nonce):
    # ok: weak-cipher
    return AES.new(key, AES.MODE_GCM, nonce=nonce)


def strong_too(key, iv):
    # ok: weak-cipher
    return Cipher(algorithms.AES(key), modes.GCM(iv))


def mode():
    # ok: weak-cipher
    return DES.MODE_CBC


def other(shop, key):
    # ok: weak-cipher
    return shop.DES.new(key)
