# Case: an argument of the command line is one argument of a program
import subprocess
import sys


def main():
    if len(sys.argv) != 2:
        raise SystemExit("one host, please")
    return subprocess.call(["ping", "-c", "1", sys.argv[1]])  # safe: command-from-local-input


if __name__ == "__main__":
    main()
