"""等级与报告自己写的分数段不符。

报告写明了各等级的分数段，写明的等级却不是总分所在的那一段。

原因：分数段和等级写在同一份报告里，读者一看就知道不对。

公式：正文、结论说明或意见中三个以上“90分以上为优”“80（含）至90分为良”一类的说法，连成由高到低的分
数段；总分所在的一段与写明的等级（优、良、中、差、合格、不合格等）不同才报告。含不含界限的写法不同
，总分恰在界限上的不报告。写明“评为良的按80分以上掌握”一类的，总分低于所写等级的下限也报告。所用指
标体系规定了等级的，由 grade-contradicts-score 核对；有否决项的，以及文字写明“不论得分一律为差”一类
、等级正是所写等级的，不核对。

依据：评价结果采取评分和评级相结合的方式（财预〔2020〕10号），等级以评价方案规定的分数段为准。

反例：正文写“90分（含）以上为优，80分（含）至90分为良，60分以下为差”，总分 97 分，等级写“良”。

正例：同上，等级写“优”。

改法：核对总分、分数段与等级。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.points import Counting
from generator.values.lazily import lazily
from generator.values.text import half_width, shown

SEVERITY = Severity.ERROR
NEEDS = (needs.UNDIVIDED, needs.GRADED, needs.GRADE, needs.TOTAL)

_NAME = "优秀?|良好?|中等?|一般|低|差|基本合格|不合格|合格|较好|较差"
_BAND = lazily(
    r"(?P<limits>\d[^，,；;。、：:\n]{0,30}?)[为是]\s?[“\"「]?"
    rf"(?P<name>{_NAME})[”\"」]?"
    r"(?=\s*(?:[，,；;。、\n（(]|$|[等级档]))"
)
"""`80分（含）至90分为良`, `80分及以上不足90分为良好`: what limits it, and its name."""
_NUMBER = lazily(r"(?<![\d.])\d{1,3}(?:\.\d)?(?![\d.])", re.ASCII)
_FROM_BELOW = lazily("以上|[-—–~～至到]|起")
_HINT = lazily(r"[为是]\s?[“\"「]?[优良中差合]")
_ALIKE = {"一般": "中", "较好": "良", "较差": "差", "基本合格": "中"}
"""Words for one and the same grade."""
_OF_ANOTHER = lazily("[%％]|满意度|合格率|系数|水质|完成率")
"""Bands of something else than the total."""
_REGARDLESS = lazily(
    r"(?:不论|无论|不管|一票否决|直接|一律)[^。；\n]{0,16}?(?:[为是按]|定级?为)[“「]?"
    rf"(?P<name>{_NAME})"
)
"""`查实骗取资金的，不论得分一律为差`: a grade that the total does not decide on."""
_FLOOR = lazily(
    rf"评[为定]?(?P<name>{_NAME})的?(?:项目)?(?:须|应|要)?(?:按|在|为)(?P<least>\d{{1,3}}(?:\.\d)?)\s?分"
    r"(?:[（(]?含[）)]?)?(?:及?以上|起)",
    re.ASCII,
)
"""`评为良的按80分以上掌握`: what a grade asks for."""
_FEWEST = 3


def check(subject: Subject) -> Iterator[Result]:
    """At the stated grade."""
    if subject.frame.bands or any(r.indicator.counting is Counting.VETO for r in subject.rows):
        return
    score, stated = subject.total.shown, subject.item.result.grade
    for text in _told(subject):
        if score is None or not stated:
            return
        if any(_same(match["name"], stated) for match in _REGARDLESS.finditer(text)):
            return
        floors = [m for m in _FLOOR.finditer(text) if _same(m["name"], stated)]
        if floors and score < Decimal(floors[0]["least"]):
            yield _below(score, stated, floors[0])
            return
        bands, edges = _bands(text)
        if len(bands) < _FEWEST or score in edges:
            continue
        due = next((name for start, name in bands if start < score), "")
        if due and not _same(due, stated):
            yield Result(
                ("result", "grade"),
                f"总分 {points(score)}，按报告写明的分数段应为「{due}」，等级写「{shown(stated)}」",
                "请核对总分、分数段与等级",
                stated,
                due,
            )
            return


def _below(score: Decimal, stated: str, floor: re.Match[str]) -> Result:
    return Result(
        ("result", "grade"),
        f"总分 {points(score)}，报告写「{floor[0]}」，等级写「{shown(stated)}」",
        "请核对总分、分数段与等级",
        stated,
    )


def _same(one: str, other: str) -> bool:
    return _ALIKE.get(one, one)[0] == _ALIKE.get(other, other)[0]


def _bands(text: str) -> tuple[list[tuple[Decimal, str]], frozenset[Decimal]]:
    """Each grade with the score from which on it is given, the best first; and all limits told."""
    bands: list[tuple[Decimal, str]] = []
    edges: set[Decimal] = set()
    for match in _BAND.finditer(text):
        numbers = [Decimal(number) for number in _NUMBER.findall(match["limits"])]
        if numbers:
            edges |= {*numbers}
            is_lowest = len(numbers) == 1 and not _FROM_BELOW.search(match["limits"])
            start = Decimal(-1) if is_lowest else min(numbers)
            bands.append((start, match["name"]))
    return sorted(bands, reverse=True), frozenset(edges)


def _told(subject: Subject) -> Iterator[str]:
    """The texts of the document and of the item that may tell the bands."""
    document = subject.evaluation
    texts = [section.text for section in document.sections]
    for result in (document.result, *(() if subject.is_whole else (subject.item.result,))):
        texts += [result.note, result.opinion]
    return (
        half_width(text)
        for text in texts
        if text and _HINT.search(text) and not _OF_ANOTHER.search(text)
    )
