"""The permanent names of findings and recommendations within their report's page.

A finding is named by its id: whatever is put before it, a link still leads to it. So is a
recommendation that has one. The number of each is a name too, kept for links made by number.
"""

from collections.abc import Iterator

from generator.model.evaluation import Evaluation
from generator.model.findings import Finding, Recommendation


def finding_anchor(finding: Finding) -> str:
    """`finding-id-w1`."""
    return f"finding-id-{finding.id}"


def recommendation_anchor(number: int, recommendation: Recommendation) -> str:
    """`recommendation-id-j1`; by its number, from 1, where it has no id."""
    name = recommendation.id
    return recommendation_alias(number) if name is None else f"recommendation-id-{name}"


def finding_alias(number: int) -> str:
    """`finding-1`: the finding that is first today."""
    return f"finding-{number}"


def recommendation_alias(number: int) -> str:
    """`recommendation-1`."""
    return f"recommendation-{number}"


def anchors(evaluation: Evaluation) -> Iterator[str]:
    """All findings, then all recommendations, as search numbers them."""
    yield from map(finding_anchor, evaluation.findings)
    for number, recommendation in enumerate(evaluation.recommendations, 1):
        yield recommendation_anchor(number, recommendation)
