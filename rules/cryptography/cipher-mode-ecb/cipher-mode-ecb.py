from Crypto.Cipher import AES
from Cryptodome.Cipher import AES as Rijndael
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.modes import ECB as plain_mode


def encrypt(key, data):
    # ruleid: cipher-mode-ecb
    return AES.new(key, AES.MODE_ECB).encrypt(data)


def cipher(key):
    # ruleid: cipher-mode-ecb
    return Cipher(algorithms.AES(key), modes.ECB())


class Box:
    def __init__(self, key):
        # ruleid: cipher-mode-ecb
        self.first = Rijndael.new(key, Rijndael.MODE_ECB)

        def second():
            # ruleid: cipher-mode-ecb
            return Cipher(algorithms.AES(key), plain_mode())

        self.second = second


def chained(key, iv):
    # ok: cipher-mode-ecb
    return AES.new(key, AES.MODE_CBC, iv)


def counted(key, nonce):
    # ok: cipher-mode-ecb
    return Cipher(algorithms.AES(key), modes.GCM(nonce))


def names():
    # ok: cipher-mode-ecb
    return {"ecb": AES.MODE_ECB}


def other(bank):
    # ok: cipher-mode-ecb
    return bank.ECB(), bank.modes.ECB()
