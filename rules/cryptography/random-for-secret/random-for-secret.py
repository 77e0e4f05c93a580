import random
import random as r
import secrets
import string
from random import SystemRandom, choice, getrandbits


def reset(user):
    # ruleid: random-for-secret
    token = "".join(choice(string.ascii_letters) for _ in range(32))
    user.send(token)


def make_password(length):
    letters = string.ascii_letters + string.digits
    # ruleid: random-for-secret
    return "".join(random.choice(letters) for _ in range(length))


class Session:
    def start(self):
        # ruleid: random-for-secret
        self.session_key = "%032x" % getrandbits(128)

        def again():
            # ruleid: random-for-secret
            api_key = str(r.randint(0, 10**12))
            return api_key

        return again


def strong_token():
    # ok: random-for-secret
    token = secrets.token_urlsafe(32)
    return token


def strong_password(letters):
    # ok: random-for-secret
    password = "".join(SystemRandom().choice(letters) for _ in range(20))
    return password


def retry(base):
    # ok: random-for-secret
    delay = base + random.random()
    return delay


def token_of_a_game(tokens):
    # ok: random-for-secret
    figure = random.choice(tokens)
    return figure
