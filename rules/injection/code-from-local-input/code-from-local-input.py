import ast
import os
import sys


def calculator():
    while True:
        line = input("> ")
        if line == "quit":
            break
        # ruleid: code-from-local-input
        print(eval(line))
        # ok: code-from-local-input
        print(ast.literal_eval(line))


def run(source):
    # ruleid: code-from-local-input
    exec(source, {})


def main():
    with open(sys.argv[1]) as stream:
        run(stream.read())


def start():
    hook = os.environ.get("STARTUP", "")
    # ruleid: code-from-local-input
    exec(hook)


def power():
    # ok: code-from-local-input
    return eval("2 ** " + str(int(input("> "))))


def version():
    # ok: code-from-local-input
    return eval("1 + 1")
