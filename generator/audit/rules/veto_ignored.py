"""否决事项发生仍评较好等级。

一票否决的事项已经发生，报告写明的等级却好于否决规定的等级。

原因：否决的意思就是分数再高也不评好的等级。

公式：否决行的完成值表示已经发生（如“是”“有”“发生”“存在”，或写明发生了几次、只写“1起（次、件）”而
标准没有写几次以上、评分标准写的“被通报”等已经有了；评分标准写明“高于5毫克/升”一类界限的，完成值中
同一单位的数越过了界限），写明的等级不得好于指标体系规定的否决等级；指标体系没有规定的，看这一行的
评分标准或说明是否写明“评为差”等。完成值是其他写法、名称本身是否定的（如“无违规”），以及没有填写的，
不核对。由否决决定等级的，grade-contradicts-score 不再报告。

依据：一票否决的后果由所用的指标体系或评分标准规定。

反例：「重大资金违规」计否决，完成值“有”，规定评为差，等级写“优”。

正例：同上，等级写“差”；或完成值“无”，等级写“优”。

改法：核对否决事项与等级；确已发生的，按规定的等级填写。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.rows import Row
from generator.audit.dossier.told_limits import crossed
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.frames import Frame
from generator.model.points import Counting
from generator.values.lazily import lazily
from generator.values.text import shown

SEVERITY = Severity.ERROR
NEEDS = (needs.MEASURED, needs.GRADED, needs.GRADE, needs.VETOES)

_HAPPENED = lazily(
    r"(?:是|有|发生|已发生|存在|出现|违反)(?:了)?(?:(?:[1-9]\d{0,2}"
    r"|[一二两三四五六七八九十])[次起件例项])?"
    r"(?:[，,：:。.（(][^无未没不非零]*)?",
    re.ASCII,
)
_TOLD = lazily(
    r"(?:发生|出现|存在|查实|查出)[^无未没不非零，。]{0,24}(?:[1-9]\d{0,2}"
    r"|[一二两三四五六七八九十])[起次件例项人户家笔]",
    re.ASCII,
)
"""`2024年7月发生一般生产安全责任事故1起`."""
_COUNTED = lazily(
    r"(?:共|计)?(?:[1-9]\d{0,2}|[一二两三四五六七八九十])[次起件例](?:[（(，,：:。]|$)", re.ASCII
)
"""`1起（6月12日井下中毒）`."""
_MORE_THAN_ONE = lazily(r"以上|超过|累计|[二两三四五六七八九2-9]\s?[次起件例]")
_NAMED = lazily(
    r"被[^，。；不未无]{0,16}?(?P<done>通报|处罚|立案|问责|约谈|查处|起诉|曝光|责令停工|列入黑名单)"
)
"""`因拖欠工资被人社部门通报1次`: what a body did about it, as its rule calls it."""
_DENIED = lazily("[无未没不非零]")
_SET = lazily(
    "(?:评为|评定为|定为|等级为|判定为|直接为|一律为|降为|视为)[“「]?(差|不合格|不及格|较差)"
)
_BETTER = frozenset(("优", "优秀", "良", "良好", "中", "一般", "合格", "较好", "及格"))


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the stated grade, for the first row that sets a worse one."""
    stated = subject.item.result.grade
    vetoes = [row for row in subject.rows if row.indicator.counting is Counting.VETO]
    for row in vetoes if stated else ():
        actual = row.indicator.actual
        if not actual:
            yield Unjudged(f"{row.name}没有完成值")
        elif subject.frame.veto is not None and subject.frame.veto.is_averted(actual):
            continue
        elif not _has_happened(row, actual):
            if actual.strip() not in ("无", "否", "未发生"):
                yield Unjudged(f"{row.name}完成值「{shown(actual)}」看不出是否发生")
        elif due := _due(subject.frame, row):
            if stated and _is_better(subject.frame, stated, due):
                yield Result(
                    ("result", "grade"),
                    f"{row.name}完成值「{shown(actual)}」，应评为「{due}」，"
                    f"等级写「{shown(stated)}」",
                    "请核对否决事项与等级",
                    shown(stated),
                    due,
                )
                return
        else:
            yield Unjudged(f"{row.name}没有写明否决以后评什么等级")


def _happened(actual: str) -> bool:
    """Whether an actual value says beyond doubt that it did."""
    if _HAPPENED.fullmatch(actual.strip()):
        return True
    return _TOLD.search(actual) is not None and not _DENIED.search(actual)


def _has_happened(row: Row, actual: str) -> bool:
    """By a measured value and the limit of the row's own rule; where there is none, by words."""
    indicator = row.indicator
    rule = f"{indicator.scoring_rule or ''}\n{indicator.explanation or ''}"
    is_crossed = crossed(rule, actual)
    if is_crossed is None:
        named = None if _DENIED.search(actual) else _NAMED.search(actual)
        if named and named["done"] in rule:
            return True
        if _DENIED.search(indicator.name):
            return False
        is_counted = _COUNTED.match(actual.strip()) and not _MORE_THAN_ONE.search(rule)
        return bool(is_counted and not _DENIED.search(actual)) or _happened(actual)
    return is_crossed


def _due(frame: Frame, row: Row) -> str:
    """The grade that a veto sets; empty where nobody says."""
    if frame.veto is not None:
        return frame.veto.grade
    indicator = row.indicator
    told = _SET.search(f"{indicator.scoring_rule or ''}\n{indicator.explanation or ''}")
    return told[1] if told else ""


def _is_better(frame: Frame, stated: str, due: str) -> bool:
    """By the frame's order of grades; without one, by words that leave no doubt."""
    own, limit = frame.band_named(stated), frame.band_named(due)
    if own is not None and limit is not None:
        return frame.rank(own) < frame.rank(limit)
    return not frame.bands and stated in _BETTER
