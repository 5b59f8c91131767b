"""The permanent names of findings and recommendations within their report's page.

A finding is named by its id: whatever is put before it, a link still leads to it. So is a
recommendation that has one. The number of each is a name too, kept for links made by number. In a
document about several items all of these follow the anchor of the item.
"""

from collections.abc import Iterator, Sequence

from generator.intake.records import Matter
from generator.model.findings import Finding, Recommendation

ORIGINALS = "attachments"
"""Where a document's page lists its originals."""


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


def anchors(matters: Sequence[Matter]) -> Iterator[str]:
    """All findings, then all recommendations, as search numbers them; those of items by item."""
    for matter in matters:
        for finding in matter.item.findings:
            yield within(matter, finding_anchor(finding))
    for matter in matters:
        for number, recommendation in enumerate(matter.item.recommendations, 1):
            yield within(matter, recommendation_anchor(number, recommendation))


def within(matter: Matter, anchor: str) -> str:
    """`item-x1-finding-id-w1`; in a document as a whole the anchor itself."""
    return f"{matter.anchor}-{anchor}" if matter.anchor else anchor
