import contextlib
import os
import shutil
import tempfile
from contextlib import contextmanager as managed


@contextlib.contextmanager
def folder():
    path = tempfile.mkdtemp()
    yield path
    # ruleid: contextmanager-cleanup-not-in-finally
    shutil.rmtree(path)


class Pool:
    @managed
    def connection(self):
        connection = self.take()
        yield connection
        self.count -= 1
        # ruleid: contextmanager-cleanup-not-in-finally
        connection.close()

    def locked(self):
        @managed
        def inner():
            self.lock.acquire()
            yield
            # ruleid: contextmanager-cleanup-not-in-finally
            self.lock.release()

        return inner()


@contextlib.contextmanager
def working_directory(path):
    old = os.getcwd()
    os.chdir(path)
    yield
    # ruleid: contextmanager-cleanup-not-in-finally
    os.chdir(old)


@contextlib.contextmanager
def in_finally():
    path = tempfile.mkdtemp()
    try:
        yield path
    finally:
        # ok: contextmanager-cleanup-not-in-finally
        shutil.rmtree(path)


@contextlib.contextmanager
def in_finally_after_work(connection):
    try:
        yield connection
        connection.commit()
        # ok: contextmanager-cleanup-not-in-finally
        connection.stop()
    finally:
        connection.close()


@contextlib.contextmanager
def only_on_success(connection):
    yield connection
    # ok: contextmanager-cleanup-not-in-finally
    connection.commit()


@contextlib.contextmanager
def by_with():
    with tempfile.TemporaryDirectory() as path:
        # ok: contextmanager-cleanup-not-in-finally
        yield path
    print("done")


def generator(rows):
    for row in rows:
        yield row
    # ok: contextmanager-cleanup-not-in-finally
    rows.close()
