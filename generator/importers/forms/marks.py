"""Of what hundred points are told whose column says so: `得分（满分100分）`."""

import re

from generator.importers.forms.column_bodies import Body
from generator.values.money import parse


def of_whole(fields: dict[int, str], body: Body) -> dict[int, str]:
    """Marks out of a hundred are those of each row only beside its weight, which some exceed.

    Else the hundred is that of the whole: `得分（满分100分）`.
    """
    rates = [
        c for c, f in fields.items() if f == "score_rate" and _OF_HUNDRED.search(_head(body, c))
    ]
    weights = [column for column, field in fields.items() if field == "weight"]
    if not rates or "score" in fields.values():
        return fields
    for row in body.rows:
        marked, weighed = (
            [parse(c.text) for column in columns if (c := body.grid[row][column]) is not None]
            for columns in (rates, weights)
        )
        if any(m is not None and w is not None and m > w for m in marked for w in weighed):
            return fields
    return fields | dict.fromkeys(rates, "score")


_OF_HUNDRED = re.compile("满分|百分制")


def _head(body: Body, column: int) -> str:
    return body.heads[column].text if column in body.heads else ""
