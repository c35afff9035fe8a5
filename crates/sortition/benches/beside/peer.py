"""The peer's chances from files, as JSON: `peer.py quotas.csv people.csv size objective`. Without arguments: only what it takes to begin.

The library is licensed under the GPL. It is called here in a process of its own, through what it offers to everybody; nothing of it is part
of this repository.
"""

import csv
import json
import os
import sys

from sortition_algorithms import Settings, read_in_features, read_in_people
from sortition_algorithms.committee_generation import find_distribution_leximin, find_distribution_maximin, find_distribution_nash

FIND = {"maximin": find_distribution_maximin, "leximin": find_distribution_leximin, "nash": find_distribution_nash}


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames), list(reader)


def main(quotas, people, size, objective):
    features, _, _ = read_in_features(*rows(quotas))
    pool, _ = read_in_people(*rows(people), features, Settings(id_column="id", columns_to_keep=[]))
    panels, probabilities, _ = FIND[objective](features, pool, int(size), [], "highspy")
    chances = {person: 0.0 for person in pool}
    for panel, probability in zip(panels, probabilities):
        for person in panel:
            chances[person] += float(probability)
    return {"chances": chances}


if len(sys.argv) > 1:
    # Its solvers talk on the same line as we: they are sent away, from below Python.
    told = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    json.dump(main(*sys.argv[1:]), told)
    told.close()
