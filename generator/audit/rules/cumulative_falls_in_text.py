"""文字里的累计数后来反而少了。

一段文字写了几个年份的累计数，晚的一年比早的一年少。

原因：累计数只增不减；少了，至少有一个写错。

公式：同一段文字写“20XX年底（末、N月底）累计……”紧跟一个数，两处事情的前两个字和单位相同，年份晚的数小
于年份早的。写有核减、调整、更正、剔除、口径、报废、拆除的不核对。

依据：累计数的定义。只作提示。

反例：“截至2023年底累计治理31公里，截至2024年底累计治理29公里”。

正例：后一个数写 39 公里。

改法：核对各年的累计数；核减、调整过的，写明原因。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import UNITS
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, parse

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY,)

_SIGN = "累计"
_TOLD = lazily(
    rf"(?<!\d)(20\d\d)年(?:\d{{1,2}}月)?[底末份]?[^，,。；;\d\n]{{0,4}}累计"
    rf"([\u4e00-\u9fff]{{2,12}}?)({UNSIGNED})\s?([万亿]?(?:{'|'.join(UNITS)}))",
    re.ASCII,
)
_REVISED = lazily("核减|调整|更正|剔除|口径|重新|核销|修正|报废|拆除")
_ELSEWHERE = frozenset(("recommendations", "source", "exceptions"))
_HEAD = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the text, once for each."""
    for text in subject.texts.prose.with_sign(_SIGN):
        if text.path[0] in _ELSEWHERE or _REVISED.search(text.plain):
            continue
        before: dict[tuple[str, str], tuple[int, Decimal, str]] = {}
        for match in _TOLD.finditer(text.plain):
            year, number = int(match[1]), parse(match[3])
            if number is None:
                continue
            key, said = (match[2][:_HEAD], match[4]), f"{match[3]}{match[4]}"
            then = before.get(key)
            if then and (
                (then[0] < year and number < then[1]) or (then[0] > year and number > then[1])
            ):
                yield Result(
                    text.path,
                    f"文字写 {then[0]} 年累计 {then[2]}，{year} 年累计 {said}",
                    "请核对各年的累计数；核减、调整过的，请写明",
                    said,
                    then[2],
                )
                break
            before[key] = (year, number, said)
