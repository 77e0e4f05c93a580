# Case: a function named as serverless functions are gets events from outside, a method of that name from its own program
import os


class Pool:
    def handle_event(self, event):
        os.system(event["command"])  # safe: command-injection


def handle_event(event, context):  # step 1
    os.system(event["command"])  # sink: command-injection
