# Case: the text of an object says what its class says, in a dictionary of values too
import logging

log = logging.getLogger(__name__)


class Account:
    def __init__(self, name, password):
        self.name = name
        self.password = password

    def __repr__(self):
        return "<" + self.name + ">"


class Other:
    def __init__(self, name, password):
        self.name = name
        self.password = password

    def __repr__(self):
        return "<" + self.name + ":" + self.password + ">"


def show(name, password):
    account = Account(name, password)
    log.info("account %(account)s" % {"account": account})  # safe: secret-flows-to-log


def tell(name, password):  # step 1
    account = Other(name, password)
    log.info("account %(account)s of %(name)s" % {"account": account, "name": name})  # sink: secret-flows-to-log
