"""文字说的与目标的差距算错。

文字写某项指标完成多少、比目标低（高）多少，与这一行的指标值算出来的差不同。

原因：两个数都在表里，读者一减就知道不对。

公式：一句话写有一行指标的名称（三个字以上、全表只有一行），紧接着写它的完成值，再写“比（较）目标
（目标值、指标值）低（高、少、多、短）N（个百分点或这一行的单位）”：|完成值 − 指标值| ≠ N，允许各
数末位数的一半。写有约、上年、其中的句子不核对。

依据：通行的文字核对要求：文字与表格一致。只作提示。

反例：指标值 ≥98%，文字写“食材抽检合格率97.1%，比目标低1.9个百分点”（应为 0.9）。

正例：写“比目标低0.9个百分点”。

改法：核对文字和表格。
"""

import re
from collections import Counter
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.money import UNSIGNED, grouped, half_digit, number_of
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.MEASURED, needs.UNDIVIDED, needs.ROWS, needs.TARGETS, needs.ACTUALS)

_GAP = re.compile("[比较](?:年度)?(?:目标|指标)")
_BEHIND = re.compile(
    rf"(?:为|达到?|仅为?|只有|完成)?\s?({UNSIGNED})\s?([^\d，,。；]{{0,4}})[，,](?:比|较)(?:年度)?(?:目标|指标)值?"
    rf"(?:低|高|少|多|短)了?\s?({UNSIGNED})\s?([^\d\s，,。；]{{1,4}})",
    re.ASCII,
)
_UNCLEAR = re.compile("约|上年|去年|其中")
_SHORTEST = 3
_POINTS = "个百分点"


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    texts = tuple(subject.texts.prose.holding(_GAP))
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
