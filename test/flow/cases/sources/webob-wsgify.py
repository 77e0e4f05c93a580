# Case: webob.dec.wsgify passes a request
import sqlite3

import webob
import webob.dec


class Images:
    @webob.dec.wsgify
    def __call__(self, req):
        tag = req.GET["tag"]  # step 1
        connection = sqlite3.connect("images.db")
        rows = connection.execute("SELECT id FROM images WHERE tag = '" + tag + "'")  # sink: sql-injection
        return webob.Response(json={"count": len(rows.fetchall())})
