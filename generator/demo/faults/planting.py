"""Which record gets which fault: a share of them, every kind in its turn."""

from collections import deque
from collections.abc import Sequence
from copy import deepcopy
from decimal import Decimal
from typing import Any

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.kinds import FaultKind, Paper, Planted
from generator.demo.heads import Companion, marked
from generator.demo.papers import paper
from generator.demo.plain import chinese, typed
from generator.demo.projects import Programme
from generator.model.evaluation import Evaluation
from generator.source import At, Plain, dotted, read, write

_PROSE = ("findings", "sections", "objective", "result")
"""The parts of a paper that are written freely."""
_REMEMBERED = 300
"""How many evaluations without fault are kept, so that a later one can take something over."""


class Planter:
    """Plants faults while records go by; kinds that found no room wait for the next record."""

    def __init__(
        self, programme: Programme, seed: int, share: Decimal, kinds: Sequence[FaultKind]
    ) -> None:
        self._programme, self._seed, self._share = programme, seed, share
        self._queue = Dice(seed, "faults").shuffled(kinds)
        self._due = Decimal(0)
        self._sound: deque[Facts] = deque(maxlen=_REMEMBERED)
        self._taken: set[str] = set()
        """The evaluations that a fault of another one was made from; one serves once."""
        self.planted: list[Planted] = []

    def planted_in(self, facts: Facts) -> Paper | None:
        """The paper of an evaluation with its fault; None when it stays as it is."""
        self._due += self._share
        if len(self.planted) < int(self._due):
            for kind in self._queue:
                if not kind.beside and (tried := self._try(kind, facts)):
                    return self._noted(kind, facts.path, *tried)
        self._sound.append(facts)
        return None

    def planted_beside(self, companion: Companion, facts: Facts) -> Paper | None:
        """A document beside an evaluation with its fault; None when it stays as it is.

        There are few of each kind: they need not wait until a whole fault is due. One that answers
        an evaluation answers a sound one.
        """
        self._due += self._share
        is_sound = bool(self._sound) and self._sound[-1] is facts
        if len(self.planted) < self._due and (is_sound or "related" not in companion.data):
            for kind in self._queue:
                if companion.data["evaluation_type"] in kind.beside and kind.paper is not None:
                    data = deepcopy(companion.data)
                    dice = Dice(self._seed, "fault", companion.path, kind.rule)
                    if at := kind.paper(data, facts, dice):
                        return self._noted(kind, companion.path, data, at)
        return None

    def _try(self, kind: FaultKind, facts: Facts) -> tuple[Paper, At] | None:
        dice = Dice(self._seed, "fault", facts.key, kind.rule)
        at: At | None = None
        if kind.facts is not None:
            changed = facts.copy()
            at = kind.facts(changed, dice)
            data = self._paper(changed) if at else {}
        elif kind.paper is not None:
            data = self._paper(facts)
            at = kind.paper(data, facts, dice)
        elif kind.two is not None and (other := self._other(kind, facts)) is not None:
            data = self._paper(facts)
            if at := kind.two(data, self._paper(other), facts, dice):
                self._taken.add(other.key)
        return (data, at) if at and not _says(data, kind, at) else None

    def _other(self, kind: FaultKind, facts: Facts) -> Facts | None:
        """The newest evaluation without fault that has what a kind takes over, and still may."""
        fits = kind.other
        return next(
            (
                one
                for one in reversed(self._sound)
                if fits and fits(one, facts) and one.key not in self._taken
            ),
            None,
        )

    def _paper(self, facts: Facts) -> Paper:
        return paper(facts, self._programme, self._seed)

    def _noted(self, kind: FaultKind, path: str, data: Paper, at: At) -> Paper:
        """The paper itself; its fault is listed, and its kind must wait for all others."""
        self._queue.remove(kind)
        self._queue.append(kind)
        file = f"content/records/{path}.yml"
        text = write(chinese(marked(data), Evaluation))
        document = read(text.encode(), file).document
        if document is None:
            raise ValueError(file)
        line = document.location(typed(at, Evaluation)).line
        self.planted.append(Planted(file, line, dotted(at), kind.rule))
        return data


def _says(data: Paper, kind: FaultKind, at: At) -> bool:
    """Whether the prose of a paper holds what a kind of fault leaves unsaid.

    Problems that tell it are taken out first, with what answers them, while others are left.
    """
    words = [word or _row_name(data, at) for word in kind.unsaid]
    if words:
        _take_out(data, words)
    prose = str([data.get(part) for part in _PROSE])
    return any(word in prose for word in words)


def _take_out(data: Paper, words: Sequence[str]) -> None:
    """Remove the findings that hold any of these words, as long as some are left."""
    findings: Any = data.get("findings", [])
    kept = [one for one in findings if not any(word in str(one) for word in words)]
    if not kept or len(kept) == len(findings):
        return
    known = {one["id"] for one in kept}
    answers: Any = data.get("recommendations", [])
    data["findings"] = kept
    data["recommendations"] = [
        answer | {"findings": left}
        for answer in answers
        if (left := [name for name in answer.get("findings", ()) if name in known])
    ]


def _row_name(data: Plain, at: At) -> str:
    """The name of the row that holds a value."""
    row: Any = data
    for step in at[:-1]:
        row = row[step]
    return str(row["name"])
