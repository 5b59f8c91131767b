"""天数、期限算不出来。

一句话写了起止的日子和天数，或者发行的年份、期限和到期的年份，算出来不是所写的数。

原因：起止和天数写在一句里，读者一数就知道不对；到期的年份错了，偿债的安排跟着错。

公式：（1）一句话恰好写有两个日子，后面写“为期（会期、展期、工期共）N天”：从头一天到末一天，首尾都
算，不是 N 天的提示；（2）一句话写“20XX年……发行……期限N年……20XX年到期（兑付、还清）”：发行的年份加N，
不是到期的年份的提示；（3）写有起止两个日子或月份（“自……至……”“从……到……止”），前后写“为期（期限、合同
期、有效期、工期、历时、共）N年（个月）”，N 用汉字的也算：首尾都算或者只算一头，相差都在一个月以上，
也不是跨 N 个年度的提示，“某月开工，某月竣工，用时N个月”的也算；（4）“第二季度（7—9月）”“上半年（1—7
月）”““十四五”（2021—2026年）”不是那几个月、那几年的，“2020年至2023年三年累计”不是那么多年的；（5）
一句话先写应（要求、约定）在某日前完成，再写实际哪一日完成，说按期、逾期、提前，与两个日子不合的，或
者“逾期（提前）N天”相差一天以上的；（6）依次写出的几个年份后“连续N年”不是那么多个；两个日子“间隔（相
隔）N个月”不合的；公示几日至几日，首尾都算还不到所写的工作日的。写有约、左右、工作日、扣除、除外、延
期、顺延、提前、宽限的不核对。

依据：通行的文字核对要求：数据互相印证。只作提示。

反例：9月29日开幕，10月6日闭幕，为期7天（应为 8 天）；2025年发行，期限15年，2039年到期（应为 2040
年）；2024年1月至2026年12月，为期两年（应为三年）。

正例：同上，为期8天；2040年到期。

改法：核对日子、天数和期限。
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier import told_terms
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.told import COUNT, counted
from generator.audit.dossier.told_days import told_days, told_months
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE,)

_LASTING = lazily(r"(?:为期|会期|展期|工期|历时|活动)(?:共|共计|为)?\s?(\d{1,3})\s?天", re.ASCII)
_WORKDAYS = lazily(
    r"(?:期满|为期|共|公示|历时)[为了共]?\s?(\d{1,2})\s?个?工作日(?![内前后])", re.ASCII
)
_TERM = lazily(
    r"(20\d\d)年(?:1?\d月)?[^\d。；]{0,12}发行[^。；]{0,40}?期限为?\s?(\d{1,2})\s?年[^。；]{0,24}?(20\d\d)年[^\d。；，,]{0,6}"
    r"(?:到期|兑付|还清|偿清)",
    re.ASCII,
)
_DUE_AT = lazily(
    r"(20\d\d)年(?:1?\d月)?[^\d。；]{0,12}发行[^。；]{0,40}?期限为?\s?(\d{1,2})\s?年[^。；]{0,24}?(?:到期|兑付|还本)"
    r"(?:时间|日期?|年份)[为是在]?\s?(20\d\d)年",
    re.ASCII,
)
_ENDS = lazily(
    r"(20\d\d)[年.\-/](\d{1,2})[月.\-/](?:(\d{1,2})日?|底|末|初)?(?:起|开始)?\s?[至到—–~～-]{1,2}\s?"
    r"(?:(20\d\d)[年.\-/])?(\d{1,2})[月.\-/](?:(\d{1,2})日?|底|末|初)?",
    re.ASCII,
)
"""From a day or month to another: `2024年1月1日至2026年12月31日`, `2024年1月至12月底`."""
_LONG = lazily(
    rf"(?:为期|期限|合同期|服务期|有效期|实施期|建设期|周期|工期|[历用耗]时|间隔|相隔|时隔|相距|履约期|租期|期|共计?){{1,2}}"
    rf"[为共计是达]{{0,2}}\s?{COUNT}\s?(年|个月)(?![度级底初前内])"
)
_OVER = lazily("到期|届满|期满|终止|结束|[为]?止")
_MADE = lazily("[历用耗]时|工期")
_APART = lazily("间隔|相隔|时隔|相距")
_FROM_TO = (
    lazily("^(?:正式)?(?:[开动]工|启动|开始|进场)"),
    lazily("^(?:全面|正式)?(?:竣工|完工|建成|结束|投用|投入)"),
)
"""Words behind the months between which something was made."""
_YEAR, _TWELVE, _MONTH = "年", 12, 30.5
_NEAR = 1
_UNCLEAR = lazily("约(?!定)|左右|工作日|扣除|除外|延期|顺延|提前|分期|宽限|其中|间断")
_BOTH_ENDS = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the text, once for each sort of span."""
    prose = subject.texts.prose
    for sign, pattern, reckon in (
        ("天", _LASTING, _days),
        ("到期", _TERM, _years),
        ("到期", _DUE_AT, _years),
        ("工作日", _WORKDAYS, _workdays),
    ):
        for text in prose.with_sign(sign):
            for sentence in text.sentences:
                match = pattern.search(sentence)
                if match and not _UNCLEAR.search(sentence.replace(sign, "")):
                    yield from reckon(subject, text, sentence, match)
    yield from _terms(subject)
    for text in dict.fromkeys(
        (*prose.with_sign("期"), *prose.with_sign("时"), *prose.with_sign("隔"))
    ):
        for sentence in text.sentences if _LONG.search(text.plain) else ():
            match = _LONG.search(sentence)
            if match and not _UNCLEAR.search(sentence):
                yield from _months(subject, text, sentence, match)


