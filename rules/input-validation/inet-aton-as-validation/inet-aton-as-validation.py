import ipaddress
import socket
import socket as net
from socket import inet_aton


def is_address(text):
    try:
        # ruleid: inet-aton-as-validation
        socket.inet_aton(text)
        return True
    except OSError:
        return False


class Rule:
    def check(self):
        try:
            # ruleid: inet-aton-as-validation
            net.inet_aton(self.source)
        except OSError as error:
            raise ValueError(self.source) from error

    def valid(self):
        def one(text):
            try:
                # ruleid: inet-aton-as-validation
                inet_aton(text)
            except:
                return False
            return True

        return one(self.source)


def with_log(text, log):
    try:
        log.debug("checking %s", text)
        # ruleid: inet-aton-as-validation
        socket.inet_aton(text)
        return True
    except socket.error:
        return False


def strict(text):
    try:
        # ok: inet-aton-as-validation
        ipaddress.ip_address(text)
        return True
    except ValueError:
        return False


def packed(text):
    # ok: inet-aton-as-validation
    return socket.inet_aton(text)


def packed_in_try(text):
    try:
        # ok: inet-aton-as-validation
        value = socket.inet_aton(text)
    except OSError:
        return None
    return value


def strict_parser(text):
    try:
        # ok: inet-aton-as-validation
        socket.inet_pton(socket.AF_INET, text)
        return True
    except OSError:
        return False
