"""What was done about problems, and how each stands today."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.catalog.anchors import finding_anchor
from generator.catalog.relations import Problem, Standing
from generator.intake.records import Record
from generator.model.findings import Rectification, State
from generator.model.items import Item
from generator.pages.addresses import Link
from generator.pages.parts.added import notes_of
from generator.pages.parts.answers import FindingStanding, Reference
from generator.pages.parts.levels import Note


@dataclass(frozen=True, slots=True)
class ProblemElsewhere:
    """A problem of another document: the id that the entry names, and where it stands."""

    name: str
    at: Reference | None
    """None where the document is not on this site, or has no such problem."""
    address: str
    """Of that document's page; empty like its text."""
    text: str


@dataclass(frozen=True, slots=True)
class RectificationRow:
    """One entry: which problems, what was done, how it stands."""

    findings: Sequence[Reference]
    """Those of this page."""
    elsewhere: Sequence[ProblemElsewhere]
    """Those of the document that it answers."""
    state: State | None
    notes: Sequence[Note]


def rows(
    item: Item, anchors: Mapping[str, Reference], problems: Mapping[str, Problem]
) -> tuple[RectificationRow, ...]:
    """The entries of an item, in its order; problems are those of the documents it answers."""
    return tuple(
        RectificationRow(
            tuple(anchors[name] for name in entry.findings if name in anchors),
            tuple(_elsewhere(n, problems.get(n)) for n in entry.findings if n not in anchors),
            entry.state,
            tuple(_notes(item, entry)),
        )
        for entry in item.rectification
    )


def _elsewhere(name: str, problem: Problem | None) -> ProblemElsewhere:
    if problem is None:
        return ProblemElsewhere(name, None, "", "")
    at = Reference(problem.number, finding_anchor(problem.finding))
    return ProblemElsewhere(name, at, problem.record.address, problem.finding.text)


def _notes(item: Item, entry: Rectification) -> list[Note]:
    amount = item.amount(entry.amount) or entry.amount
    texts = (
        ("整改要求", entry.demand),
        ("整改措施", entry.measure),
        ("整改情况", entry.progress),
        ("未完成原因", entry.open_reason),
        ("责任单位", entry.responsible),
        ("整改时限", entry.due),
        ("完成日期", entry.done_on),
        ("金额", amount),
        ("佐证", entry.evidence),
        ("记载日期", entry.date),
    )
    given = [Note(label, str(text)) for label, text in texts if text]
    return [*given, *notes_of(entry.extra)]


def standings(found: Mapping[str, Standing], here: Record) -> Mapping[str, FindingStanding]:
    """How problems stand, by id, each with a way to the document that says so."""
    return {name: _standing(one, here) for name, one in found.items()}


def _standing(found: Standing, here: Record) -> FindingStanding:
    record = found.record
    link = None if record is here else Link(record.head.title, record.address)
    return FindingStanding(found.state, link, found.entry.progress or found.entry.measure or "")


def counted(states: Sequence[State | None]) -> tuple[tuple[str, int], ...]:
    """How many problems stand how, in the order of the states; those without one last."""
    counts = Counter(states)
    named = tuple((state.label, counts[state]) for state in State if counts[state])
    return (*named, ("没有写明状态", counts[None])) if counts[None] else named
