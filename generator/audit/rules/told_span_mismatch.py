"""天数、期限算不出来。

一句话写了起止的日子和天数，或者发行的年份、期限和到期的年份，算出来不是所写的数。

原因：起止和天数写在一句里，读者一数就知道不对；到期的年份错了，偿债的安排跟着错。

公式：（1）一句话恰好写有两个日子，后面写“为期（会期、展期、工期共）N天”：从头一天到末一天，首尾都
算，不是 N 天的提示；（2）一句话写“20XX年……发行……期限N年……20XX年到期（兑付、还清）”：发行的年份加
N，不是到期的年份的提示。写有约、左右、工作日、扣除、除外、延期、顺延、提前、分期、宽限的句子不核
对。

依据：通行的文字核对要求：数据互相印证。只作提示。

反例：9月29日开幕，10月6日闭幕，为期7天（应为 8 天）；2025年发行，期限15年，2039年到期（应为 2040
年）。

正例：同上，为期8天；2040年到期。

改法：核对日子、天数和期限。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.told_days import told_days
from generator.audit.subject import Subject
from generator.diagnostics import Severity

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE,)

_LASTING = re.compile(
    r"(?:为期|会期|展期|工期|历时|活动)(?:共|共计|为)?\s?(\d{1,3})\s?天", re.ASCII
)
_TERM = re.compile(
    r"(20\d\d)年[^\d。；]{0,12}发行[^。；]{0,40}?期限为?\s?(\d{1,2})\s?年[^。；]{0,24}?(20\d\d)年[^\d。；，,]{0,6}"
    r"(?:到期|兑付|还清|偿清)",
    re.ASCII,
)
_UNCLEAR = re.compile("约|左右|工作日|扣除|除外|延期|顺延|提前|分期|宽限|其中|间断")
_BOTH_ENDS = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the text, once for each sort of span."""
    prose = subject.texts.prose
    for sign, pattern, reckon in (("天", _LASTING, _days), ("到期", _TERM, _years)):
        for text in prose.with_sign(sign):
            for sentence in text.sentences:
                match = pattern.search(sentence)
                if match and not _UNCLEAR.search(sentence):
                    yield from reckon(subject, text, sentence, match)


def _days(subject: Subject, text: Passage, sentence: str, match: re.Match[str]) -> Iterator[Result]:
    days = [one.day for one in told_days(sentence[: match.start()], subject.year)]
    if len(days) != _BOTH_ENDS or days[0] >= days[1]:
        return
    due, told = (days[1] - days[0]).days + 1, int(match[1])
    if told != due:
        yield Result(
            text.path,
            f"文字写「{match[0]}」，{days[0]} 至 {days[1]} 首尾都算是 {due} 天",
            "请核对起止的日子和天数",
            f"{told}天",
            f"{due}天",
        )


def _years(
    subject: Subject, text: Passage, sentence: str, match: re.Match[str]
) -> Iterator[Result]:
    del subject, sentence
    issued, term, told = (int(match[n]) for n in (1, 2, 3))
    if issued + term != told:
        yield Result(
            text.path,
            f"文字写「{text.as_typed(match[0])}」，{issued} 年加 {term} 年是 {issued + term} 年",
            "请核对发行的年份、期限和到期的年份",
            f"{told}年",
            f"{issued + term}年",
        )
