import re

import ldap
import ldap3
from ldap.filter import escape_filter_chars, filter_format


def find(connection, name):
    # ruleid: ldap-filter-built
    return connection.search_s("dc=shop", ldap.SCOPE_SUBTREE, "(uid=%s)" % name, ["cn"])


def login(server, name):
    with ldap3.Connection(server) as c:
        # ruleid: ldap-filter-built
        c.search("dc=shop", f"(&(objectClass=person)(uid={name}))")
        return c.entries


class Directory:
    def groups(self, name):
        # ruleid: ldap-filter-built
        found = self.ldap.search_ext_s(self.base, 2, "(member=" + name + ")")

        def mails():
            # ruleid: ldap-filter-built
            return self.ldap.search(search_base=self.base, search_filter="(mail={})".format(name))

        return found, mails()


def escaped(connection, name):
    # ok: ldap-filter-built
    return connection.search_s("dc=shop", 2, "(uid=%s)" % escape_filter_chars(name))


def formatted(connection, name):
    # ok: ldap-filter-built
    return connection.search_s("dc=shop", 2, filter_format("(uid=%s)", [name]))


def everything(connection):
    # ok: ldap-filter-built
    return connection.search_s("dc=shop", 2, "(objectClass=*)")


def regular_expression(text, word):
    # ok: ldap-filter-built
    return re.search(r"\b%s\b" % word, text, re.I)
