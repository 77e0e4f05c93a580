# Case: what comes through a web socket of Channels
from channels.generic.websocket import WebsocketConsumer


class Console(WebsocketConsumer):
    def connect(self):
        self.accept()

    def receive(self, text_data=None, bytes_data=None):  # step 1
        eval(text_data)  # sink: code-injection
