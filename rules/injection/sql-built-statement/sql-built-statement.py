import sqlite3
from sqlite3 import connect as open_database

from alembic import op

from myapp import utils


def find(name):
    db = open_database("shop.db")
    # ruleid: sql-built-statement
    return db.execute("SELECT * FROM users WHERE name = '%s'" % name).fetchone()


def change(cursor, name, price):
    statement = f"UPDATE items SET price = {price} WHERE name = '{name}'"
    # ruleid: sql-built-statement
    cursor.execute(statement)


class Items:
    def remove(self, key):
        # ruleid: sql-built-statement
        self.cursor.execute("delete from items where id = " + str(key) + " limit 1")

        def add(names):
            # ruleid: sql-built-statement
            self.cursor.executemany("insert into items ({}) values (?)".format(self.column), names)

        return add

    async def get(self, pool, key):
        query = """
            SELECT name
              FROM items
             WHERE key = %s""" % key
        # ruleid: sql-built-statement
        return await pool.fetch(query)


def parameters(name):
    db = sqlite3.connect("shop.db")
    # ok: sql-built-statement
    db.execute("SELECT * FROM users WHERE name = ?", (name,))
    # ok: sql-built-statement
    db.execute("SELECT * FROM users" + " WHERE name = ?", (name,))


def constant(cursor):
    statement = "SELECT name " + "FROM items"
    # ok: sql-built-statement
    cursor.execute(statement)


def command(device):
    # ok: sql-built-statement
    utils.execute("update-grub --device=%s" % device)
    # ok: sql-built-statement
    utils.execute("select-editor", "--device=" + device)


def message(log, name):
    # ok: sql-built-statement
    log.info("SELECT of %s took long" % name)


TABLE_OF_VERSIONS = load()


def version(session):
    # ok: sql-built-statement
    return session.execute("SELECT version_num FROM %s" % TABLE_OF_VERSIONS).scalar()


def only_the_table(cursor, table, now):
    # ok: sql-built-statement
    cursor.execute("DELETE FROM %s WHERE expires < %%s" % table, [now])
    # ok: sql-built-statement
    cursor.execute(f"SELECT COUNT(*) FROM {table}")


def quoted_names(cursor, ops, column):
    # ok: sql-built-statement
    cursor.execute("SELECT %s FROM items" % ops.quote_name(column))


def upgrade(table):
    # ok: sql-built-statement
    op.execute("ALTER TABLE %s ADD COLUMN note TEXT" % table)
