import xml.sax
from xml.sax import handler, make_parser
from xml.sax.handler import feature_external_ges, feature_external_pes as parameters, feature_namespaces


def read(path):
    parser = xml.sax.make_parser()
    # ruleid: sax-external-entities-on
    parser.setFeature(xml.sax.handler.feature_external_ges, True)
    parser.parse(path)


def with_definitions(path):
    parser = make_parser()
    # ruleid: sax-external-entities-on
    parser.setFeature(handler.feature_external_pes, 1)
    parser.parse(path)


class Reader:
    def start(self):
        # ruleid: sax-external-entities-on
        self.parser.setFeature(feature_external_ges, True)

        def more():
            # ruleid: sax-external-entities-on
            self.parser.setFeature(parameters, True)
            # ruleid: sax-external-entities-on
            self.parser.setFeature("http://xml.org/sax/features/external-general-entities", True)

        return more


def off(parser):
    # ok: sax-external-entities-on
    parser.setFeature(feature_external_ges, False)


def namespaces(parser):
    # ok: sax-external-entities-on
    parser.setFeature(feature_namespaces, True)


def decided_elsewhere(parser, trusted):
    # ok: sax-external-entities-on
    parser.setFeature(feature_external_ges, trusted)


def other(window):
    # ok: sax-external-entities-on
    window.setFeature("external-general-entities", True)
