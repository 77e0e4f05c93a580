from lxml import etree
from lxml.etree import XPath as Path


def user(tree, name):
    # ruleid: xpath-built
    return tree.xpath("//user[@name='%s']" % name)


def item(tree, key):
    # ruleid: xpath-built
    return Path(f"//item[@key='{key}']")(tree)


class Document:
    def section(self, title):
        # ruleid: xpath-built
        nodes = self.tree.xpath("//section[title='" + title + "']")

        def notes():
            # ruleid: xpath-built
            return self.tree.xpath("//note[@for='{}']".format(title))

        return nodes, notes()


def variable(tree, name):
    # ok: xpath-built
    return tree.xpath("//user[@name=$name]", name=name)


def constant(tree):
    # ok: xpath-built
    return tree.xpath("//user" + "/name")


def compiled():
    # ok: xpath-built
    return etree.XPath("//user[@name=$name]")


def from_a_variable(tree, expression):
    # ok: xpath-built
    return tree.xpath(expression)