def _terms(subject: Subject) -> Iterator[Result]:
    """Times called by name, and limits that are said to be kept."""
    prose = subject.texts.prose
    for text in dict.fromkeys((*prose.with_sign("月"), *prose.with_sign("年"))):
        if text.path[0] == "exceptions" or not told_terms.SIGN.search(text.plain):
            continue
        for sentence in text.sentences:
            for one in told_terms.terms(sentence, subject.year):
                message = f"文字写「{text.as_typed(one.said)}」，{one.why}"
                yield Result(text.path, message, "请核对时间", one.told, one.due)


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


def _workdays(
    subject: Subject, text: Passage, sentence: str, match: re.Match[str]
) -> Iterator[Result]:
    """So many working days, where fewer days of any sort lie between both ends."""
    told_of = tuple(told_days(sentence[: match.start()], subject.year))
    if len(told_of) != _BOTH_ENDS or not _OVER.search(told_of[1].behind):
        return
    first, last = (one.day for one in told_of)
    apart, told = (last - first).days + 1, int(match[1])
    if 0 < apart < told:
        yield Result(
            text.path,
            f"文字写「{match[0]}」，{first} 至 {last} 首尾都算只有 {apart} 天",
            "请核对起止的日子和天数",
            f"{told}个工作日",
            f"{apart}天",
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


def _months(
    subject: Subject, text: Passage, sentence: str, match: re.Match[str]
) -> Iterator[Result]:
    span = (
        _between(subject, sentence)
        if _APART.search(match[0])
        else _span(subject, sentence, is_made=bool(_MADE.search(match[0])))
    )
    if span is None or len(_LONG.findall(sentence)) > 1:
        return
    first, last = span
    number, is_years = counted(match[1]), match[2] == _YEAR
    told = number * (_TWELVE if is_years else 1)
    apart = last.months - first.months
    by_month = 0 if first.has_day else 1
    is_of_years = last.year - first.year + 1 == number and apart + by_month > told - _TWELVE
    is_near = -_NEAR < told - apart < _NEAR + by_month
    if not told or apart <= 0 or is_near or (is_years and is_of_years):
        return
    whole = round(apart) + by_month
    due = f"{whole // _TWELVE}年" if is_years and not whole % _TWELVE else f"{whole}个月"
    yield Result(
        text.path,
        f"文字写「{text.as_typed(match[0])}」，{first.said}至{last.said}是 {due}",
        "请核对起止的日子和期限",
        f"{match[1]}{match[2]}",
        due,
    )


class _End(NamedTuple):
    """Where a span begins or ends."""

    year: int
    months: float
    """Counted through from the year nought, a day as part of its month."""
    has_day: bool
    said: str


def _span(subject: Subject, sentence: str, *, is_made: bool) -> tuple[_End, _End] | None:
    """From when to when, where a sentence tells one such time."""
    spans = tuple(_ENDS.finditer(sentence))
    if len(spans) == 1:
        [told] = spans
        year = told[4] or told[1]
        return _end(told[1], told[2], told[3]), _end(year, told[5], told[6])
    days = tuple(told_days(sentence, subject.year))
    months = [month for month, _ in told_months(sentence)]
    if is_made and not spans and not days and len(months) == _BOTH_ENDS:
        if not all(word.search(month.behind) for word, month in zip(_FROM_TO, months, strict=True)):
            return None
        first, last = (_end(str(one.day.year), str(one.day.month), None) for one in months)
        return first, last
    is_made = is_made and not spans and len(days) == _BOTH_ENDS
    if is_made and all(w.search(day.behind) for w, day in zip(_FROM_TO, days, strict=True)):
        return _between(subject, sentence)
    if spans or len(days) != _BOTH_ENDS or not _OVER.search(days[1].behind):
        return None
    first, last = (_end(str(one.day.year), str(one.day.month), str(one.day.day)) for one in days)
    return first, last


def _between(subject: Subject, sentence: str) -> tuple[_End, _End] | None:
    """From the one day that a sentence tells to the other."""
    days = [one.day for one in told_days(sentence, subject.year)]
    if len(days) != _BOTH_ENDS:
        return None
    first, last = (_end(str(day.year), str(day.month), str(day.day)) for day in days)
    return first, last


def _end(year: str, month: str, day: str | None) -> _End:
    said = f"{year}年{int(month)}月" + (f"{int(day)}日" if day else "")
    months = int(year) * _TWELVE + int(month) + (int(day) / _MONTH if day else 0)
    return _End(int(year), months, bool(day), said)
