# Case: an argument of a query, and one that is made a number
import sqlite3

import graphene


class Query(graphene.ObjectType):
    user = graphene.String(name=graphene.String())

    def resolve_user(self, info, name):  # step 1
        connection = sqlite3.connect("users.db")
        return connection.execute("SELECT mail FROM users WHERE name = '" + name + "'")  # sink: sql-injection

    def resolve_number(self, info, number: int):
        connection = sqlite3.connect("users.db")
        return connection.execute(f"SELECT mail FROM users WHERE id = {number}")  # safe: sql-injection
