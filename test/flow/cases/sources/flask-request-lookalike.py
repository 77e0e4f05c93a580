# Case: an object of our own that happens to be named request
import os


class Request:
    def __init__(self, args):
        self.args = args


def rotate():
    request = Request({"unit": "worker.service"})
    os.system("systemctl restart " + request.args["unit"])  # safe: command-injection


if __name__ == "__main__":
    rotate()
