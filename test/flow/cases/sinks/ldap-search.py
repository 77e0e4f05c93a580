# Case: a filter of python-ldap is built
import ldap
from flask import Flask, request

app = Flask(__name__)


@app.get("/person")
def person():
    uid = request.args["uid"]  # step 1
    connection = ldap.initialize("ldap://directory")
    found = connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=" + uid + ")")  # sink: ldap-injection
    return {"count": len(found)}
