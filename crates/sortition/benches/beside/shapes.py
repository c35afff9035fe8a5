"""Made-up pools of the shapes (people, seats, features) that others have published times for. The same bytes every time."""

import csv
import random
from dataclasses import dataclass
from pathlib import Path

# Shares of each value in the population, and among those who volunteer: the old and the well educated come forward more often.
FEATURES = {
    "gender": {"woman": (0.50, 0.48), "man": (0.50, 0.52)},
    "age": {"18-29": (0.20, 0.12), "30-44": (0.24, 0.20), "45-59": (0.26, 0.26), "60-74": (0.20, 0.29), "75+": (0.10, 0.13)},
    "area": {"north": (0.30, 0.33), "south": (0.25, 0.20), "east": (0.25, 0.22), "west": (0.20, 0.25)},
    "education": {"short": (0.35, 0.20), "middle": (0.40, 0.38), "long": (0.25, 0.42)},
}
TWO_FEATURES = {
    "gender": {"woman": (0.50, 0.50), "man": (0.50, 0.50)},
    "leaning": {"one": (0.50, 0.50), "other": (0.50, 0.50)},
}


@dataclass(frozen=True)
class Shape:
    name: str
    people: int
    size: int
    features: dict
    # How far, in parts of the size, a quota may be from the population's share.
    room: float


SHAPES = [
    Shape("four_features_300_45", 300, 45, FEATURES, 0.05),
    Shape("four_features_300_45_tight", 300, 45, FEATURES, 0.0),
    Shape("four_features_500_75", 500, 75, FEATURES, 0.05),
    Shape("four_features_750_112", 750, 112, FEATURES, 0.05),
    Shape("two_features_200_20", 200, 20, TWO_FEATURES, 0.05),
    Shape("two_features_2000_200", 2000, 200, TWO_FEATURES, 0.05),
]


def write(shape: Shape, folder: Path) -> None:
    """Writes `categories.csv` and `respondents.csv`."""
    chance = random.Random(f"{shape.name} 1")  # random() alone is used: its sequence is promised to stay
    room = round(shape.room * shape.size)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "categories.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["feature", "value", "min", "max"])
        for feature, values in shape.features.items():
            for value, seats in seats_of(values, shape.size).items():
                rows.writerow([feature, value, max(0, seats - room), seats + room])
    with open(folder / "respondents.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["id", *shape.features])
        for number in range(shape.people):
            rows.writerow([f"p{number}", *(draw(chance, values) for values in shape.features.values())])


def seats_of(values: dict, size: int) -> dict:
    """The population's shares of a panel, in whole seats: what is left over goes to the largest remainders."""
    exact = {value: population * size for value, (population, _) in values.items()}
    seats = {value: int(share) for value, share in exact.items()}
    for value in sorted(exact, key=lambda value: seats[value] - exact[value])[: size - sum(seats.values())]:
        seats[value] += 1
    return seats


def draw(chance: random.Random, values: dict) -> str:
    """A volunteer's value."""
    at = chance.random()
    for value, (_, volunteers) in values.items():
        at -= volunteers
        if at < 0:
            break
    return value
