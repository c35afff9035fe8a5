"""Checks the record of a selection by lot, without any part of the program that made it.

    python3 check_panel.py record.json

It needs Python 3.9 and nothing else, and may be read in half an hour. What is checked:

* panels      every panel has the right size, keeps every quota, has nobody twice, nobody who may not be drawn, and one of each household
* tickets     all panels together have 10**12 tickets
* chances     everybody's chance is what the tickets of their panels are worth
* figures     lowest and highest chance, spread, steps and value are those of the chances
* unreachable whoever has no chance cannot have one
* bound       no other lottery is better: see `bounds` for why a few prices can prove that
* learnt      inequalities that the proof uses: only with scipy, which solves the search for a counterexample
* list        numbered panels are panels, and as near to the chances as stated
* draw        the text gives the ticket, the ticket the panel, and the panel the people

Whole numbers and fractions are used wherever they can be, so that nothing depends on rounding. Ends with 1 if anything is wrong.
"""

import argparse
import hashlib
import json
import math
import struct
import sys
from collections import Counter, defaultdict
from fractions import Fraction

TICKETS = 10**12
SLACK = 1e-9  # numbers that were calculated with rounding may differ by this
NONE = 1e-9  # lower chances are none


def same(one, other):
    return one is not None and other is not None and abs(one - other) <= SLACK * max(1, abs(one))


class Question:
    """Who can be drawn, and under which conditions."""

    def __init__(self, record):
        self.record, asked = record, record["question"]
        self.people = {person["id"]: person for person in record["pool"]}
        assert len(self.people) == len(record["pool"]), "somebody is in the pool twice"
        self.features = list(dict.fromkeys(quota["feature"] for quota in record["quotas"]))
        place = {(self.features.index(quota["feature"]), quota["value"]): at for at, quota in enumerate(record["quotas"])}
        assert len(place) == len(record["quotas"]), "a quota stands twice"
        self.quotas_of = {}
        for name, person in self.people.items():
            assert len(person["values"]) == len(self.features), f"{name} has too few or too many values"
            self.quotas_of[name] = [place[pair] for pair in enumerate(person["values"])]
        self.selected, self.panels = asked["selected"], asked["parallel"]
        self.home = {name: person["household"] if asked["one_per_household"] else None for name, person in self.people.items()}
        housed = {self.home[name] for name in self.selected} - {None}
        out = set(self.selected) | set(asked["excluded"])
        self.drawable = [name for name in self.people if name not in out and self.home[name] not in housed]
        self.seats = asked["size"] - len(self.selected)
        kept = self.count(self.selected)
        self.open = [(max(0, q["min"] - kept[at]), max(0, q["max"] - kept[at])) for at, q in enumerate(record["quotas"])]
        assert all(low <= high for low, high in self.open) and self.panels > 0, "a quota contradicts itself"
        # Kinds of households: the values of all members who can be drawn.
        homes = defaultdict(list)
        for name in self.drawable:
            if self.home[name] is not None:
                homes[self.home[name]].append(name)
        self.kind, self.homes = {}, Counter()
        for members in homes.values():
            if len(members) > 1:
                kind = tuple(sorted("|".join(self.people[name]["values"]) for name in members))
                self.homes[kind] += 1
                self.kind.update((name, kind) for name in members)
        # People whom nothing tells apart are a group: name of the group, its members, and the seats it can have.
        groups = defaultdict(list)
        for name in self.drawable:
            factors = tuple(one["factors"].get(name) for one in record["certificate"]["learnt"])
            groups[tuple(self.quotas_of[name]), self.kind.get(name), factors].append(name)
        self.groups = []
        for (_, kind, _), members in groups.items():
            seats = len({self.home[name] for name in members}) if kind else len(members)
            self.groups.append((members, min(seats, self.seats * self.panels)))

    def count(self, names):
        return Counter(quota for name in names for quota in self.quotas_of[name])

    def faults_of(self, members, parts=(), panels=None):
        """What is wrong with a panel, or with several that are drawn at once."""
        if parts:
            if sorted(members) != sorted(name for part in parts for name in part) or len(parts) != self.panels:
                return "its parts are not its members"
            return next(filter(None, (self.faults_of(part, panels=1) for part in parts)), None) or self.together(members)
        panels = panels or self.panels
        if len(members) != self.seats * panels:
            return f"{len(members)} people instead of {self.seats * panels}"
        if wrong := self.together(members):
            return wrong
        new, kept = self.count(members), self.count(self.selected)
        for at, quota in enumerate(self.record["quotas"]):
            if not quota["min"] * panels <= new[at] + kept[at] * panels <= quota["max"] * panels:
                return f"{new[at] + kept[at] * panels} with {quota['feature']}: {quota['value']}"
        return None

    def together(self, members):
        if len(set(members)) != len(members):
            return "somebody twice"
        if not set(members) <= set(self.drawable):
            return "somebody who cannot be drawn"
        homes = [self.home[name] for name in members if self.home[name] is not None]
        return "two of a household" if len(set(homes)) != len(homes) else None


