import jwt
import jwt as tokens
from jose import jwt as jose_jwt
from jwt import decode as read


def user(token):
    # ruleid: jwt-signature-unchecked
    return jwt.decode(token, verify=False)["sub"]


def claims(token):
    # ruleid: jwt-signature-unchecked
    return tokens.decode(token, options={"verify_signature": False})


class Session:
    def role(self, token):
        # ruleid: jwt-signature-unchecked
        role = read(token, options={"verify_exp": True, "verify_signature": False})["role"]

        def tenant():
            return jose_jwt.decode(
                token,
                self.key,
                # ruleid: jwt-signature-unchecked
                options={"verify_signature": False, "verify_aud": False},
            )

        return role, tenant


def checked(token, key):
    # ok: jwt-signature-unchecked
    return jwt.decode(token, key, algorithms=["RS256"])


def checked_too(token, key):
    # ok: jwt-signature-unchecked
    return read(token, key, algorithms=["ES256"], options={"verify_signature": True})


def without_audience(token, key):
    # ok: jwt-signature-unchecked
    return tokens.decode(token, key, algorithms=["RS256"], options={"verify_aud": False})


def other(codec, data):
    # ok: jwt-signature-unchecked
    return codec.decode(data, verify=False)
