import hashlib
import hashlib as h
import hmac
from hashlib import md5 as checksum

from cryptography.hazmat.primitives import hashes


def name_of(data):
    # ruleid: weak-hash
    return hashlib.sha1(data).hexdigest()


def key(text):
    # ruleid: weak-hash
    return checksum(text.encode()).hexdigest()


class Download:
    def check(self, data):
        # ruleid: weak-hash
        digest = h.new("md5", data)

        def again():
            # ruleid: weak-hash
            other = hashlib.md5()
            other.update(data)
            return other.digest() == digest.digest()

        return again()

    def sign(self, key, padding):
        # ruleid: weak-hash
        return key.sign(self.data, padding, hashes.SHA1())


def strong(data):
    # ok: weak-hash
    return hashlib.sha256(data).hexdigest()


def only_a_checksum(data):
    # ok: weak-hash
    return hashlib.md5(data, usedforsecurity=False).hexdigest()


def chosen(name, data):
    # ok: weak-hash
    return hashlib.new(name, data), hashlib.new("sha512", data)


def other(store, data):
    # ok: weak-hash
    return store.md5(data)


def old_protocol(key, data):
    # ok: weak-hash
    return hmac.new(key, data, hashlib.sha1).digest()