def panels(question, record):
    for number, panel in enumerate(record["panels"]):
        if question.panels > 1 and not panel.get("parts"):
            yield f"panel {number}: nobody knows who sits on which"
        if wrong := question.faults_of(panel["members"], panel.get("parts", ())):
            yield f"panel {number}: {wrong}"


def tickets(question, record):
    if sum(panel["tickets"] for panel in record["panels"]) != TICKETS:
        yield "the tickets of all panels are not all tickets"
    for number, panel in enumerate(record["panels"]):
        if not isinstance(panel["tickets"], int) or panel["tickets"] < 0 or panel["probability"] != panel["tickets"] / TICKETS:
            yield f"panel {number}: its chance is not what its tickets are worth"


def chances(question, record):
    if record["status"] == "no-lottery":
        if record["probabilities"]:
            yield "chances without a lottery"
        return
    if set(record["probabilities"]) != set(question.people):
        yield "the chances are not those of the people in the pool"
        return
    if record["status"] == "estimated":
        drawable = set(question.drawable)
        if any(not 0 <= chance <= (name in drawable) for name, chance in record["probabilities"].items()):
            yield "a chance is none"
        if not same(sum(record["probabilities"].values()), question.seats * question.panels):
            yield "the chances do not sum to the seats"
        return
    for name, chance in record["probabilities"].items():
        if chance != question.tickets[name] / TICKETS:
            yield f"{name} has a chance of {question.tickets[name] / TICKETS}, not {chance}"


def figures(question, record):
    if record["status"] == "no-lottery":
        return
    p = sorted(record["probabilities"][name] for name in question.drawable)
    reached = [chance for chance in p if chance > NONE]
    logs = math.fsum(map(math.log, reached))
    low, high, total = (reached or [0])[0], (p or [0])[-1], math.fsum(p)
    even = question.seats * question.panels / len(p) if p else 0
    gamma = record["question"].get("gamma") or 1
    values = {"minimax": high, "nash": logs, "goldilocks": high / even + gamma * even / low if even and low else 0}
    found = {
        "min": low,
        "max": high,
        "unreachable": len(p) - len(reached),
        "gini": math.fsum((2 * at + 1 - len(p)) * chance for at, chance in enumerate(p)) / (len(p) * total) if total else 0,
        "geometric_mean": math.exp(logs / len(reached)) if reached else 0,
        "value": values.get(record["objective"], low),
    }
    for name, number in found.items():
        if not same(record[name], number):
            yield f"{name} is {number}, not {record[name]}"
    levels = []
    for chance in p:
        if levels and chance - levels[-1][0] < 1e-6:
            levels[-1][1] += 1
        else:
            levels.append([chance, 1])
    if len(levels) != len(record["levels"]) or any(not same(a, c) or b != d for (a, b), (c, d) in zip(levels, record["levels"])):
        yield "the steps of the chances are others"


