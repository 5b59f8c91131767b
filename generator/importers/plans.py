"""What documents made beforehand tell of years and of spending."""

import re
from collections.abc import Iterable

from generator.importers.context import Context
from generator.importers.ledger import Confidence, Gathering
from generator.importers.outline import Piece
from generator.importers.prose.whole import Years
from generator.source import At

KIND = "performance_target"
_SPENT, _PLANNED = "spent", "adjusted_budget"


def planned(gathering: Gathering) -> None:
    """Take what targets call spending for the budget, where no other amount stands for that.

    `年度支出总额` of a form made beforehand was spent by nobody.
    """
    for at in [at for at in gathering.values if at[-1] == _SPENT and "funds" in at]:
        budget: At = (*at[:-1], _PLANNED)
        known = gathering.values.get(budget)
        if known is None:
            gathering.values[budget] = gathering.values[at]
        elif known.text != gathering.values[at].text:
            continue  # what came of an earlier year, perhaps
        value = gathering.values.pop(at)
        for n, claim in enumerate(gathering.ledger.claims):
            if claim.at == at and claim.span in value.spans:
                gathering.ledger.claims[n] = claim._replace(at=budget)


def years_applied_for(context: Context, body: Iterable[Piece]) -> Years:
    """The year whose budget is applied for, where a text made before it names one only."""
    found = [(piece, match) for piece in body for match in _APPLIED.finditer(piece.text)]
    named = {match["year"] for _, match in found}
    if len(named) != 1:
        return Years(0, 0)
    piece, match = found[0]
    year = match["year"]
    context.put(("year",), piece, year, match.span("year"), confidence=Confidence.INFERRED)
    return Years(int(year), int(year))


_APPLIED = re.compile(
    r"(?:申报|申请|拟安排|拟新增)(?P<year>20[0-9]{2})\s?年度?(?:[\u4e00-\u9fff]{0,6})(?:预算|资金|经费)"
)
