# Case: a captured part of a path of Tornado is made a number
import sqlite3

import tornado.web


class Order(tornado.web.RequestHandler):
    def get(self, key):
        connection = sqlite3.connect("shop.db")
        row = connection.execute("SELECT id FROM orders WHERE id = %d" % int(key)).fetchone()  # safe: sql-injection
        self.write({"found": row is not None})


application = tornado.web.Application([(r"/order/(.*)", Order)])
