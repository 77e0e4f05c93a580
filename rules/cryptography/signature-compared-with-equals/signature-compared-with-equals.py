import base64
import hashlib
import hmac


def check(key, body, signature):
    expected = hmac.new(key, body, hashlib.sha256).hexdigest()
    # ruleid: signature-compared-with-equals
    return expected == signature


def hook(request, key):
    mac = base64.b64encode(hmac.new(key, request.body, "sha256").digest())
    # ruleid: signature-compared-with-equals
    if request.headers["X-Signature"].encode() == mac:
        return request.json
    raise PermissionError(request.path)


class Message:
    def valid(self, key):
        # ruleid: signature-compared-with-equals
        if hmac.new(key, self.body, hashlib.sha512).digest() == self.digest:
            return True

        def old():
            mine = hmac.new(key, self.old_body, hashlib.sha512).digest()
            # ruleid: signature-compared-with-equals
            return self.digest == mine

        return old()


def constant_time(key, body, signature):
    expected = hmac.new(key, body, hashlib.sha256).hexdigest()
    # ok: signature-compared-with-equals
    return hmac.compare_digest(expected, signature)


def length(key, body, signature):
    expected = hmac.new(key, body, hashlib.sha256).hexdigest()
    # ok: signature-compared-with-equals
    return len(expected) == len(signature)


def checksum(data, wanted):
    found = hashlib.sha256(data).hexdigest()
    # ok: signature-compared-with-equals
    return found == wanted


def other(shop, name):
    item = shop.new(name).price()
    # ok: signature-compared-with-equals
    return item == 3
