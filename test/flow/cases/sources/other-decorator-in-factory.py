# Case: what the decorator is asked of is no application, so that nobody sends what the function gives
from queue_of_ours import Queue
from flask import request


def create_queue():
    queue = Queue()

    @queue.route("hello")
    def hello():
        return "Hello " + request.args["name"]  # safe: cross-site-scripting

    return queue
