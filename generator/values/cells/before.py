"""What stands before the one figure of a cell: signs, about, changes, words."""

import re

from generator.values.cells import words
from generator.values.cells.around import CLAUSE, NOTE, READING_NOTE, UNIT_NOTE, Around
from generator.values.cells.open_words import (
    are_a_name,
    are_harmless,
    are_harmless_apart,
    follow_harmlessly,
)
from generator.values.cells.signs import (
    IN_WORDS,
    REACHED,
    RESTRICTED,
    SIGN,
    alternatives,
    in_words,
    typed,
)
from generator.values.lazily import lazily

_YEAR_BEFORE = (
    r"[较比与同](?:上年度?|去年|上一?年度?|往年|前一?年|年初|上年末|□{5,6}|基期)"
    r"(?:同期|末|底|水平)?(?:相比|平均)?"
)
_WORD = lazily(
    rf"(?P<sign>{SIGN})|(?P<other>{alternatives((*words.HARMLESS, *words.ALTERING))})"
    rf"|(?P<both>{alternatives(words.BOTH_WAYS)})(?=不|在|幅|控|率|范|[≤<于为应]|$)"
    rf"|{IN_WORDS}"
    rf"|(?P<about>{alternatives(words.ABOUT)})"
    rf"|(?P<change>{alternatives((*words.RISES, *words.FALLS))})"
    r"(?:(?P<rate>率|幅度|比例|幅)|(?![量数值]|收入)(?P<up_to>[到至](?!少))?)"
    rf"|(?P<reached>{alternatives(REACHED)})(?![率标比情时度量数])"
    r"|(?P<until>[到至]$)"
    rf"|(?P<filler>{_YEAR_BEFORE}|{alternatives(words.FILLERS)})"
)
_THEN = lazily(rf"(?:{alternatives((*words.FILLERS, *words.VERBS))}){{0,8}}+")
"""What may stand between a sign that is an adjective elsewhere and its figure: 最高补助3万元."""
_CONDITION = lazily(r"(?:之日|日|之)?(?:后|起)$")


def before(text: str, name: str, around: Around) -> None:
    """Reads what stands before the figure, word by word; other words may stand between."""
    text = _without_notes(text, around)
    position, run, change = 0, "", ""
    while position < len(text):
        match = _WORD.match(text, position)
        if match is None or match["other"]:
            run += match[0] if match else text[position]
            position = match.end() if match else position + 1
            continue
        position = match.end()
        if match["filler"]:
            around.currency = around.currency or match["filler"] in ("¥", "￥", "人民币", "RMB")
            run += match[0] if run else ""
            continue
        if _is_part_of_word(match, text, position, run):
            run += match[0]
            continue
        _check(run, name, around, change)
        run = ""
        change = _token(match, around, name, change)
        if match[0] in _SHORT or match["fixed"] in RESTRICTED or match["way"] in RESTRICTED:
            position = _THEN.match(text, position).end()  # type: ignore[union-attr]
            if position < len(text) and _WORD.match(text, position) is None:
                around.refuse(_STRANGE)
    _check(run, name, around, change)


_STRANGE = "数字前面的文字看不懂"
_SHORT = frozenset((*words.ABOUT, "增", "减", "降"))
_ONE_SIGN = frozenset("约近超逾增减降达")


def _is_part_of_word(match: re.Match[str], text: str, position: int, run: str) -> bool:
    """Whether one sign that is a word elsewhere has words before it, and does not end them."""
    if match[0] not in _ONE_SIGN or not run or position == len(text):
        return False
    following = _WORD.match(text, position)
    return following is None or following["other"] is not None


def _token(match: re.Match[str], around: Around, name: str, change: str) -> str:
    """Takes what one word says; gives a word of change back, whose object may follow."""
    if match["sign"]:
        _typed(match["sign"], around)
    elif match["both"]:
        around.refuse("增减的方向没有说定")
    elif match["fixed"] or match["way"]:
        if sign := in_words(match):
            around.also(sign)
        else:
            around.refuse(_STRANGE)
    elif match["about"]:
        around.about = True
    elif match["change"]:
        return _changed(match, around, name)
    elif match["until"]:
        around.up_to = around.rises is not None
        if not around.up_to:
            around.refuse(_STRANGE)
    else:
        around.reached = True
        if around.rises and not around.up_to and change in _TO_A_LEVEL:
            around.refuse("是增减的幅度还是达到的水平，有两种读法")
    return ""


def _changed(match: re.Match[str], around: Around, name: str) -> str:
    if match["rate"] and match[0] in name:
        return ""
    if around.rises is not None:
        around.refuse("有几处增减")
    around.rises = match["change"] in words.RISES
    around.up_to = bool(match["up_to"])
    return "" if match["rate"] or match["up_to"] else match["change"]


_PERIODS = ("季度", "月度", "半年", "按月", "按季", "按季度", "按年", "按周")
_TO_A_LEVEL = ("提升", "提高")


def _check(run: str, name: str, around: Around, change: str) -> None:
    """Words that are no signs: harmless, or what a time is counted from."""
    if not run:
        return
    *first, last = CLAUSE.split(run)
    if first:
        around.reached = False
        if around.sign or around.about or around.rises is not None:
            around.refuse(_STRANGE)
        if not all(map(are_harmless_apart, first)) or not are_a_name(last, name):
            around.refuse(_STRANGE)
    if condition := _CONDITION.search(last):
        around.waits = condition[0]
        last = last[: condition.start()]
    if change and not follow_harmlessly(last, change):
        around.refuse(_STRANGE)
    around.loose = around.loose or (bool(last) and not are_a_name(last, name))
    if last in _PERIODS:
        around.refuse("是每期的数还是一期的数，有两种读法")
    if last and not are_harmless(last, name, follow_sign=around.sign is not None):
        around.refuse(_STRANGE)


def _without_notes(text: str, around: Around) -> str:
    """The text without what stands in brackets, if it carries no reading; a unit is kept."""
    for note in NOTE.finditer(text):
        if UNIT_NOTE.fullmatch(note[1]):
            around.unit = note[1]
        elif READING_NOTE.search(note[1]) and note[1] != "含":
            around.refuse("括号里的文字看不懂")
    return NOTE.sub("", text)


def _typed(run: str, around: Around) -> None:
    sign = typed(run)
    if sign is not None:
        around.also(sign)
    elif run in ("》", "〉", "《", "〈"):
        around.ambiguous = True
        around.refuse(f"符号「{run}」有两种读法")
    else:
        around.fault = f"符号「{run}」看不懂"


def ends_in_change(said: str) -> bool:
    """Whether words end in one that says a change: 学位增加."""
    around = Around()
    before(said[-2:], "", around)
    return around.rises is not None
