"""文字说的与目标的差距算错。

文字写某项指标完成多少、比目标低（高）多少，与这一行的指标值算出来的差不同；或者写完成了百分之几，
算不出来。

原因：两个数都在表里，读者一减就知道不对。

公式：一句话写有一行指标的名称（三个字以上、全表只有一行），紧接着写它的完成值，或者写的数（不是比
率）正是唯一一行的完成值，那一行的名称与这句话有两个字以上相同，再写“比（较）目标（目标值、指标值）
低（高、少、多、短）N（个百分点或这一行的单位）”：|完成值 − 指标值| ≠ N，允许各数末位数的一半；写“完
成目标（任务、计划）的N%”的，完成值 ÷ 指标值不是 N%。分句开头是一行指标的名称（可以省去“完成”），后
面就写“（预计）比目标（指标、计划）低（高、少、多）N”“（只、仅）完成N%”的，这一行的完成值（写
“预计”的，预计完成值）与指标值也这样算。写有约、上年、其中的句子不核对。

依据：通行的文字核对要求：文字与表格一致。只作提示。

反例：指标值 ≥98%，文字写“食材抽检合格率97.1%，比目标低1.9个百分点”（应为 0.9）。

正例：写“比目标低0.9个百分点”。

改法：核对文字和表格。
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.rows import Row
from generator.audit.dossier.slips import shared
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.indicators import Indicator
from generator.values.lazily import lazily
from generator.values.money import (
    UNSIGNED,
    fits,
    grouped,
    half_digit,
    number_of,
    percent,
    percentage,
)
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY, needs.UNDIVIDED, needs.ROWS, needs.TARGETS, needs.ACTUALS)

_GAP = lazily(
    "[比较](?:年度)?(?:目标|指标|计划)|(?:目标|任务|计划)[值数]?的|完成率?[为达]?\\s?[0-9]"
)
_BEHIND = lazily(
    rf"(?:为|达到?|仅为?|只有|完成)?\s?({UNSIGNED})\s?([^\d，,。；]{{0,4}})[，,](?:比|较)(?:年度)?(?:目标|指标|计划)[值数]?"
    rf"(?:低|高|少|多|短)了?\s?({UNSIGNED})\s?([^\d\s，,。；]{{1,4}})",
    re.ASCII,
)
_SIGNS = (
    "目标",
    "比指标",
    "较指标",
    "比计划",
    "较计划",
    "完成",
    "任务的",
    "任务量的",
    "计划的",
    "计划数的",
)
_FREE = lazily(
    rf"({UNSIGNED})\s?([^\d，,。；]{{0,4}})[，,](?:比|较)(?:年度)?(?:目标|指标|计划)[值数]?"
    rf"(?:低|高|少|多|短)了?\s?({UNSIGNED})\s?([^\d\s，,。；]{{1,4}})",
    re.ASCII,
)
_SHARE = lazily(
    rf"({UNSIGNED})\s?([^\d，,。；]{{1,4}})[，,](?:占|完成|达到|实现|为)?了?(?:年度|全年|年初|绩效){{0,2}}(?:目标|任务|计划)"
    rf"(?:任务)?[值数量]?的\s?({UNSIGNED})\s?%",
    re.ASCII,
)
_BARE = lazily(
    r"(?P<foreseen>预计)?(?:年底)?(?:只|仅|已|实际)?"
    r"(?:(?P<gap>[比较](?:年度)?(?:目标|指标|计划)[值数]?[低高少多短]了?)|完成率?(?:了|为|达到?)?)"
    rf"\s?(?P<n>{UNSIGNED})\s?(?P<unit>[^\d\s，,。；]{{1,4}})",
    re.ASCII,
)
"""Behind a row's name: `比指标值低0.4个百分点`, `只完成70%`."""
_DONE = "完成"
_CLAUSE = lazily("[，,。；;：:\n]")
_FIGURE = lazily(r"[\d,]+(?:\.\d+)?", re.ASCII)
_UNCLEAR = lazily("约|上年|去年|其中")
_SHORTEST, _RUN = 3, 2
_POINTS = "个百分点"


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    prose = subject.texts.prose
    near = dict.fromkeys(text for sign in _SIGNS for text in prose.with_sign(sign))
    texts = tuple(text for text in near if _GAP.search(text.plain))
    rows = _named(subject) if texts else {}
    for text in texts:
        for sentence in text.sentences:
            if not _GAP.search(sentence) or _UNCLEAR.search(sentence):
                continue
            for name, row in rows.items():
                start = sentence.find(name)
                match = _BEHIND.match(sentence, start + len(name)) if start >= 0 else None
                if match and (due := _due(row, match)):
                    yield Result(
                        text.path,
                        f"文字写「{text.as_typed(sentence[start : match.end()])}」，"
                        f"{row.name}指标值 {row.indicator.target_shown}，差 {due}",
                        "请核对文字和表格",
                        f"{match[3]}{match[4]}",
                        due,
                    )
                    break
            else:
                yield from _by_value(subject, text, sentence)
                yield from _by_name(text, sentence, rows)


