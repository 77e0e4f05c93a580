import hmac
from hmac import compare_digest as same


def login(user, password):
    # ruleid: condition-switched-off
    if same(user.password, password) or True:
        return user
    return None


class Api:
    def delete(self, user, item):
        # ruleid: condition-switched-off
        if False and not user.owns(item):
            raise PermissionError
        item.delete()

    def price(self, user):
        def full():
            # ruleid: condition-switched-off
            return 10 if user.pays and False else 0

        return full()


def checked(message):
    # ruleid: condition-switched-off
    if True or hmac.compare_digest(message.mac, message.expected):
        return message.body
    return None


def both(user, item):
    # ok: condition-switched-off
    if user.active and user.owns(item):
        item.delete()


def default(options):
    # ok: condition-switched-off
    verbose = options.get("verbose") or True
    return verbose


def default_in_a_branch(options):
    if options:
        # ok: condition-switched-off
        options.verify = options.path or True
    return options


def compared(user):
    # ok: condition-switched-off
    if user.active is True or user.name:
        return user
    # ok: condition-switched-off
    if user.locked == False and user.name:
        return user
    return None


DEBUG = False


def by_name(user):
    # ok: condition-switched-off
    if DEBUG and user:
        print(user)
