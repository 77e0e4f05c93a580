# Case: a function named as serverless functions are gets events from outside, a method that handles events from its own program
import os


class Pool:
    def handle_event(self, event):
        os.system(event["command"])  # safe: command-injection


def handler(event, context):  # step 1
    os.system(event["command"])  # sink: command-injection