def _by_name(text: Passage, sentence: str, rows: Mapping[str, Row]) -> Iterator[Result]:
    """How far a row is from its target, or how much of it is done, without what it came to."""
    for clause in _CLAUSE.split(sentence):
        for name, row in rows.items():
            known = name if clause.startswith(name) else name.removeprefix(_DONE)
            match = _BARE.match(clause, len(known)) if clause.startswith(known) else None
            if match is None or len(known) < _SHORTEST:
                continue
            dues = tuple(_dues(row.indicator, match))
            if dues and not _is_told(match, dues):
                yield Result(
                    text.path,
                    f"文字写「{text.as_typed(known + match[0])}」，"
                    f"{row.name}指标值 {row.indicator.target_shown}，应为 {dues[0]}",
                    "请核对文字和表格",
                    f"{match['n']}{match['unit']}",
                    dues[0],
                )
                return


def _dues(indicator: Indicator, match: re.Match[str]) -> Iterator[str]:
    """What it should be: by what came out or, told as foreseen or under way, by the forecast."""
    target, unit = indicator.target_number, indicator.counted_in
    foreseen = indicator.foreseen.actual_number if indicator.forecast else None
    reached = (foreseen,) if match["foreseen"] else (indicator.actual_number, foreseen)
    for number in reached:
        if target is None or number is None:
            continue
        if match["gap"] and match["unit"] == (_POINTS if unit == "%" else unit):
            yield f"{grouped(abs(number - target))}{match['unit']}"
        elif not match["gap"] and match["unit"] == "%" != unit:
            rate = percentage(number, target)
            if rate is not None:
                yield percent(rate)


def _is_told(match: re.Match[str], dues: Sequence[str]) -> bool:
    told = number_of(match["n"])
    return any(abs(told - number_of(_number(due))) <= half_digit(told) for due in dues)


def _number(due: str) -> str:
    """The figure of a sum that messages print."""
    found = _FIGURE.match(due)
    return found[0].replace(",", "") if found else ""


def _by_value(subject: Subject, text: Passage, sentence: str) -> Iterator[Result]:
    """What a row has reached, told without its name: of one row only."""
    for pattern in (_FREE, _SHARE):
        for match in pattern.finditer(sentence):
            rows = [row for row in subject.leaves if _reaches(row, match, sentence)]
            if len(rows) != 1 or rows[0].indicator.target_number is None:
                continue
            [row] = rows
            due = _due(row, match) if pattern is _FREE else _share(row, number_of(match[3]))
            if due:
                yield Result(
                    text.path,
                    f"文字写「{text.as_typed(match[0])}」，"
                    f"{row.name}指标值 {row.indicator.target_shown}，应为 {due}",
                    "请核对文字和表格",
                    match[3],
                    due,
                )
                return


def _reaches(row: Row, match: re.Match[str], sentence: str) -> bool:
    """Whether it is this row that a figure is of; many have the same rate by chance."""
    indicator, unit = row.indicator, match[2].strip()
    if unit != indicator.counted_in or unit == "%":
        return False
    is_same = indicator.actual_number == number_of(match[1])
    return is_same and len(shared(indicator.name, sentence)) >= _RUN


def _share(row: Row, told: Decimal) -> str:
    """What it reached in per cent of its target; empty where that is told."""
    target, reached = row.indicator.target_number, row.indicator.actual_number
    rate = percentage(reached, target) if target and reached is not None else None
    return "" if rate is None or fits(told, rate) else percent(rate)


def _named(subject: Subject) -> dict[str, Row]:
    names = Counter(row.indicator.name for row in subject.leaves)
    return {
        half_width(row.indicator.name): row
        for row in subject.leaves
        if names[row.indicator.name] == 1 and len(row.indicator.name) >= _SHORTEST
    }


def _due(row: Row, match: re.Match[str]) -> str:
    """The difference of what the sentence says was reached; empty where it tells that."""
    target, unit = row.indicator.target_number, row.indicator.counted_in
    told_unit = _POINTS if unit == "%" else unit
    if target is None or match[2] != unit or match[4] != told_unit:
        return ""
    reached, told = number_of(match[1]), number_of(match[3])
    due = abs(reached - target)
    near = half_digit(reached) + half_digit(told)
    is_right = abs(due - told) < near
    return "" if is_right else f"{grouped(due)}{told_unit}"
