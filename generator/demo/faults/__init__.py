"""Faults to plant in records, one kind at a time; each named after the rule it should trigger.

A kind changes either the facts, before the sentences about them are written, or the finished
paper, some of them by what another paper says. It says which value it changed, or None where the
record gives it no room.
"""

from collections.abc import Mapping
from types import MappingProxyType

from generator.demo.faults import (
    answers,
    beside,
    breakdowns,
    cells,
    copies,
    marks,
    money,
    papers,
    prose,
    publication,
    scores,
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
    *targets.KINDS,
    *cells.KINDS,
    *papers.KINDS,
    *publication.KINDS,
    *prose.KINDS,
    *told.KINDS,
    *answers.KINDS,
    *copies.KINDS,
    *beside.KINDS,
)
_BESIDE_IT = "of a file beside the record: the demo's attachment is one plain PDF"
_LATER = "not planted yet: newer than the planted faults"
_NEWER = (
    "figure-told-otherwise",
    "quoted-figure-differs",
    "demand-differs-from-finding",
    "evidence-fewer-than-claimed",
    "told-division-mismatch",
    "told-product-mismatch",
    "rate-not-of-its-counts",
    "counts-give-another-rate",
    "as-of-another-time",
    "steps-out-of-order",
    "part-far-from-budget",
    "recommendation-unchanged",
    "internal-words",
    "judged-year-differs",
    "payable-differs-from-paid",
    "scored-without-evidence",
    "place-of-another-document",
    "rectified-sum-differs",
    "days-over-told-limit",
    "more-than-period-holds",
    "light-contradicts-told-limits",
    "cumulative-falls",
    "term-already-past",
    "achievement-of-another-project",
    "score-against-own-rule",
    "sign-against-words",
)
UNPLANTED: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(_NEWER, _LATER),
        "attachment-hides": _BESIDE_IT,
        "attachment-not-read": _BESIDE_IT,
        "ratings-without-spread": "of a department's whole year: no record alone is at fault",
    }
)
"""The rules that no fault in one record of the demo triggers, each with the reason."""
