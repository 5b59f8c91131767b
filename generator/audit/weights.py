"""What results weigh for a reader: one table of all rules whose results may be public.

It stands in `weights.yml` beside this module, and its order is the order in which results are told.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.source import read_file

WEIGHTS = Path(__file__).parent / "weights.yml"


def phrase(rule: str) -> str:
    """What the public is told of a rule in a few words; empty for one that is for the desk."""
    return phrases().get(rule, "")


def rank(rule: str) -> int:
    """The place of a rule, 0 for what is told first; those for the desk come last."""
    return _ranks().get(rule, len(phrases()))


def heaviest_first(results: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By their rules' rank; those of one rule as they come."""
    return tuple(sorted(results, key=lambda result: rank(result.rule)))


def gravest_first(results: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """For the desk, by `gravity`; those that weigh the same as they come."""
    return tuple(sorted(results, key=gravity))


def gravity(result: Diagnostic) -> tuple[bool, bool, int, int]:
    """What a result weighs at the desk, the least first.

    What is open comes before what is accepted or mended, what stops a build before what does not;
    then severity decides, then rank.
    """
    return not result.is_open, not result.stops, result.severity.rank, rank(result.rule)


@cache
def phrases() -> Mapping[str, str]:
    """The table, in its order."""
    document = read_file(WEIGHTS, WEIGHTS.parent).document
    return {rule: str(said) for rule, said in document.data.items()} if document else {}


@cache
def _ranks() -> Mapping[str, int]:
    return {rule: n for n, rule in enumerate(phrases())}
