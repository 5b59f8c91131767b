"""Faults to plant in records, one kind at a time; each named after the rule it should trigger.

A kind changes either the facts, before the sentences about them are written, or the finished
paper. It says which value it changed, or None where the record gives it no room.
"""

from generator.demo.faults import money, papers, prose, scores, targets, weights
from generator.demo.faults.kinds import FaultKind, Planted

__all__ = ["KINDS", "FaultKind", "Planted"]

KINDS: tuple[FaultKind, ...] = (
    *money.KINDS,
    *weights.KINDS,
    *scores.KINDS,
    *targets.KINDS,
    *papers.KINDS,
    *prose.KINDS,
)
