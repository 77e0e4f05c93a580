import contextlib
import sqlite3
import sqlite3 as sql
from sqlite3 import connect


def count(path):
    # ruleid: sqlite-connection-not-closed
    with sqlite3.connect(path) as connection:
        return connection.execute("SELECT count(*) FROM item").fetchone()[0]


class Store:
    def add(self, item):
        # ruleid: sqlite-connection-not-closed
        with sql.connect(self.path, timeout=5) as db:
            db.execute("INSERT INTO item VALUES (?)", (item,))

    def all(self):
        def read():
            # ruleid: sqlite-connection-not-closed
            with connect(self.path) as db:
                return db.execute("SELECT name FROM item").fetchall()

        return read()


def touch(path):
    # ruleid: sqlite-connection-not-closed
    with sqlite3.connect(path):
        print("exists now")


def closed(path):
    # ok: sqlite-connection-not-closed
    with contextlib.closing(sqlite3.connect(path)) as connection:
        with connection:
            connection.execute("DELETE FROM item")


def closed_by_hand(path):
    # ok: sqlite-connection-not-closed
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM item")
        connection.close()


def transaction(connection):
    # ok: sqlite-connection-not-closed
    with connection:
        connection.execute("DELETE FROM item")


def other(pool):
    # ok: sqlite-connection-not-closed
    with pool.connect() as connection:
        connection.execute("DELETE FROM item")
