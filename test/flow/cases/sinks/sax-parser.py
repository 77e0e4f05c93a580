# Case: a parser of the standard library's SAX is given XML of a request
import io
import xml.sax

from flask import request


def read():
    parser = xml.sax.make_parser()
    text = request.form["document"]  # step 1
    parser.parse(io.StringIO(text))  # sink: xml-from-request # low
