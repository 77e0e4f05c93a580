import xml.etree.ElementTree as ET
from xml.dom import minidom
from xml.etree import ElementTree
from xml.etree.ElementTree import fromstring, parse

import requests


def state(url):
    response = requests.get(url, timeout=10)
    # ruleid: xml-plain-parser
    return ET.fromstring(response.content).find("state").text


def form(request):
    # ruleid: xml-plain-parser
    return minidom.parseString(request.body)


class Device:
    def status(self):
        res_details = self.call("status")
        # ruleid: xml-plain-parser
        root = ElementTree.fromstring(res_details["data"])

        def parts(data):
            # ruleid: xml-plain-parser
            return fromstring(data), root

        return parts


def constant():
    # ok: xml-plain-parser
    return ET.fromstring("<data/>")


def own_file(path):
    # ok: xml-plain-parser
    return parse(path)


def of_the_hypervisor(domain):
    # ok: xml-plain-parser
    return ET.fromstring(domain.XMLDesc(0))


def other(codec, body):
    # ok: xml-plain-parser
    return codec.fromstring(body)
