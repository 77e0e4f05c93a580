import hashlib
import hashlib as h
from hashlib import md5, sha256 as digest


def store(user, password):
    # ruleid: password-fast-hash
    user.hash = hashlib.sha256(password.encode("utf-8")).hexdigest()


def check(user, plain_password):
    # ruleid: password-fast-hash
    return user.hash == md5(plain_password).hexdigest()


class Account:
    def salted(self, salt):
        # ruleid: password-fast-hash
        first = h.sha512(salt + self.password.encode()).digest()

        def again(passwd):
            # ruleid: password-fast-hash
            return digest(passwd + salt), first

        return again


def slow(password, salt):
    # ok: password-fast-hash
    return hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)


def derived(password, salt):
    # ok: password-fast-hash
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)


def data(content):
    # ok: password-fast-hash
    return hashlib.sha256(content).hexdigest()


def other(password_file):
    # ok: password-fast-hash
    return hashlib.sha256(password_file.read_bytes()).hexdigest()
