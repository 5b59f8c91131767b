"""What a reader should hear first of a report, in one line of at most 40 signs.

With notes it is the heaviest of them, in the words of `audit/weights.yml`, with the values where
there is room; without any it is what was checked. Where the publisher keeps the audit at the desk,
only plain figures speak.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.audit import weights
from generator.audit.rulebook import Rulebook
from generator.catalog import Entry
from generator.diagnostics import Diagnostic
from generator.pages.parts.checks import Checks

LONGEST = 40
"""Signs, so that it is one line on a desk and two on a phone."""


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """One line about a report."""

    text: str
    others: int = 0
    """Further notes on the same page."""
    is_sound: bool = False
    """Whether it says that nothing was found."""


def of_notes(
    results: Sequence[Diagnostic], checks: Checks | None, entry: Entry, book: Rulebook
) -> VerdictLine | None:
    """`results` are those a page tells, heaviest first, `checks` None where it tells none.

    None where there is nothing to say.
    """
    if checks is None:
        return _plain(entry)
    open_ones = [result for result in results if not result.accepted]
    if open_ones:
        return VerdictLine(_told(open_ones[0], book), len(results) - 1)
    if not checks.asked:
        return None
    if results:
        return VerdictLine(f"已核对 {len(checks.asked)} 项，{len(results)} 处已有说明")
    return VerdictLine(f"已核对 {len(checks.asked)} 项，未发现需要说明的问题", 0, is_sound=True)


def _told(result: Diagnostic, book: Rulebook) -> str:
    """The phrase of its rule, with both values where there are two and the line holds them."""
    said = weights.phrase(result.rule) or book.pages[result.rule].title
    has_both = bool(result.found and result.expected)
    whole = f"{said}（{result.found}／{result.expected}）" if has_both else said
    return whole if len(whole) <= LONGEST else said[:LONGEST]


def _plain(entry: Entry) -> VerdictLine | None:
    if not entry.is_overspent:
        return None
    whole = f"支出 {entry.spent} 超过预算 {entry.budget}"
    return VerdictLine(whole if len(whole) <= LONGEST else "支出超过预算")
