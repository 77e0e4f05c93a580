# Case: lines of a file are bound to a statement
import sqlite3


def load(path):
    connection = sqlite3.connect("names.db")
    with open(path) as stream:
        for line in stream.readlines():
            connection.execute("INSERT INTO names VALUES (?)", [line.strip()])  # safe: sql-from-local-input
    connection.commit()


load("incoming/names.txt")
