import argparse
import sqlite3
import sys


def load(path):
    database = sqlite3.connect("names.db")
    with open(path) as stream:
        for line in stream.readlines():
            # ruleid: sql-from-local-input
            database.execute("INSERT INTO names VALUES ('" + line.strip() + "')")
            # ok: sql-from-local-input
            database.execute("INSERT INTO names VALUES (?)", [line.strip()])
    database.commit()


def remove(database, condition):
    # ruleid: sql-from-local-input
    database.execute("DELETE FROM people WHERE " + condition)


def main():
    name = sys.argv[1]
    remove(sqlite3.connect("people.db"), "name = '%s'" % name)


def table():
    parser = argparse.ArgumentParser()
    parser.add_argument("--table", default="people")
    options = parser.parse_args()
    # ruleid: sql-from-local-input
    return sqlite3.connect("people.db").execute(f"SELECT count(*) FROM {options.table}").fetchone()


def number():
    key = int(input("key: "))
    # ok: sql-from-local-input
    return sqlite3.connect("people.db").execute("SELECT name FROM people WHERE key = %d" % key).fetchone()


def clean():
    # ok: sql-from-local-input
    sqlite3.connect("people.db").execute("DELETE FROM sessions")


if __name__ == "__main__":
    main()