class Weighed:
    """What prices make of the conditions.

    Every condition says that a sum over people lies between two numbers; what holds for every panel holds for the chances of every lottery.
    Multiply each condition by its price and add all of them up: for the chances p of any lottery, sum(worth * p) <= room. `worth` is the
    sum of the prices of all conditions that count a person. This is true for any prices, so prices need no trust: bad ones prove less.
    """

    def __init__(self, question, prices):
        record, self.groups = question.record, question.groups
        quotas, homes, learnt = Counter(), Counter(), Counter()
        size = Fraction(prices["size"])
        self.room = size * question.seats * question.panels
        for at, price in prices["quotas"]:
            price, (low, high) = Fraction(price), question.open[at]
            quotas[at] += price
            self.room += max(price * low, price * high) * question.panels
        for kind, price in prices["households"]:
            price = Fraction(price)
            homes[tuple(kind)] += price
            self.room += max(price, 0) * question.homes[tuple(kind)]
        for at, price in prices["learnt"]:
            assert price >= 0, "a learnt inequality is a bound from above"
            learnt[at] += Fraction(price)
            self.room += Fraction(price) * Fraction(record["certificate"]["learnt"][at]["bound"])
        self.worth = []
        for members, _ in self.groups:
            worth = size + sum(quotas[at] for at in question.quotas_of[members[0]]) + homes[question.kind.get(members[0])]
            for at, price in learnt.items():
                worth += price * Fraction(record["certificate"]["learnt"][at]["factors"].get(members[0], 0))
            self.worth.append(worth)

    def left(self, cap=1, counts=None):
        """The room, and what those below zero can give back if nobody has more than `cap`: alpha * m <= left(M)."""
        back = self.room
        for (members, seats), worth in zip(self.groups, self.worth):
            if worth < 0 and (counts is None or any(name in counts for name in members)):
                back -= worth * min(seats, len(members) * cap)
        return back

    def bends(self):
        """Where `left` bends as the cap rises."""
        found = {Fraction(seats, len(members)) for (members, seats), worth in zip(self.groups, self.worth) if worth < 0}
        return sorted(bend for bend in found | {Fraction(0), Fraction(1)} if bend <= 1)


