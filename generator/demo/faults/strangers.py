"""Faults in words that belong elsewhere: another county, another project, last year, the office."""

import re

from generator.audit.dossier.slips import shared
from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.blocks import block, entries, told
from generator.demo.faults.kinds import FaultKind, Paper
from generator.source import At

_COUNTIES = ("望江县", "临川县", "安平县", "清河县")
_INTERNAL = (
    "本报告仅供局领导参阅。",
    "本材料阅后收回，请妥善保管。",
    "以上内容为内部掌握。",
)
_OF_ITS_OWN = re.compile(r"元|年|月|%")
"""What makes an achievement one of its year or of its money."""
_LONG, _NAMED = 16, 5


def elsewhere(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What became better is told of a county that is not this one."""
    del facts
    county = dice.pick(_COUNTIES)
    return told(data, dice, f"项目完成后，{county}城区居民的生活环境有了改善。")


def internal(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A published report says that it is not for the public."""
    del facts
    return told(data, dice, dice.pick(_INTERNAL))


def _is_last_year(one: Facts, facts: Facts) -> bool:
    return one.project is facts.project and one.year == facts.year - 1


def _is_of_another_sector(one: Facts, facts: Facts) -> bool:
    return one.project.sector is not facts.project.sector


def same_advice(data: Paper, other: Paper, facts: Facts, dice: Dice) -> At | None:
    """What is recommended is what was recommended last year."""
    del facts
    before = [str(one["text"]) for one in entries(other, "recommendations")]
    long = [text for text in before if len(text) >= _LONG]
    advice = entries(data, "recommendations")
    if not long or not advice:
        return None
    n = dice.below(len(advice))
    advice[n]["text"] = dice.pick(long)
    return ("recommendations", n, "text")


def other_achievement(data: Paper, other: Paper, facts: Facts, dice: Dice) -> At | None:
    """What was achieved is told in the words of another project."""
    del dice
    theirs, mine = block(other, "objective"), block(data, "objective")
    text = str(theirs["achieved"])
    is_theirs = len(shared(text, str(theirs["expected"]))) >= _NAMED
    is_mine = len(shared(text, f"{mine['expected']}{facts.project.name}")) >= _NAMED
    if len(text) < _LONG or _OF_ITS_OWN.search(text) or not is_theirs or is_mine:
        return None
    mine["achieved"] = text
    return ("objective", "achieved")


KINDS = (
    FaultKind("place-of-another-document", paper=elsewhere),
    FaultKind("internal-words", paper=internal),
    FaultKind("recommendation-unchanged", two=same_advice, other=_is_last_year),
    FaultKind("achievement-of-another-project", two=other_achievement, other=_is_of_another_sector),
)
