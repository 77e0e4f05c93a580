import lxml.etree
from lxml import etree
from lxml import etree as xml
from lxml.etree import XMLParser


def parser():
    # ruleid: lxml-parser-loosened
    return etree.XMLParser(resolve_entities=True)


def large(path):
    # ruleid: lxml-parser-loosened
    return xml.parse(path, parser=xml.XMLParser(huge_tree=True, recover=True))


class Feed:
    def read(self, text):
        # ruleid: lxml-parser-loosened
        tree = etree.fromstring(text, XMLParser(load_dtd=True, no_network=False))

        def entries():
            # ruleid: lxml-parser-loosened
            return lxml.etree.iterparse(self.path, huge_tree=True)

        return tree, entries


def strict():
    # ok: lxml-parser-loosened
    return etree.XMLParser(resolve_entities=False, no_network=True)


def default(text):
    # ok: lxml-parser-loosened
    return etree.fromstring(text, XMLParser(remove_comments=True))


def decided_elsewhere(huge):
    # ok: lxml-parser-loosened
    return etree.XMLParser(huge_tree=huge)


def other(builder):
    # ok: lxml-parser-loosened
    return builder.XMLParser(huge_tree=True)
