"""A file without findings, into which the suite types."""
import subprocess

import yaml


def greet(name):
    return "Hello, " + name
