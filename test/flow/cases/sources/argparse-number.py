# Case: a number of the command line is written with %d
import argparse
import os


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=1)
    args = parser.parse_args()
    os.system("ping -c %d localhost" % args.count)  # safe: command-from-local-input


if __name__ == "__main__":
    main()
