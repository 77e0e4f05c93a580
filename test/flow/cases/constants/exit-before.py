# Case: the program ends before the shell is reached
import os
import sys

DISABLED = True


def main():
    if DISABLED:
        sys.exit("not in this release")
    os.system("run-job " + sys.argv[1])  # safe: command-from-local-input


if __name__ == "__main__":
    main()
