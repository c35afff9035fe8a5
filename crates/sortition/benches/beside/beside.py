#!/usr/bin/env python3
"""Our engine beside the library that most lotteries are drawn with, in one run on one machine.

    python3 -m venv /tmp/beside
    /tmp/beside/bin/pip install sortition-algorithms==0.12.15 gurobipy
    cargo build --release -p sortition --example chances
    /tmp/beside/bin/python crates/sortition/benches/beside/beside.py [--limit 120] [--objectives maximin,leximin] [pool …]

Each run is a process of its own that reads two files, finds chances and panels that give them, and prints the chances; what is measured
is the processor time it used, in user and kernel mode, starting up included. A run that uses more than the limit is ended. The peer
solves with HiGHS; its leximin needs the linear programmes of Gurobi, whose package solves small ones without a licence. Prints a table
in Markdown; what `--keep` names is a folder where the made-up pools are left.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import shapes

HERE = Path(__file__).resolve().parent
CRATE = HERE.parent.parent
POOLS = CRATE / "tests" / "data" / "pools"
# Lower chances are none.
NONE = 1e-9


def target():
    asked = subprocess.run(["cargo", "metadata", "--format-version", "1", "--no-deps"], cwd=CRATE, capture_output=True, check=True)
    return Path(json.loads(asked.stdout)["target_directory"])


def pools(folder):
    """Name, size, folder with the files."""
    for pool in sorted(POOLS.iterdir()):
        yield pool.name, json.loads((pool / "meta.json").read_text())["k"], pool
    for shape in shapes.SHAPES:
        shapes.write(shape, folder / shape.name)
        yield shape.name, shape.size, folder / shape.name


class Run:
    """A process: what it said, how long it calculated, and what stopped it."""

    def __init__(self, command, limit):
        with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complained:
            child = subprocess.Popen(
                command, stdout=said, stderr=complained, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
            )
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            self.seconds = used.ru_utime + used.ru_stime
            said.seek(0)
            complained.seek(0)
            self.ended = child.returncode < 0
            self.failed = child.returncode != 0
            self.told = json.load(said) if child.returncode == 0 and os.fstat(said.fileno()).st_size else None
            complaint = complained.read().decode(errors="replace").strip().splitlines()
            self.complaint = complaint[-1] if complaint else ""

    def time(self):
        if self.told is not None:
            return number(self.seconds)
        return f"> {number(self.seconds)}" if self.ended else f"cannot: {self.complaint[:90]}"

    def lowest(self, reachable):
        if self.told is None:
            return ""
        lowest = min((self.told["chances"][person] for person in reachable), default=0.0)
        return f"{lowest:.6f}{'' if self.told.get('certified', True) else ' (not proven)'}"


def number(seconds):
    return f"{seconds:.3f}" if seconds < 1 else f"{seconds:.1f}"


def ratio(ours, peer):
    if ours.told is None or (peer.told is None and not peer.ended):
        return ""
    more = "" if peer.told is not None else "> "
    return f"{more}{peer.seconds / ours.seconds:.0f}"


def main():
    asks = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asks.add_argument("--limit", type=int, default=120, help="processor seconds for one run")
    asks.add_argument("--objectives", default="maximin,leximin", help="of maximin, leximin, nash")
    asks.add_argument("--keep", type=Path, help="where to leave the made-up pools")
    asks.add_argument("pools", nargs="*", help="only these")
    asked = asks.parse_args()
    ours = target() / "release" / "examples" / "chances"
    if not ours.exists():
        sys.exit("First: cargo build --release -p sortition --example chances")
    peer = [sys.executable, str(HERE / "peer.py")]
    begins = Run(peer, asked.limit)
    if begins.failed:
        sys.exit(f"The peer cannot be loaded ({begins.complaint}): see the head of this file")
    print(f"Of the peer's time, {number(begins.seconds)} s is loading itself.\n", flush=True)
    print("| pool | n | k | objective | ours, CPU s | peer, CPU s | ratio | lowest chance, ours | lowest chance, peer |")
    print("|---|---|---|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as made_up:
        for name, size, folder in pools(asked.keep or Path(made_up)):
            if asked.pools and name not in asked.pools:
                continue
            files = [str(folder / "categories.csv"), str(folder / "respondents.csv"), str(size)]
            people = len((folder / "respondents.csv").read_text().splitlines()) - 1
            for objective in asked.objectives.split(","):
                mine = Run([str(ours), *files, objective], asked.limit)
                theirs = Run([*peer, *files, objective], asked.limit)
                reachable = [person for person, chance in (mine.told or theirs.told or {"chances": {}})["chances"].items() if chance > NONE]
                found = [run.lowest(reachable) for run in (mine, theirs)]
                cells = [name, people, size, objective, mine.time(), theirs.time(), ratio(mine, theirs), *found]
                print(f"| {' | '.join(map(str, cells))} |", flush=True)


main()
