"""The declared frame whose highest rows and weights are those of a score table."""

from collections.abc import Iterator
from decimal import Decimal

from generator.importers.context import Context
from generator.importers.ledger import Confidence, Gathering
from generator.model.frames import Frame
from generator.source import At
from generator.values.money import parse_share


def frame(context: Context, at: At = ()) -> None:
    """The frame whose highest rows and weights are those of the table, where it is one only."""
    rows = dict(_top_rows(context.gathering, at))
    if not rows or context.gathering.has(*at, "frame"):
        return
    fitting = [one for one in context.declared.frames if _fits(one, rows)]
    names = sorted({one.name for one in fitting})
    first = context.gathering.values.get((*at, "indicators", 0, "name"))
    if first is None:  # money has points, and no table of indicators stands beside it
        return
    spans = [first.spans[0]]
    if len(names) == 1:
        context.put_spans((*at, "frame"), names[0], spans, confidence=Confidence.INFERRED)
    elif names:
        reason = "几套指标体系的一级指标和分值都与原表一致"
        context.gathering.open_also((*at, "frame"), names, spans, reason)


def _top_rows(gathering: Gathering, at: At) -> Iterator[tuple[str, Decimal]]:
    """The highest rows with their weights, printed or added up, the execution row among them."""
    n = 0
    while (name := gathering.values.get((*at, "indicators", n, "name"))) is not None:
        weight = _weight(gathering, (*at, "indicators", n))
        if weight is not None:
            yield name.text, weight
        n += 1
    for row in (
        "stated_total",
        *(("rows", n) for n in range(gathering.length(*at, "funds", "rows"))),
    ):
        place = row if isinstance(row, tuple) else (row,)
        points = gathering.values.get((*at, "funds", *place, "weight"))
        if points is not None and (number := parse_share(points.text)) is not None:
            yield "预算执行率", number
            return


def _weight(gathering: Gathering, row: At) -> Decimal | None:
    own = gathering.values.get((*row, "weight"))
    if own is not None:
        return parse_share(own.text)
    parts = [
        _weight(gathering, (*row, "children", n)) for n in range(gathering.length(*row, "children"))
    ]
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(parts) else None


def _fits(one: Frame, rows: dict[str, Decimal]) -> bool:
    """Whether a frame fixes the weights of its highest rows, and they are those printed."""
    if not one.is_scored or any(top.weight is None for top in one.indicators):
        return False
    printed = [(one.indicator_named(name), weight) for name, weight in rows.items()]
    if any(found is None for found, _ in printed) or len(rows) != len(one.indicators):
        return False
    return all(
        any(found is top and weight == top.weight for found, weight in printed)
        for top in one.indicators
    )
