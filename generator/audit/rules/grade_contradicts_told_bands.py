"""等级与报告自己写的分数段不符。

报告写明了各等级的分数段，写明的等级却不是总分所在的那一段。

原因：分数段和等级写在同一份报告里，读者一看就知道不对。

公式：正文中三个以上“90分以上为优”“80（含）至90分为良”一类的说法，连成由高到低的分数段；总分所
在的一段与写明的等级（优、良、中、差、合格、不合格等）不同才报告。含不含界限的写法不同，总分恰在界
限上的不报告。所用指标体系规定了等级的，由 grade-contradicts-score 核对；有否决项的不核对。

依据：评价结果采取评分和评级相结合的方式（财预〔2020〕10号），等级以评价方案规定的分数段为准。

反例：正文写“90分（含）以上为优，80分（含）至90分为良”，总分 97 分，等级写“良”。

正例：同上，等级写“优”。
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
from generator.values.text import half_width, shown

SEVERITY = Severity.ERROR
NEEDS = (needs.ALONE, needs.GRADED, needs.GRADE, needs.TOTAL, needs.SECTIONS)

_NAME = r"[“\"「]?(优秀?|良好?|中等?|一般|差|合格|基本合格|不合格|较好|较差)(?![\u4e00-\u9fa5])"
_FROM = re.compile(
    r"(\d{1,3})\s?分?\s?(?:[(]不?含\d{0,3}分?[)])?\s?分?\s?"
    r"(?:以上|及以上|(?:[-—–~～]|至|到)\s?\d{1,3}\s?分?\s?(?:[(]不?含\d{0,3}分?[)])?\s?分?)"
    rf"[^。；;，,\d]{{0,6}}?[为是]?\s?{_NAME}"
)
_BELOW = re.compile(
    rf"(?:以下|不足\s?\d{{1,3}}\s?分?|低于\s?\d{{1,3}}\s?分?)[^。；;，,\d]{{0,6}}?[为是]?\s?{_NAME}"
)
_HINT = re.compile(r"[为是]\s?[“\"「]?[优良中差合]")
_FEWEST = 3


def check(subject: Subject) -> Iterator[Result]:
    """At the stated grade."""
    if subject.frame.bands or any(r.indicator.counting is Counting.VETO for r in subject.rows):
        return
    score, stated = subject.total.shown, subject.item.result.grade
    for text in subject.prose.holding(_HINT):
        if score is None or not stated or text.path[0] != "sections":
            continue
        told = half_width(text.text)
        bands = {Decimal(start): name for start, name in _FROM.findall(told)}
        lowest = _BELOW.findall(told)
        if len(bands) + len(lowest) < _FEWEST or score in bands:
            continue
        fitting = [start for start in bands if start < score]
        due = bands[max(fitting)] if fitting else (lowest[-1] if lowest else "")
        if due and due[0] != stated[0]:
            yield Result(
                ("result", "grade"),
                f"总分 {points(score)}，按报告写明的分数段应为「{due}」，等级写「{shown(stated)}」",
                "请核对总分、分数段与等级",
                stated,
                due,
            )
            return
