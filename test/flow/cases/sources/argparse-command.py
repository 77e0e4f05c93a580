# Case: an argument of the command line in a shell command
import argparse
import os


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("host")
    args = parser.parse_args()  # step 1
    os.system("ping -c 1 " + args.host)  # sink: command-from-local-input


if __name__ == "__main__":
    main()
