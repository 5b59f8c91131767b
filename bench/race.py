"""All who take part, turn by turn on one ground, so that whatever slows the machine slows all.

A ratio is taken within a turn, and the median of the turns is what counts.
"""

import math
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from bench.ground import Ground
from bench.peers.contestant import Contestant
from bench.runs import Run

BASE = "Hugo, fresh folder"
"""What all rows are compared to, where it took part."""


@dataclass(slots=True, kw_only=True)
class Race:
    """What the rows cost on one ground, turn by turn."""

    records: int
    pages: int
    in_memory: bool
    rows: dict[str, list[Run]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    """The names of those that are not installed."""

    def middle(self, name: str, of: Callable[[Run], float]) -> float:
        """The median of the turns."""
        return statistics.median([of(run) for run in self.rows[name]])

    def ratio(self, name: str, others: Sequence[str]) -> float | None:
        """CPU of a row to that of others together, turn by turn; None where one took no part."""
        if not {name, *others} <= self.rows.keys():
            return None
        own, *theirs = ([run.cpu for run in self.rows[row]] for row in (name, *others))
        together = map(sum, zip(*theirs, strict=True))
        return statistics.median(cpu / other for cpu, other in zip(own, together, strict=True))

    def worst(self, beginning: str) -> str | None:
        """Of the rows with this beginning, the one that takes the most CPU."""
        rows = [name for name in self.rows if name.startswith(beginning)]
        return max(rows, key=lambda name: self.middle(name, lambda run: run.cpu), default=None)


def hold(
    ground: Ground, contestants: Sequence[Contestant], turns: int, patience: float = math.inf
) -> Race:
    """Let all take so many turns, each second one in the other direction.

    After the first, a turn is not begun that would end later than `patience` seconds from now.
    """
    pages = sum(1 for _ in ground.markdown.rglob("*.md"))
    race = Race(records=ground.records, pages=pages, in_memory=ground.in_memory)
    race.missing = [one.name for one in contestants if not one.version]
    present = [one for one in contestants if one.version]
    for one in present:
        one.prepare(ground)
    start = time.monotonic()
    for turn in range(turns):
        if (time.monotonic() - start) * (turn + 1) > patience * turn > 0:
            break
        order = present[::-1] if turn % 2 else present
        for name, run in chain.from_iterable(one.turn(ground) for one in order):
            race.rows.setdefault(name, []).append(run)
            sys.stderr.write(f"{ground.records:,}, turn {turn + 1}: {run.cpu:8.2f} s  {name}\n")
    return race


def growth(races: Sequence[Race], name: str) -> float | None:
    """The exponent by which CPU grows with records, from the smallest ground to the largest."""
    held = sorted((race for race in races if name in race.rows), key=lambda race: race.records)
    if len(held) < 2 or held[0].records == held[-1].records:  # noqa: PLR2004 - a line has two ends
        return None
    ends = [(race.records, race.middle(name, lambda run: run.cpu)) for race in (held[0], held[-1])]
    (fewer, less), (more, most) = ends
    return math.log(most / less) / math.log(more / fewer)


def shares(seconds: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The median of each stage over the turns."""
    names = dict.fromkeys(chain.from_iterable(seconds))
    return {name: statistics.median(turn.get(name, 0.0) for turn in seconds) for name in names}
