"""Targets that were changed in the year, beside those of its beginning."""

import re
from collections.abc import Mapping

from generator.importers.outline import Cell

BEFORE = "before."
"""Before the name of a column of targets that others may have replaced."""


def told(fields: Mapping[int, str], names: Mapping[int, Cell]) -> dict[int, str]:
    """Of two columns of targets, one of them adjusted in the year, the other is the one before.

    It is in force in the rows that were not adjusted: `年初指标值 | 调整指标值`.
    """
    found = dict(fields)
    heads = {c: cell for c, cell in names.items() if found.get(c) in ("target", _INITIAL)}
    cells = list(dict.fromkeys(heads.values()))
    adjusted = [cell for cell in cells if _ADJUSTED.search(cell.text)]
    initial = [cell for cell in cells if _UNADJUSTED.search(cell.text)]
    if len(adjusted) == len(initial) == 1:
        name = "".join(initial[0].text.split())
        found |= {c: f"{BEFORE}{name}" for c, cell in heads.items() if cell is initial[0]}
    return found


_INITIAL = "extra.年初指标值"
_ADJUSTED = re.compile("(?:调整|变更|修订)(?!前)")
_UNADJUSTED = re.compile("年初|期初|原|(?:调整|变更|修订)前")
