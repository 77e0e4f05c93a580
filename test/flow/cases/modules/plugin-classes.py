# Case: plugins of two modules, each a subclass of a base in a third
# file: plugins/__init__.py
# file: plugins/base.py
class Plugin:
    def handle(self, text):
        raise NotImplementedError
# file: plugins/shell.py
import os

from plugins.base import Plugin


class ShellPlugin(Plugin):
    def handle(self, text):
        os.system("handle " + text)  # sink: command-injection
# file: plugins/count.py
from plugins.base import Plugin


class CountPlugin(Plugin):
    def handle(self, text):
        return len(text)
# file: app.py
from flask import Flask, request

from plugins.base import Plugin
from plugins.count import CountPlugin
from plugins.shell import ShellPlugin

app = Flask(__name__)


def dispatch(plugin: Plugin, text: str):
    plugin.handle(text)  # step 3


@app.post("/text")
def text():
    body = request.form["text"]  # step 1
    for plugin in (CountPlugin(), ShellPlugin()):
        dispatch(plugin, body)  # step 2
    return {"ok": True}
