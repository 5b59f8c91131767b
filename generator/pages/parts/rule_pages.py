"""Manual pages of rules as the site has them: what they call other rules leads there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics.manual import Manual

_NAME = re.compile(r"(?<![a-z])[a-z]++(?:-[a-z]++)++", re.ASCII)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: as it stands, or the title of a rule that the text calls by its name."""

    text: str
    rule: str | None = None
    """The rule that it leads to; None where it leads nowhere."""


@dataclass(frozen=True, slots=True)
class RulePage:
    """The manual page of a rule, its texts in pieces."""

    manual: Manual
    summary: Sequence[Piece]
    parts: Mapping[str, Sequence[Piece]]


def rule_page(manual: Manual, known: Mapping[str, Manual], shown: frozenset[str]) -> RulePage:
    """Names of known rules become their titles, which lead to those that are shown."""
    return RulePage(
        manual,
        tuple(_pieces(manual.summary, known, shown)),
        {name: tuple(_pieces(text, known, shown)) for name, text in manual.parts.items()},
    )


def _pieces(text: str, known: Mapping[str, Manual], shown: frozenset[str]) -> Iterator[Piece]:
    end = 0
    for found in _NAME.finditer(text):
        if (named := known.get(found[0])) is None:
            continue
        yield Piece(text[end : found.start()].rstrip(" "))
        yield Piece(f"“{named.title}”", named.rule if named.rule in shown else None)
        end = found.end()
        end += text[end : end + 1] == " "
    yield Piece(text[end:])
