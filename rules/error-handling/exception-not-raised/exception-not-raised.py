import errors
from errors import QuotaError as Quota


def withdraw(account, amount):
    if amount > account.balance:
        # ruleid: exception-not-raised
        ValueError("not enough")
    account.balance -= amount


class Api:
    def delete(self, user, item):
        if not user.owns(item):
            # ruleid: exception-not-raised
            errors.PermissionDeniedError("%s may not delete it" % user)
        item.delete()

    def fetch(self, key):
        def inner():
            try:
                return self.items[key]
            except KeyError:
                # ruleid: exception-not-raised
                RuntimeError(f"no {key}")

        return inner()


async def connect(host):
    for address in host.addresses():
        if address.open():
            return address
    # ruleid: exception-not-raised
    ConnectionError()


def raised(amount):
    if amount < 0:
        # ok: exception-not-raised
        raise ValueError("negative")


def kept(log):
    # ok: exception-not-raised
    error = ValueError("x")
    # ok: exception-not-raised
    log.append(KeyError("y"))
    return error


def returned():
    # ok: exception-not-raised
    return TypeError("z")


def handler(app):
    # ok: exception-not-raised
    RaiseQuotaException("a")
    # ok: exception-not-raised
    app.onError(3)
    # ok: exception-not-raised
    logError("x")


def RaiseQuotaException(text):
    # ok: exception-not-raised
    raise Quota(text)


def logError(text):
    # ok: exception-not-raised
    print(Quota, text)