def bounds(question, record):
    """What the prices prove: bound, gap, what is wrong with the steps, and who could have a chance for all they say."""
    certificate, objective, p = record["certificate"], record["objective"], record["probabilities"]
    group_of = {name: at for at, (members, _) in enumerate(question.groups) for name in members}
    settled, most, wrong, lowest, shortfall = {}, {}, [], None, 0
    for number, level in enumerate(certificate["levels"]):
        weighed = Weighed(question, level["prices"]) if level["prices"] else None
        together = math.inf
        if weighed:
            # Who is settled has at least their chance, all others at least the same z: how high can z be?
            alpha, room = 0, weighed.left()
            for (members, _), worth in zip(question.groups, weighed.worth):
                free = sum(name not in settled for name in members) if worth > 0 else 0
                alpha += worth * free
                if worth > 0 and free < len(members):
                    room -= worth * sum(Fraction(settled[name]) for name in members if name in settled)
            together = room / alpha if alpha > 0 else math.inf
        least = math.inf
        for name in level["people"]:
            if name not in group_of or name in settled:
                wrong.append(f"step {number}: {name} cannot be in it")
                continue
            members, seats = question.groups[group_of[name]]
            full = Fraction(seats, len(members))
            worth = weighed.worth[group_of[name]] if weighed else None
            if weighed and worth <= 0:
                wrong.append(f"step {number}: its prices do not speak of {name}")
            other = record["status"] == "certified" and abs(level["chance"] - p[name]) > record["gap"] + 1e-6
            if other or level["chance"] > min(full, together) + SLACK:
                wrong.append(f"step {number}: {name} has {p[name]}, not {level['chance']}")
            least = min(least, full, together)
            shortfall = max(shortfall, min(full, together) - Fraction(p[name]))
            alone = weighed.left() / worth if weighed and worth > 0 else math.inf
            most[name] = min(full, alone) if level["chance"] <= NONE else 1
        lowest = least if lowest is None and level["chance"] > NONE else lowest
        settled.update((name, level["chance"]) for name in level["people"])
    none = [name for name in question.drawable if p[name] <= NONE]
    reachable = [name for name in none if most.get(name, 1) > 1e-6] if objective != "minimax" else []
    counts = set(question.drawable) - set(none)
    value, prices = Fraction(record["value"]), certificate["prices"]
    if objective in ("leximin", "maximin"):
        lowest = lowest or Fraction(0)
        if objective == "leximin":  # about everybody: who is in no step could have all that their group can have
            for members, seats in question.groups:
                for name in members:
                    if name not in settled:
                        shortfall = max(shortfall, Fraction(seats, len(members)) - Fraction(p[name]))
                        if record["status"] == "certified":
                            wrong.append(f"{name} is in no step")
        # The lowest chance is that of those who have one; of those who could have one it is none.
        return lowest, max(abs(lowest - (0 if reachable else value)), shortfall), wrong, reachable
    if not counts:
        return value, 0, wrong, reachable
    if not prices or (reachable and objective != "minimax"):
        return None, None, wrong, reachable
    weighed = Weighed(question, prices)
    if objective == "nash":
        # Logarithms are below their tangents: sum(log q) <= sum(log p) + sum(q / p) - n for any other lottery q.
        gap = weighed.room - len(counts)
        for (members, seats), worth in zip(question.groups, weighed.worth):
            gap += seats * max([0] + [(1 / Fraction(p[name]) if name in counts else 0) - worth for name in members])
        gap = max(gap, 0)
        return value + gap, gap, wrong, reachable
    bends = weighed.bends()
    if objective == "minimax":
        # Nobody is above zero, so left(M) must not be negative.
        bound = Fraction(0 if weighed.left(0) >= 0 else 1)
        for low, high in zip(bends, bends[1:]):
            start, end = weighed.left(low), weighed.left(high)
            if start < 0 <= end:
                bound = low - start * (high - low) / (end - start)
                break
    else:
        # M / even + gamma * even / m with alpha * m <= left(M): between two bends the best M is known, and the function is convex.
        even = question.seats * question.panels / len(question.drawable)
        gamma = record["question"].get("gamma") or 1
        alpha = sum(worth * sum(name in counts for name in members) for (members, _), worth in zip(question.groups, weighed.worth) if worth > 0)
        best = math.inf if alpha > 0 else 0
        for low, high in zip(bends, bends[1:]) if alpha > 0 else ():
            start, end = float(weighed.left(low, counts)), float(weighed.left(high, counts))
            slope = (end - start) / float(high - low)
            inner = float(low) + (math.sqrt(gamma * even * even * float(alpha) * slope) - start) / slope if slope > 0 else float(low)
            for cap in (float(low), min(max(inner, float(low)), float(high)), float(high)):
                left = start + slope * (cap - float(low))
                best = min(best, cap / even + gamma * even * float(alpha) / left if left > 0 else math.inf)
        # Without prices it is known only that m is at most M.
        bound = Fraction(max(best, 2 * math.sqrt(gamma))) if best < math.inf else None
    return bound, abs(value - bound) if bound is not None else None, wrong, reachable


