"""What lists show of what a document found, and of what became of it, without opening it.

Everything here is what the document itself says, as its page prints it; sums of money are in yuan
beside that. How a problem stands may be said by another document: see `problems`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.catalog.anchors import finding_anchor, within
from generator.catalog.entries import project_id
from generator.intake.records import Matter, Record
from generator.model.findings import State
from generator.model.items import Item
from generator.values.money import Quoted, Unit


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money outside a fund table."""

    printed: str
    yuan: Decimal | None
    """None where nobody says its unit."""


@dataclass(frozen=True, slots=True)
class Found:
    """A problem that a document found."""

    id: str
    """Within its item."""
    number: int
    """From 1, within its item."""
    item: str
    """The anchor of its item; empty for the document as a whole."""
    anchor: str
    """Where it stands on the document's page."""
    project_id: str
    project: str
    """The name of what it was found in."""
    text: str
    cause: str
    category: str
    amount: Sum | None
    responsible: str
    advice: tuple[str, ...]
    """The recommendations that answer it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """An entry of rectification."""

    number: int
    """From 1, within its item."""
    anchor: str
    """Where the entries of its item stand on the document's page."""
    project_id: str
    project: str
    findings: tuple[str, ...]
    """The ids of the problems that it names, here or in a document that its own names."""
    state: State | None
    said: date | None
    demand: str
    measure: str
    progress: str
    open_reason: str
    responsible: str
    due: str
    done_on: date | None
    amount: Sum | None


@dataclass(frozen=True, slots=True)
class Particulars:
    """All of one document, in its order."""

    found: tuple[Found, ...] = ()
    deeds: tuple[Deed, ...] = ()
    has_indicators: bool = False
    """Whether it has a score table, or one of targets."""


def particulars_of(record: Record) -> Particulars:
    """Of the document as a whole first, then of its items, one after another."""
    matters = (record.matter, *record.matter.below)
    return Particulars(
        tuple(found for matter in matters for found in _found(record, matter)),
        tuple(deed for matter in matters for deed in _deeds(record, matter)),
        any(matter.item.indicators for matter in matters),
    )


def _found(record: Record, matter: Matter) -> Iterator[Found]:
    item = matter.item
    if not item.findings:
        return
    subject, name = project_id(record, matter), _name(record, matter)
    for number, finding in enumerate(item.findings, 1):
        yield Found(
            finding.id, number, matter.anchor, within(matter, finding_anchor(finding)),
            subject, name, finding.text, finding.cause or "", finding.category or "",
            _sum(item, finding.amount), finding.responsible or "",
            tuple(item.recommendations[n].text for n in item.answers(finding)),
        )  # fmt: skip


def _deeds(record: Record, matter: Matter) -> Iterator[Deed]:
    item = matter.item
    if not item.rectification:
        return
    anchor, name = within(matter, "rectification"), _name(record, matter)
    for number, entry in enumerate(item.rectification, 1):
        yield Deed(
            number, anchor, project_id(record, matter), name, entry.findings, entry.state,
            entry.date, entry.demand or "", entry.measure or "", entry.progress or "",
            entry.open_reason or "", entry.responsible or "", entry.due or "", entry.done_on,
            _sum(item, entry.amount),
        )  # fmt: skip


def _name(record: Record, matter: Matter) -> str:
    return matter.item.name or record.head.title


def _sum(item: Item, quoted: Quoted | None) -> Sum | None:
    if quoted is None:
        return None
    amount = item.amount(quoted)
    return Sum(str(amount or quoted), amount.to(Unit.YUAN).value if amount else None)
