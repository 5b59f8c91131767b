"""The name of a block of money that tells what its execution is worth: `预算执行情况（10分）`."""

import re

from generator.importers.context import Context
from generator.importers.outline import Cell
from generator.source import At

_NAME = re.compile(
    r"[^（()）]{0,10}(?:执行|资金)[^（()）]{0,10}\s?(?:[（(](?:亿元|万元|元)[）)]\s?)?[（(]\s?(?P<points>\d{1,3})\s?分\s?[）)]"
    r"\s?(?:[（(](?:亿元|万元|元)[）)])?"
)


def put(context: Context, cell: Cell, at: At) -> None:
    """Put the points, where the name says them."""
    if points := _NAME.fullmatch(cell.text.strip()):
        whole: At = (*at, "funds", "stated_total", "weight")
        context.put(whole, cell, None, points.span("points"))
