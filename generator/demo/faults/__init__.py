"""Faults to plant in records, one kind at a time; each named after the rule it should trigger.

A kind changes either the facts, before the sentences about them are written, or the finished
paper, some of them by what another paper says. It says which value it changed, or None where the
record gives it no room.
"""

from collections.abc import Mapping
from types import MappingProxyType

from generator.demo.faults import (
    aims,
    answers,
    beside,
    breakdowns,
    cells,
    copies,
    days,
    marks,
    money,
    papers,
    prose,
    publication,
    quotations,
    quotients,
    scores,
    standards,
    strangers,
    targets,
    told,
    weights,
)
from generator.demo.faults.kinds import FaultKind, Planted

__all__ = ["KINDS", "UNPLANTED", "FaultKind", "Planted"]

KINDS: tuple[FaultKind, ...] = (
    *money.KINDS,
    *breakdowns.KINDS,
    *weights.KINDS,
    *scores.KINDS,
    *marks.KINDS,
    *aims.KINDS,
    *targets.KINDS,
    *cells.KINDS,
    *papers.KINDS,
    *publication.KINDS,
    *prose.KINDS,
    *told.KINDS,
    *answers.KINDS,
    *copies.KINDS,
    *beside.KINDS,
    *quotients.KINDS,
    *quotations.KINDS,
    *days.KINDS,
    *standards.KINDS,
    *strangers.KINDS,
)
_BESIDE_IT = "of a file beside the record: the demo's attachment is one plain PDF"
_NOT_TOLD = "of cells or sentences that the demo's forms do not print side by side"
UNPLANTED: Mapping[str, str] = MappingProxyType(
    {
        "achievement-of-other-things": "a text from nowhere: all of the demo's tell of a project",
        "attachment-hides": _BESIDE_IT,
        "attachment-not-read": _BESIDE_IT,
        "balance-counts-unarrived": _NOT_TOLD,
        "column-told-otherwise": _NOT_TOLD,
        "cumulative-falls": "of two documents that count on: each of the demo counts its own year",
        "done-after-period": _NOT_TOLD,
        "grade-outside-usual-bands": "of a list without a frame: each of the demo's names one",
        "indicator-misspelt": "a slip of typing, which no copy of a form has",
        "plan-of-past-year": _NOT_TOLD,
        "rank-contradicts-score": _NOT_TOLD,
        "ratings-without-spread": "of a department's whole year: no record alone is at fault",
        "rate-of-initial-budget": _NOT_TOLD,
        "rate-of-told-spending": _NOT_TOLD,
        "shortfall-over-gap": _NOT_TOLD,
        "title-of-another-department": "a slip of copying a record into another folder",
    }
)
"""The rules that no fault in one record of the demo triggers, each with the reason."""
