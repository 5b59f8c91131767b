"""What was measured, as the words and numbers of tables; a template lays them out."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bench.peers.hugo import WITH_SEARCH
from bench.peers.linters import CHECK_JSONSCHEMA, YAMLLINT
from bench.peers.ours import CLOCKED, COLD, EDITED, UNCHANGED, Clocked
from bench.race import BASE, Race, growth, shares
from bench.runs import Run
from bench.stage_table import REST, STAGES, START, WORKERS

NONE = "–"
"""Where there is nothing to say."""
AGAINST = {
    "Hugo": (BASE,),
    "Hugo + Pagefind": (WITH_SEARCH,),
    "Hugo + Pagefind + yamllint + check-jsonschema": (WITH_SEARCH, YAMLLINT, CHECK_JSONSCHEMA),
    "MkDocs, without search": ("MkDocs, without search",),
    "MkDocs, with search": ("MkDocs, with search",),
    "Zensical": ("Zensical, fresh folder",),
}
"""Whom we are held against, and the rows that make them up."""
_WRITE_NOTHING = frozenset({YAMLLINT, CHECK_JSONSCHEMA})
_NOT_GROWN = {CLOCKED, *_WRITE_NOTHING}


class StageRow(NamedTuple):
    """A stage of the budget: CPU ms a record, its share of the build, and of what Hugo takes."""

    name: str
    each: str
    share: str
    of_base: str


class PeerRow(NamedTuple):
    """A row of the race."""

    name: str
    ratio: str
    cpu: str
    each: str
    wall: str
    peak: str
    files: str
    size: str


class AgainstRow(NamedTuple):
    """Our CPU divided by that of others."""

    name: str
    cold: str
    unchanged: str
    edited: str


@dataclass(frozen=True, slots=True)
class Block:
    """All tables of one ground."""

    records: str
    pages: str
    turns: int
    in_memory: bool
    stages: Sequence[StageRow]
    """The last row is the whole build."""
    clocks: str
    """What a build with clocks takes of one without."""
    peak: str
    absent: Sequence[str]
    peers: Sequence[PeerRow]
    against: Sequence[AgainstRow]
    worst: str
    missing: Sequence[str]


def block(race: Race, clocked: Clocked) -> Block:
    """The tables of a race, and of the clocks in it."""
    worst = race.worst(EDITED)
    return Block(
        f"{race.records:,}", f"{race.pages:,}", len(race.rows[CLOCKED]), race.in_memory,
        _stages(race, clocked), _times(race.ratio(CLOCKED, [COLD])),
        f"{race.middle(COLD, _peak) / 1e6:,.0f}" if COLD in race.rows else NONE,
        clocked.absent, [_peer(race, name) for name in race.rows if name != CLOCKED],
        [
            AgainstRow(
                name, _times(race.ratio(COLD, others)), _times(race.ratio(UNCHANGED, others)),
                _times(race.ratio(worst, others)) if worst else NONE,
            )
            for name, others in AGAINST.items()
            if all(other in race.rows for other in others)
        ],
        (worst or NONE).removeprefix(EDITED), race.missing,
    )  # fmt: skip


def growths(races: Sequence[Race]) -> list[tuple[str, str]]:
    """The exponent of growth of every row that was measured at several sizes, not reckoned."""
    names = dict.fromkeys(name for race in races for name in race.rows if name not in _NOT_GROWN)
    found = ((name, growth(races, name)) for name in names)
    return [(name, f"{exponent:.2f}") for name, exponent in found if exponent is not None]


def _stages(race: Race, clocked: Clocked) -> list[StageRow]:
    """In the order of the line; a stage that took nothing is left out."""
    seconds = shares(clocked.seconds)
    total = sum(seconds.values())
    order = (START, *(stage.name for stage in STAGES), WORKERS, REST)
    charged = {name: [name] for name in order if seconds.get(name)}
    return [
        StageRow(
            name, f"{sum(seconds[part] for part in parts) / race.records * 1000:.3f}",
            f"{sum(seconds[part] for part in parts) / total:.0%}",
            _times(_of_base(race, clocked, parts)),
        )
        for name, parts in {**charged, "all": list(charged)}.items()
    ]  # fmt: skip


def _of_base(race: Race, clocked: Clocked, stages: Sequence[str]) -> float | None:
    """Stages together to what Hugo took in the same turn."""
    if BASE not in race.rows:
        return None
    turns = zip(clocked.seconds, race.rows[BASE], strict=True)
    return statistics.median(
        sum(seconds.get(stage, 0.0) for stage in stages) / base.cpu for seconds, base in turns
    )


def _peer(race: Race, name: str) -> PeerRow:
    cpu = race.middle(name, lambda run: run.cpu)
    writes = name not in _WRITE_NOTHING
    return PeerRow(
        name, _times(race.ratio(name, [BASE])), f"{cpu:.2f}", f"{cpu / race.records * 1000:.2f}",
        f"{race.middle(name, lambda run: run.wall):.2f}", f"{race.middle(name, _peak) / 1e6:,.0f}",
        f"{race.middle(name, lambda run: run.files):,.0f}" if writes else NONE,
        f"{race.middle(name, lambda run: run.size) / 1e6:,.1f}" if writes else NONE,
    )  # fmt: skip


def _peak(run: Run) -> float:
    return run.peak


def _times(ratio: float | None) -> str:
    return NONE if ratio is None else f"{ratio:.2f}"
