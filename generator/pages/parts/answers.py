"""Findings beside the recommendations that answer them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.catalog.anchors import (
    finding_alias,
    finding_anchor,
    recommendation_alias,
    recommendation_anchor,
)
from generator.model.findings import Finding, Recommendation, State
from generator.model.items import Item
from generator.pages.addresses import Link


@dataclass(frozen=True, slots=True)
class Reference:
    """What a finding or recommendation points at: its number, and where it stands on the page."""

    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class FindingStanding:
    """How one problem stands, and which document says so."""

    state: State | None
    link: Link | None
    """None where this page itself says so."""
    done: str
    """What was done, in a sentence; often empty."""


NO_STANDINGS: Mapping[str, FindingStanding] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class NumberedFinding:
    """A finding with its place in the report, from 1, its names there, and what answers it."""

    number: int
    anchor: str
    alias: str
    finding: Finding
    amount: str | None
    """As printed, with its unit where one is known."""
    standing: FindingStanding | None
    """How far it has been put right, where somebody says so."""
    answers: Sequence[Reference]

    @property
    def reference(self) -> Reference:
        return Reference(self.number, self.anchor)


@dataclass(frozen=True, slots=True)
class NumberedRecommendation:
    """A recommendation with its place in the report, from 1, its names, and what it answers."""

    number: int
    anchor: str
    alias: str
    """The anchor itself where the recommendation has no id."""
    recommendation: Recommendation
    answered: Sequence[Reference]


@dataclass(frozen=True, slots=True)
class Exchange:
    """Findings and recommendations that belong together; either side may be empty."""

    findings: Sequence[NumberedFinding]
    recommendations: Sequence[NumberedRecommendation]


def exchanges(
    evaluation: Item, prefix: str = "", standings: Mapping[str, FindingStanding] = NO_STANDINGS
) -> tuple[Exchange, ...]:
    """Group by reference, so that each item stands once, beside all it belongs to.

    `prefix` begins the names of all on their page; `standings` are by the id of the finding.
    """
    problems = [
        Reference(n, f"{prefix}{finding_anchor(f)}") for n, f in enumerate(evaluation.findings, 1)
    ]
    advice = [
        Reference(n, f"{prefix}{recommendation_anchor(n, r)}")
        for n, r in enumerate(evaluation.recommendations, 1)
    ]
    found = [
        NumberedFinding(
            at.number, at.anchor, f"{prefix}{finding_alias(at.number)}",
            finding, _amount(evaluation, finding), standings.get(finding.id),
            tuple(advice[n] for n in evaluation.answers(finding)),
        )
        for at, finding in zip(problems, evaluation.findings, strict=True)
    ]  # fmt: skip
    advised = [
        NumberedRecommendation(
            at.number, at.anchor, f"{prefix}{recommendation_alias(at.number)}",
            recommendation, tuple(problems[n] for n in evaluation.answered(recommendation)),
        )
        for at, recommendation in zip(advice, evaluation.recommendations, strict=True)
    ]  # fmt: skip
    group = _components(len(found), [[at.number for at in r.answered] for r in advised])
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


def _amount(item: Item, finding: Finding) -> str | None:
    return str(item.amount(finding.amount) or finding.amount) if finding.amount else None


def in_order(groups: Iterable[Exchange]) -> tuple[NumberedFinding, ...]:
    """All findings as the report numbers them."""
    found = (finding for group in groups for finding in group.findings)
    return tuple(sorted(found, key=lambda finding: finding.number))


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
