# Case: what is typed is evaluated
import math


def calculator():
    while True:
        line = input("> ")  # step 1
        if line == "quit":
            break
        print(math.floor(eval(line)))  # sink: code-from-local-input


if __name__ == "__main__":
    calculator()
