import hmac
from hmac import compare_digest


def check(request, settings):
    # ruleid: secret-compared-with-equals
    if request.headers.get("X-Token") == settings.api_token:
        return True
    # ruleid: secret-compared-with-equals
    return request.args["key"] == settings.api_key


class Hook:
    def allowed(self, request):
        # ruleid: secret-compared-with-equals
        if self.secret != request.json["secret"]:
            raise PermissionError("secret")

        def signed(signature, expected_signature):
            # ruleid: secret-compared-with-equals
            return signature == expected_signature

        return signed


def login(user, password):
    # ruleid: secret-compared-with-equals
    if user.password == password:
        return user
    return None


def constant_time(token, access_token):
    # ok: secret-compared-with-equals
    return hmac.compare_digest(token, access_token) and compare_digest(token, "x")


def empty(password):
    # ok: secret-compared-with-equals
    return password == "" or password == None  # noqa


def typed_twice(form):
    # ok: secret-compared-with-equals
    if form.password != form.password_again:
        raise ValueError("the passwords differ")


class Parser:
    def __eq__(self, other):
        # ok: secret-compared-with-equals
        return self.password == other.password

    def failed(self, error, codes):
        # ok: secret-compared-with-equals
        return error.code == codes.NO_SECRET

    def statement(self, token):
        # ok: secret-compared-with-equals
        if token == self.end_token:
            return None
        # ok: secret-compared-with-equals
        return self.kind == "password"


def how_many(password, limit):
    # ok: secret-compared-with-equals
    return len(password) == limit
