"""What the three checks have in common: they name every fault of every file and end with 1 when there is one."""

import sys


class Faults:
    """Collects what is wrong with one file."""

    def __init__(self, name):
        self.name = name
        self.found = []

    def add(self, message):
        self.found.append(message)

    def expect(self, holds, message):
        if not holds:
            self.add(message)


def run(files, check):
    """Calls check(path, faults) for each file, prints the outcome, and ends the program."""
    failed = False
    for path in files:
        faults = Faults(path)
        try:
            check(path, faults)
        except Exception as error:  # A reader that gives up is a finding like any other.
            faults.add(f"cannot be read: {type(error).__name__}: {error}")
        for message in faults.found:
            print(f"{path}: {message}")
        if not faults.found:
            print(f"{path}: ok")
        failed = failed or bool(faults.found)
    sys.exit(1 if failed else 0)
