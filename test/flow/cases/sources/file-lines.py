# Case: lines of a file in a statement
import sqlite3


def load(path):
    connection = sqlite3.connect("names.db")
    with open(path) as stream:  # step 1
        for line in stream.readlines():  # step 1
            connection.execute("INSERT INTO names VALUES ('" + line.strip() + "')")  # sink: sql-from-local-input
    connection.commit()


load("incoming/names.txt")
