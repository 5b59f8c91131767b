"""Which record gets which fault: a share of them, every kind in its turn."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.kinds import FaultKind, Planted
from generator.demo.papers import paper
from generator.demo.plain import chinese, typed
from generator.demo.projects import Programme
from generator.model.evaluation import Evaluation
from generator.source import At, Plain, dotted, read, write

_PROSE = ("findings", "sections", "objective", "result")
"""The parts of a paper that are written freely."""


class Planter:
    """Plants faults while records go by; kinds that found no room wait for the next record."""

    def __init__(
        self, programme: Programme, seed: int, share: Decimal, kinds: Sequence[FaultKind]
    ) -> None:
        self._programme, self._seed, self._share = programme, seed, share
        self._queue = Dice(seed, "faults").shuffled(kinds)
        self._due = Decimal(0)
        self.planted: list[Planted] = []

    def planted_in(self, facts: Facts, before: Facts | None) -> dict[str, Plain] | None:
        """The paper with its fault; None when this record stays as it is."""
        self._due += self._share
        if len(self.planted) >= int(self._due):
            return None
        for kind in self._queue:
            if tried := self._try(kind, facts, before):
                data, path = tried
                self._queue.remove(kind)
                self._queue.append(kind)
                self._note(kind, facts, data, path)
                return data
        return None

    def let_pass(self) -> None:
        """A document that stays as it is goes by; its part of the share falls to later ones."""
        self._due += self._share

    def _try(
        self, kind: FaultKind, facts: Facts, before: Facts | None
    ) -> tuple[dict[str, Plain], At] | None:
        dice = Dice(self._seed, "fault", facts.key, kind.rule)
        changed = facts.copy()
        if kind.facts is not None:
            at = kind.facts(changed, dice)
            data = None if at is None else self._paper(changed)
            return None if at is None or data is None or _says(data, kind, at) else (data, at)
        if kind.paper is None or (kind.previous and before is None):
            return None
        source = before if kind.previous and before else facts
        data = self._paper(source)
        at = kind.paper(data, facts, dice)
        return None if at is None else (data, at)

    def _paper(self, facts: Facts) -> dict[str, Plain]:
        return paper(facts, self._programme, self._seed)

    def _note(self, kind: FaultKind, facts: Facts, data: dict[str, Plain], at: At) -> None:
        file = f"content/records/{facts.path}.yml"
        text = write(chinese(data, Evaluation))
        document = read(text.encode(), file).document
        if document is None:
            raise ValueError(file)
        line = document.location(typed(at, Evaluation)).line
        self.planted.append(Planted(file, line, dotted(at), kind.rule))


def _says(data: dict[str, Plain], kind: FaultKind, at: At) -> bool:
    """Whether the prose of a paper holds what a kind of fault leaves unsaid.

    Problems that tell it are taken out first, with what answers them, while others are left.
    """
    words = [word or _row_name(data, at) for word in kind.unsaid]
    if words:
        _take_out(data, words)
    prose = str([data.get(part) for part in _PROSE])
    return any(word in prose for word in words)


def _take_out(data: dict[str, Plain], words: Sequence[str]) -> None:
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
