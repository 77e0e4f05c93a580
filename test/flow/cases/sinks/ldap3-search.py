# Case: a filter of ldap3 is built
import ldap3
from flask import Flask, request

app = Flask(__name__)


@app.get("/mailbox")
def mailbox():
    mail = request.args["mail"]  # step 1
    connection = ldap3.Connection(ldap3.Server("directory"), auto_bind=True)
    connection.search("dc=example", "(mail=%s)" % mail)  # sink: ldap-injection
    return {"count": len(connection.entries)}
