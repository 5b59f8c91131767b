"""Findings beside the recommendations that answer them."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.evaluation import Evaluation, Finding, Recommendation


@dataclass(frozen=True, slots=True)
class NumberedFinding:
    """A finding with its place in the report, from 1, and the numbers of what answers it."""

    number: int
    finding: Finding
    answers: Sequence[int]


@dataclass(frozen=True, slots=True)
class NumberedRecommendation:
    """A recommendation with its place in the report, from 1, and what it answers."""

    number: int
    recommendation: Recommendation
    answered: Sequence[int]


@dataclass(frozen=True, slots=True)
class Exchange:
    """Findings and recommendations that belong together; either side may be empty."""

    findings: Sequence[NumberedFinding]
    recommendations: Sequence[NumberedRecommendation]


def exchanges(evaluation: Evaluation) -> tuple[Exchange, ...]:
    """Group by reference, so that each item stands once, beside all it belongs to."""
    found = [
        NumberedFinding(n, f, tuple(a + 1 for a in evaluation.answers(f)))
        for n, f in enumerate(evaluation.findings, 1)
    ]
    advised = [
        NumberedRecommendation(n, r, tuple(a + 1 for a in evaluation.answered(r)))
        for n, r in enumerate(evaluation.recommendations, 1)
    ]
    group = _components(len(found), [r.answered for r in advised])
    groups = dict.fromkeys(
        [*(group[f.number] for f in found), *(group[-r.number] for r in advised)]
    )
    return tuple(
        Exchange(
            tuple(f for f in found if group[f.number] == name),
            tuple(r for r in advised if group[-r.number] == name),
        )
        for name in groups
    )


def _components(findings: int, answered: Sequence[Sequence[int]]) -> dict[int, int]:
    """A common name for all that hang together; findings are positive, recommendations negative."""
    name = {n: n for n in range(1, findings + 1)} | {-n: -n for n in range(1, len(answered) + 1)}

    def root(item: int) -> int:
        while name[item] != item:
            item = name[item]
        return item

    for n, targets in enumerate(answered, 1):
        for target in targets:
            name[root(-n)] = root(target)
    return {item: root(item) for item in name}
