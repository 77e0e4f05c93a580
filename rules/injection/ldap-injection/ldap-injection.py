import ldap
import ldap3
from django.http import HttpResponse
from flask import Flask, request
from ldap.filter import escape_filter_chars, filter_format
from ldap3.utils.conv import escape_filter_chars as escape3

app = Flask(__name__)


@app.get("/person")
def person():
    uid = request.args["uid"]
    connection = ldap.initialize("ldap://directory")
    # ruleid: ldap-injection
    found = connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=" + uid + ")")
    # ok: ldap-injection
    found += connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=%s)" % escape_filter_chars(uid))
    # ok: ldap-injection
    found += connection.search_s("dc=example", ldap.SCOPE_SUBTREE, filter_format("(uid=%s)", [uid]))
    return {"count": len(found)}


def filter_of(field, value):
    return f"({field}={value})"


class Directory:
    def __init__(self):
        self.connection = ldap3.Connection(ldap3.Server("directory"), auto_bind=True)

    def find(self, text):
        # ruleid: ldap-injection
        self.connection.search("dc=example", text)
        return len(self.connection.entries)


@app.get("/mailbox")
def mailbox():
    return {"count": Directory().find(filter_of("mail", request.args["mail"]))}


@app.get("/escaped")
def escaped():
    connection = ldap3.Connection(ldap3.Server("directory"), auto_bind=True)
    # ok: ldap-injection
    connection.search("dc=example", "(mail=%s)" % escape3(request.args["mail"]))
    return {"count": len(connection.entries)}


def login(request):
    connection = ldap.initialize("ldap://directory")
    # ruleid: ldap-injection
    connection.simple_bind_s("uid=%s,dc=example" % request.POST["user"], request.POST["password"])
    return HttpResponse("welcome")


def everybody():
    connection = ldap.initialize("ldap://directory")
    # ok: ldap-injection
    return connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(objectClass=person)")