def learnt(question, record):
    """Inequalities that all panels obey. Nothing simple proves them; a solver of whole numbers looks for a panel that breaks one."""
    if not record["certificate"]["learnt"]:
        return
    try:
        import numpy
        from scipy.optimize import Bounds, LinearConstraint, milp
    except ImportError:
        raise NotChecked(f"{len(record['certificate']['learnt'])} inequalities: scipy is not installed") from None
    panels = question.panels  # of several at once, all members together; not all that obeys the conditions together can be dealt
    rows = [([1] * len(question.groups), question.seats * panels, question.seats * panels)]
    for at, (low, high) in enumerate(question.open):
        rows.append(([at in question.quotas_of[members[0]] for members, _ in question.groups], low * panels, high * panels))
    for kind, homes in question.homes.items():
        rows.append(([question.kind.get(members[0]) == kind for members, _ in question.groups], 0, homes))
    conditions = LinearConstraint(numpy.array([row for row, _, _ in rows], dtype=float), [row[1] for row in rows], [row[2] for row in rows])
    seats = Bounds(0, [seats for _, seats in question.groups])
    for number, one in enumerate(record["certificate"]["learnt"]):
        factors = numpy.array([one["factors"].get(members[0], 0) for members, _ in question.groups])
        found = milp(-factors, constraints=conditions, bounds=seats, integrality=numpy.ones(len(factors)), options={"time_limit": 60})
        if found.status != 0:
            raise NotChecked(f"inequality {number} takes too long")
        if -found.fun > one["bound"] + 1e-6:
            if panels > 1:
                raise NotChecked(f"inequality {number} of several panels at once")
            yield f"inequality {number}: a panel has {-found.fun}, not at most {one['bound']}"


def numbered(question, record):
    listed = record["lottery"]["panels"]
    parts = record["lottery"].get("parts", [])
    if len(parts) != (len(listed) if question.panels > 1 else 0):
        yield "nobody knows who sits on which panel"
    for number, panel in enumerate(listed):
        if wrong := question.faults_of(panel, parts[number] if number < len(parts) else ()):
            yield f"numbered panel {number}: {wrong}"
    shares = Counter(name for panel in listed for name in panel)
    wanted = {name: Fraction(question.tickets[name], TICKETS) for name in question.people}
    if listed:
        deviation = max(abs(Fraction(shares[name], len(listed)) - chance) for name, chance in wanted.items())
        least = max(abs(Fraction(round(chance * len(listed)), len(listed)) - chance) for chance in wanted.values())
        if not same(record["lottery"]["deviation"], deviation) or not same(record["lottery"]["least"], least):
            yield f"the deviation is {float(deviation)} of at least {float(least)}"


def seed_of(parts):
    seed = hashlib.sha256(b"inddrag sortition seed 1\n")
    for part in parts:
        text = part.strip(" \t\r\n").encode()
        seed.update(struct.pack("<Q", len(text)) + text)
    return seed.digest()


def number_below(n, seed, purpose):
    """The first number below n of a stream: ChaCha20 (RFC 8439) under a key made of seed and purpose, 8 bytes at a time."""
    key = hashlib.sha256(b"inddrag sortition stream 1\n" + seed + purpose.encode()).digest()
    quarters = [(0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)]
    counter = 0
    while n > 1:
        start = struct.unpack("<4I8I", b"expand 32-byte k" + key) + (counter, 0, 0, 0)
        s = list(start)
        for _ in range(10):
            for a, b, c, d in quarters:
                for x, y, z, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
                    s[x] = (s[x] + s[y]) & 0xFFFFFFFF
                    s[z] ^= s[x]
                    s[z] = (s[z] << turn | s[z] >> (32 - turn)) & 0xFFFFFFFF
        for word in struct.unpack("<8Q", struct.pack("<16I", *[(p + q) & 0xFFFFFFFF for p, q in zip(s, start)])):
            if word < 2**64 // n * n:
                return word % n
        counter += 1
    return 0


