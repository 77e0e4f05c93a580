import json
import socket as s


def load(text):
    try:
        return json.loads(text)
    # ruleid: except-or
    except (ValueError, TypeError):
        return None


class Client:
    def read(self):
        try:
            return self.sock.recv(1)
        # ruleid: except-or
        except (s.timeout, ConnectionError) as error:
            self.log(error)
        finally:
            self.sock.close()

    def both(self):
        def inner():
            try:
                self.read()
            except OSError:
                raise
            # ruleid: except-or
            except (KeyError, IndexError):
                return None
            else:
                return 1

        return inner()


def deep(items):
    for item in items:
        try:
            item()
        # ruleid: except-or
        except (AttributeError, TypeError):
            continue


def tuple_of_both(text):
    try:
        return json.loads(text)
    # ok: except-or
    except (ValueError, TypeError):
        return None


def chosen(kind):
    try:
        kind.run()
    # ok: except-or
    except kind.errors:
        return None


def single(text):
    try:
        return json.loads(text or "{}")
    # ok: except-or
    except ValueError as error:
        return error or None


def anything(text):
    try:
        return json.loads(text)
    # ok: except-or
    except Exception:
        return text or None
