# Case: what is typed is converted to a number
import math


def calculator():
    while True:
        line = input("> ")
        if line == "quit":
            break
        print(math.floor(eval("2 ** " + str(int(line)))))  # safe: code-from-local-input


if __name__ == "__main__":
    calculator()