def draw(question, record):
    drawn, listed = record["draw"], (record["lottery"] or {"panels": []})["panels"]
    text, promised = drawn["text"], drawn.get("commitment")
    if (drawn["by"] == "seed with secret") != (promised is not None):
        yield "a secret was promised, or not?"
    elif promised is not None:
        secret = text[0].strip(" \t\r\n").encode()
        if hashlib.sha256(b"inddrag sortition commitment 1\n" + secret).hexdigest() != promised.lower():
            yield "the secret is not the one that was promised"
    if drawn["from"] == "run":
        if wrong := question.faults_of(drawn["members"]):
            yield f"the panel: {wrong}"
        else:
            raise NotChecked("only the program can repeat its own steps; the panel keeps all conditions")
        return
    if drawn["by"] == "ceremony":
        number, combinations = 0, 1
        for throw in map(int, text):
            number, combinations = number * drawn["sides"] + throw, combinations * drawn["sides"]
        if not listed or combinations < len(listed) or number >= combinations // len(listed) * len(listed):
            yield "these throws do not count"
            return
        number %= len(listed)
    elif len(text) != 1 + (promised is not None):
        yield "the text has too few or too many parts"
        return
    elif drawn["from"] == "list":
        number = number_below(len(listed), seed_of(text), "panel number")
    else:
        number = number_below(TICKETS, seed_of(text), "panel ticket")
    if drawn["from"] == "list":
        panel, members = number, listed[number] if listed else None
    else:
        upto, panel, members = 0, None, None
        for at, one in enumerate(record["panels"]):
            upto += one["tickets"]
            if number < upto:
                panel, members = at, one["members"]
                break
    if number != drawn["number"] or panel != drawn["panel"] or members != drawn["members"]:
        yield f"the text gives number {number}, panel {panel}"


class NotChecked(Exception):
    """Nothing here can tell."""


def check(record):
    """Yields for each check its name, True (so), False (not so) or None (nobody knows), and words."""
    if record["format"] != "inddrag panel record 1":
        yield "format", False, record["format"]
        return
    try:
        question = Question(record)
    except (AssertionError, KeyError) as error:
        yield "pool", False, f"{error}"
        return
    question.tickets = Counter()
    for panel in record["panels"]:
        for name in panel["members"]:
            question.tickets[name] += panel["tickets"]
    yield "pool", True, f"{len(question.people)} people, {len(question.drawable)} can be drawn, for {question.seats} seats"
    has_lottery = record["status"] in ("certified", "bounded")
    checks = [panels, tickets, chances, figures] if has_lottery else [chances, figures]
    checks += [numbered] if record["lottery"] else []
    checks += [draw] if record["draw"] else []
    for one in checks + [learnt]:
        try:
            faults = list(one(question, record))
            yield one.__name__, not faults, "; ".join(faults[:3])
        except NotChecked as why:
            yield one.__name__, None, str(why)
    if not has_lottery:
        yield "bound", record["bound"] is None and record["gap"] is None, "nothing is proven: no other lottery was compared"
        return
    try:
        bound, gap, wrong, reachable = bounds(question, record)
    except (AssertionError, IndexError, KeyError) as error:
        yield "bound", False, f"the prices cannot be read: {error}"
        return
    stopped = record["status"] == "bounded"  # whoever stopped before the end claims less
    words = f"nothing proves that {reachable[0]} has no chance" if reachable else ""
    yield "unreachable", not reachable or (None if stopped else False), words
    yield "steps", not wrong, "; ".join(wrong[:3])
    agree = same(record["bound"], bound) or (stopped and record["bound"] is bound is None)
    yield "bound", agree, f"value {record['value']}, no lottery is better than {float(bound) if bound is not None else None}"
    lowest = record["objective"] in ("leximin", "maximin")
    enough = min(1e-6, 1e-4 * max(record["min"], NONE)) if lowest else 1e-6 * max(1, abs(record["value"]))
    certified = gap is not None and gap <= enough
    agree = same(record["gap"], gap) or (stopped and record["gap"] is gap is None)
    yield "gap", agree and certified == (record["status"] == "certified"), f"{float(gap) if gap is not None else None}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", help="record.json")
    with open(parser.parse_args().record, encoding="utf-8") as file:
        record = json.load(file)
    failed = False
    for name, holds, words in check(record):
        print(f"{name:12} {'ok' if holds else 'not checked' if holds is None else 'WRONG':12} {words}")
        failed = failed or holds is False
    print("Something is wrong." if failed else "Nothing is wrong.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
