"""文字与项目栏目的数不同。

正文写的债券期限、总投资等，与项目栏目里填的不是同一个数。

原因：栏目和文字说的是同一件事；期限错了，还本付息的测算跟着都错。

公式：项目「其他栏」里名称三字以上、只填一个数的栏目（数后可带年、个月、%、万元等单位，金额类没有
单位的按资金表的单位），正文、意见、说明里紧跟这个名称（中间只有“为、是、共、达”等字）写的同一单位
的数与它不同，允许文字末位数的一半。同一句写有原、调整、拟、计划、上年、批次的，同一分句写有
约、不超过、其中的，名称前面紧接着别的字、是另一个名称的，文字里既写了栏目的数、又写了别的数的，不提示。

依据：通行的文字核对要求：文字与表格一致。只作提示。

反例：项目栏目“债券期限”20年，正文写“债券期限15年”。

正例：两处都写 20 年。

改法：核对两处，改为一致。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import sentence_of
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, Unit, half_digit, parse
from generator.values.sentences import said_before
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.UNDIVIDED,)

_SHORTEST = 3
_UNITS = {
    **{unit.label: (Decimal(unit.yuan), "元") for unit in Unit},
    "年": (Decimal(1), "年"), "个月": (Decimal(1), "月"), "月": (Decimal(1), "月"),
    "天": (Decimal(1), "天"), "%": (Decimal(1), "%"), "亩": (Decimal(1), "亩"),
}  # fmt: skip
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_VALUE = lazily(rf"({UNSIGNED})\s?({_UNIT})?", re.ASCII)
_TOLD = lazily(rf"(?:[为是共达计]|合计){{0,2}}:?\s?({UNSIGNED})\s?({_UNIT})", re.ASCII)
_MONEY = lazily("投资|金额|资金|概算|额度|规模")
_REVISED = lazily("原|调整|拟|计划|上年|去年|批次|分期|第[一二三]|平均|剩余")
_UNCLEAR = lazily("约|[超高低少]|其中|左右")
_ENDS = "，,。；;\n"
_ELSEWHERE = frozenset(("project", "recommendations", "rectification", "source", "exceptions"))
_CLOSE = lazily(r"[\n，,。；;：:、（(]|^|[的目，]")


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    project = subject.item.project
    own = half_width(subject.item.funds.unit.label) if subject.item.funds else ""
    for name, value in project.extra.items() if project else ():
        cell = _VALUE.fullmatch(half_width(value).strip()) if isinstance(value, str) else None
        unit = cell and (cell[2] or (own if _MONEY.search(name) else ""))
        number = parse(cell[1]) if cell else None
        if cell and unit and number is not None and len(name) >= _SHORTEST:
            worth, kind = _UNITS[unit]
            yield from _told(subject, half_width(name), number * worth, kind, value)


def _told(subject: Subject, name: str, known: Decimal, kind: str, said: object) -> Iterator[Result]:
    found: list[Result] = []
    for text in subject.texts.prose.with_sign(name):
        if text.path[0] in _ELSEWHERE:
            continue
        for start, match in _behind(name, text.plain):
            number, (worth, of) = parse(match[1]), _UNITS[match[2]]
            if number is None or of != kind:
                continue
            if abs(number * worth - known) <= half_digit(number) * worth:
                return  # it is told right, and something else beside it
            before = text.plain[max(0, start - 1) : start]
            sentence = sentence_of(text.plain, start)
            clause = said_before(text.plain, start, ends=_ENDS) + match[0]
            is_unclear = _REVISED.search(sentence) or _UNCLEAR.search(clause)
            if (not before or _CLOSE.search(before)) and not is_unclear:
                found.append(
                    Result(
                        text.path,
                        f"文字写「{text.typed[start : match.end()]}」，"
                        f"项目栏目「{name}」填的是 {said}",
                        "请核对两处，改为一致",
                        f"{match[1]}{match[2]}",
                        str(said),
                    )
                )
    yield from found[:1]


def _behind(name: str, text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Where a text gives a figure straight behind a name."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if match := _TOLD.match(text, end):
            yield start, match
        start = text.find(name, end)
