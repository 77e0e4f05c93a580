# Case: sys.argv in a statement
import sqlite3
import sys


def main():
    name = sys.argv[1]  # step 1
    connection = sqlite3.connect("people.db")
    connection.execute("DELETE FROM people WHERE name = '%s'" % name)  # sink: sql-from-local-input
    connection.commit()


main()
