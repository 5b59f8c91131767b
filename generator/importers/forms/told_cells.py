"""Sums of money that one cell tells with their names: `年初预算数：86.40万元`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.importers.forms.columns import STAGES
from generator.importers.labels import Labels
from generator.importers.part import Part
from generator.values.money import NUMBER
from generator.values.text import half_width

_TOLD = re.compile(
    r"(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff（）()A-Za-z/]{1,13}?)\s?[：:为是]?\s?"
    rf"(?P<amount>{NUMBER})\s?(?P<unit>亿元|万元|元|[%％])",
    re.ASCII,
)
_BLOCK = re.compile(r"\A\s?(?P<name>[^：:\d]{2,12})[：:]\s?(?=[\u4e00-\u9fff])")
"""The name of the block before the sums, in the same cell."""
_BETWEEN = re.compile(r"[，,；;、。\s]{0,9}")


class Told(NamedTuple):
    """One sum: its stage, where its figure stands, its unit; empty for a rate."""

    stage: str
    part: tuple[int, int]
    unit: str


def told(text: str, labels: Labels) -> Sequence[Told]:
    """The sums of a cell that is made of nothing else, each of a known stage; else none."""
    plain = half_width(text)
    block = _BLOCK.match(plain)
    is_block = block is not None and any(
        labels.field(part, block["name"]) for part in (Part.BLOCK, Part.FUND_TOTAL)
    )
    place = block.end() if block is not None and is_block else 0
    found: list[Told] = []
    while place < len(plain):
        between = _BETWEEN.match(plain, place)
        place = between.end() if between else place
        if place == len(plain):
            break
        match = _TOLD.match(plain, place)
        stage = labels.field(Part.FUNDS, match["name"]) if match else None
        if match is None or stage not in STAGES or (stage == "rate") != (match["unit"] in "%％"):
            return ()
        is_rate = stage == "rate"
        part = (match.start("amount"), match.end("unit") if is_rate else match.end("amount"))
        found.append(Told(stage, part, "" if is_rate else match["unit"]))
        place = match.end()
    return found if len({one.stage for one in found}) == len(found) else ()
