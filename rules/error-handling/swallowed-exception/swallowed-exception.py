import contextlib


def load(path):
    try:
        return parse(path)
    except Exception:
        # ruleid: swallowed-exception
        pass


def each(items):
    for item in items:
        try:
            item.check()
        except:
            # ruleid: swallowed-exception
            continue


class Agent:
    def sync(self):
        try:
            self.apply_rules()
        except Exception as error:
            # ruleid: swallowed-exception
            pass
        finally:
            self.done()

    def nested(self):
        def inner():
            try:
                self.read()
            except KeyError:
                return None
            except BaseException:
                # ruleid: swallowed-exception
                ...
            else:
                self.done()

        return inner()


def named(path):
    try:
        return parse(path)
    except FileNotFoundError:
        # ok: swallowed-exception
        pass


def logged(log, path):
    try:
        return parse(path)
    except Exception:
        # ok: swallowed-exception
        log.exception("cannot read %s", path)


def raised(path):
    try:
        return parse(path)
    except Exception as error:
        # ok: swallowed-exception
        raise ValueError(path) from error


class Handle:
    def __del__(self):
        try:
            self.release()
        except Exception:
            # ok: swallowed-exception
            pass


def closing(connection):
    try:
        connection.close()
    except Exception:
        # ok: swallowed-exception
        pass


def suppressed(path):
    # ok: swallowed-exception
    with contextlib.suppress(FileNotFoundError):
        parse(path)


def parse(path):
    # ok: swallowed-exception
    pass
