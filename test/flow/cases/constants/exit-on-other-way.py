# Case: the program ends only if nothing was given
import os
import sys


def main():
    if len(sys.argv) < 2:
        sys.exit("a job, please")
    os.system("run-job " + sys.argv[1])  # step 1 # sink: command-from-local-input


if __name__ == "__main__":
    main()
