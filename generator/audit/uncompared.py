"""Rows whose target and actual value are not compared, as the rules that would compare them say."""

from collections import defaultdict
from collections.abc import Iterator

from generator.audit.base import Unjudged
from generator.audit.subject import Subject


def uncompared(subject: Subject) -> Iterator[Unjudged]:
    """Every reason once, with all rows it concerns; targets in words have nothing to compare."""
    rows: dict[str, list[str]] = defaultdict(list)
    for judged in subject.judged:
        if judged.reason:
            rows[judged.reason].append(judged.row.name)
    for reason, names in rows.items():
        yield Unjudged(f"{''.join(names)}{reason}")
