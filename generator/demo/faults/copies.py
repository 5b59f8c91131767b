"""Faults that take something over from another evaluation."""

import re
from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.blocks import block, entries, number
from generator.demo.faults.kinds import FaultKind, Paper
from generator.demo.rows import MadeRow, leaves
from generator.source import At, Plain

_TIMELESS = re.compile(r"[\d%％]|[一二三四五六七八九十]月")
"""What makes a sentence one of its year, or of its project alone."""
_DATED = re.compile("元|年|月|%")
"""What makes one of its year what was achieved."""
_LONG = 60
_NONE = Decimal(0)
_TOLD = 20
_REVISED = re.compile("调整|更正|重分类|口径|核减|审计")


def _is_last_year(one: Facts, facts: Facts) -> bool:
    return one.project is facts.project and one.year == facts.year - 1


def _is_elsewhere(one: Facts, facts: Facts) -> bool:
    """Of another department, whichever took over from which, and older: that one is the origin."""
    theirs, ours = (
        {b.id, b.successor or b.id, b.parent or b.id} for b in (one.bureau, facts.bureau)
    )
    return one.year < facts.year and theirs.isdisjoint(ours)


def _is_neighbour(one: Facts, facts: Facts) -> bool:
    """Another project of the same department in the same year, before this one on every list.

    Of another kind: two documents of one kind on one project are refused.
    """
    mine, theirs = facts.project, one.project
    is_beside = one.bureau.id == facts.bureau.id and one.year == facts.year
    return is_beside and theirs.id < mine.id and theirs.evaluation_type != mine.evaluation_type


def unchanged(data: Paper, other: Paper, facts: Facts, dice: Dice) -> At | None:
    """Last year's paper under this year's date."""
    del dice
    if facts.total is None:
        return None
    before = str(facts.year - 1)
    told = _renamed(other, f"{before}年度", f"{facts.year}年度")
    if not isinstance(told, dict):
        raise TypeError(told)
    data.clear()
    data |= told
    head = block(data, "disclosure")
    dates = facts.dates
    head |= {
        "index_number": str(head["index_number"]).replace(f"-{before}-", f"-{facts.year}-"),
        "publisher": facts.bureau.name,
        "issued": dates.issued.isoformat(),
        "approved": dates.approved.isoformat(),
        "published": dates.published.isoformat(),
        "secrecy_review": f"{facts.bureau.alias}保密审查岗，{dates.reviewed.isoformat()}",
    }
    head.pop("document_number", None)
    return ("funds",)


def _renamed(value: Plain, before: str, now: str) -> Plain:
    if isinstance(value, dict):
        return {name: _renamed(one, before, now) for name, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, before, now) for one in value]
    return value.replace(before, now) if value else value


def same_achievement(data: Paper, other: Paper, facts: Facts, dice: Dice) -> At | None:
    """What was achieved is told in last year's words."""
    del dice
    told = str(block(other, "objective")["achieved"])
    named = (row for row in leaves(facts.rows) if row.name in told)
    if len(told) < _TOLD or _DATED.search(told) or not all(_tells(told, r) for r in named):
        return None
    block(data, "objective")["achieved"] = told
    return ("objective", "achieved")


def _tells(text: str, row: MadeRow) -> bool:
    """Whether a text has what came out of a row, and not as the end of another number."""
    head, found, _ = text.partition(row.actual_shown)
    return bool(found) and not head[-1:].isdecimal()


def borrowed(data: Paper, other: Paper, facts: Facts, dice: Dice) -> At | None:
    """A whole paragraph is that of another department."""
    del facts
    mine = [(n, one) for n, one in enumerate(entries(data, "sections")) if "text" in one]
    theirs = [
        paragraph
        for one in entries(other, "sections")
        for paragraph in str(one.get("text", "")).split("\n\n")
        if len(paragraph) >= _LONG and not _TIMELESS.search(paragraph)
    ]
    if not mine or not theirs:
        return None
    n, section = dice.pick(mine)
    section["text"] = f"{section['text']}\n\n{dice.pick(theirs)}"
    return ("sections", n, "text")


def namesake(data: Paper, other: Paper, facts: Facts, dice: Dice) -> At | None:
    """A project bears the name of another one of its department."""
    del facts, dice
    block(data, "project")["name"] = block(other, "project")["name"]
    return ("project", "name")


def last_year(data: Paper, other: Paper, facts: Facts, dice: Dice) -> At | None:
    """What was spent last year is told otherwise than last year."""
    purse = facts.purse
    if _REVISED.search(purse.explanation or ""):
        return None
    spent = sum((number(row, "spent") for row in entries(block(other, "funds"), "rows")), _NONE)
    before = spent * dice.between(70, 90) / 100
    block(data, "funds")["by_year"] = [
        {"year": str(facts.year - 1), "spent": f"{before:.2f}"},
        {"year": str(facts.year), "spent": f"{purse.total('spent').normalize():f}"},
    ]
    return ("funds", "by_year", 0, "spent")


KINDS = (
    FaultKind("unchanged-from-last-year", two=unchanged, other=_is_last_year),
    FaultKind("achievement-unchanged", two=same_achievement, other=_is_last_year),
    FaultKind("copied-text", two=borrowed, other=_is_elsewhere),
    FaultKind("project-counted-twice", two=namesake, other=_is_neighbour),
    FaultKind("earlier-year-differs", two=last_year, other=_is_last_year),
)
