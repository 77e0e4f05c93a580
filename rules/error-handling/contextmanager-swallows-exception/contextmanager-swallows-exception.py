import contextlib
from contextlib import contextmanager
from contextlib import contextmanager as managed


@contextmanager
def lock(connection):
    connection.execute("BEGIN")
    try:
        yield True
    except Exception:
        # ruleid: contextmanager-swallows-exception
        pass
    connection.execute("ROLLBACK")


class Broker:
    @contextlib.contextmanager
    def session(self):
        session = self.open()
        try:
            session.start()
            yield session
            session.commit()
        except (Exception, KeyboardInterrupt):
            # ruleid: contextmanager-swallows-exception
            pass
        finally:
            session.close()

    def quiet(self):
        @managed
        def inner():
            try:
                with self.open() as session:
                    yield session
            except:
                # ruleid: contextmanager-swallows-exception
                pass

        return inner()


@contextmanager
def paused(worker):
    worker.pause()
    try:
        yield
    except BaseException as error:
        # ruleid: contextmanager-swallows-exception
        pass
    worker.resume()


@contextmanager
def raised_again(connection):
    try:
        yield connection
    except Exception:
        connection.rollback()
        # ok: contextmanager-swallows-exception
        raise


@contextmanager
def named():
    try:
        yield
    except FileNotFoundError:
        # ok: contextmanager-swallows-exception
        pass


@contextmanager
def around_the_start(worker):
    try:
        worker.start()
    except Exception:
        # ok: contextmanager-swallows-exception
        pass
    yield worker


def generator(items):
    for item in items:
        try:
            yield item.load()
        except Exception:
            # ok: contextmanager-swallows-exception
            pass
