import sqlalchemy
import sqlalchemy as sa
from sqlalchemy import text
from sqlalchemy.sql import expression, text as sql


def by_name(session, name):
    # ruleid: sqlalchemy-text-built
    return session.execute(text("SELECT * FROM users WHERE name = '%s'" % name))


def by_filter(query, name):
    # ruleid: sqlalchemy-text-built
    return query.filter(sa.text(f"name = '{name}'"))


class Ports:
    def order(self, query, field):
        # ruleid: sqlalchemy-text-built
        clause = sql(field + " desc")

        def restrict():
            # ruleid: sqlalchemy-text-built
            return query.filter(expression.text("host = '{}'".format(self.host)))

        return restrict().order_by(clause)


def bound(session, name):
    # ok: sqlalchemy-text-built
    return session.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})


def bound_in_the_text(session, name):
    # ok: sqlalchemy-text-built
    return session.execute(sa.text("SELECT * FROM users " + "WHERE name = :n").bindparams(n=name))


def default():
    # ok: sqlalchemy-text-built
    return sqlalchemy.Column("enabled", sqlalchemy.Boolean, server_default=sa.sql.text("0"))


def other_text(canvas, name):
    # ok: sqlalchemy-text-built
    canvas.text("Hello %s" % name)
