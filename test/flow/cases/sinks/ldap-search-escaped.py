# Case: the value in a filter of python-ldap is escaped
import ldap
from flask import Flask, request
from ldap.filter import escape_filter_chars

app = Flask(__name__)


@app.get("/person")
def person():
    uid = escape_filter_chars(request.args["uid"])
    connection = ldap.initialize("ldap://directory")
    found = connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=" + uid + ")")  # safe: ldap-injection
    return {"count": len(found)}
