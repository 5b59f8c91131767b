"""佐证的份数少于完成数。

「佐证」写的协议、档案、验收单等的份数，少于完成值或整改情况写的个数。

原因：一座桥一份档案，一个村一份协议；少几份，就有几个没有凭据。

公式：「佐证」写有协议、档案、验收单、签收单、登记表、责任书、证书、记录等几份（本、张、册、套、
卷），份数在所称个数的一半以上、而少于个数的提示（少得多的，多半是几个合用一份）。所称个数是：这一
项以个、座、处、户、人等计数的完成值；完成值为 100% 的比率，是完成情况、用途数量或其他指标中同一名
称（两个字以上相同）的个数。「佐证」里与完成值同一单位的数，也这样比。整改的，是「情况」中提到同一
种材料的那个数，“每站1份”“各1份”一类的不算。合同、发票、凭证、汇总表不核对。

依据：绩效自评要求数据真实、有据可查（财预〔2020〕10号）。只作提示。

反例：检测桥梁 26 座，建档率 100%，佐证写“桥梁档案21份”。

正例：修复水毁 38 处，佐证写“验收单38份”。

改法：核对份数；有几个没有凭据的，补齐凭据或改正完成数。
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import Quantity, measured_in, quantities
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.indicators import Indicator
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.BEGUN,)

_PAPERS = frozenset(("份", "组", "本", "张", "册", "套", "个", "件"))
_EACH = lazily(
    r"(?:档案|协议|协议书|验收单|验收表|验收证书|验收意见|签收单|签收表|签到表|签到册|回单"
    r"|签收条|确认书"
    r"|确认单|登记表|登记卡|申请表"
    r"|责任书|承诺书|[\u4e00-\u9fff]证|(?<![清名账菜订])单|证书|竣工图|影像|照片|卡片|记录"
    r"|记录表|收据|收条|台账卡|劳动合同|意见书|鉴定书|标牌"
    r"|铭牌|房产证|鉴定书|移交单)$"
)
_WHOLE_HEAPS = frozenset(
    ("天", "米", "公里", "千米", "平方米", "亩", "吨", "元", "%", "‰", "个月", "小时", "分钟",
     "倍", "分", "公斤", "平方公里", "立方米", "公顷", "千瓦")
)  # fmt: skip
"""Units of what is not counted piece by piece."""
_SOME = lazily("合并|其中|抽[查取样]|部分|共用|汇总|样本|代表|示例")
"""Words of papers that stand for others too."""
_AGREED = frozenset(("协议", "承诺", "责任"))
"""Papers that are signed, which what was done must say."""
_EVERY = lazily("全部|全都|均已|逐[一个户]")
_FOR_EACH = lazily("[每各]")
"""Words of papers of which everything has its own: they are no number of things."""
_SHORTEST = 2
_HALF = Decimal("0.5")
_ALL = Decimal(100)


def check(subject: Subject) -> Iterator[Result]:
    """At the evidence."""
    for row in subject.leaves:
        evidence = row.indicator.evidence
        if evidence and not _SOME.search(evidence):
            for papers in _papers(evidence):
                claimed = tuple(_claims(subject, row, papers))
                yield from _short(row.at("evidence"), papers, claimed)
            yield from _of_its_unit(row, evidence)
    for n, entry in enumerate(subject.item.rectification):
        for papers in _papers(entry.evidence or ""):
            told = f"{entry.progress or ''}，{entry.measure or ''}"
            counts = [
                one
                for one in quantities(told)
                if one.unit not in _WHOLE_HEAPS and not _FOR_EACH.search(one.before)
            ]
            noun = _noun(papers)
            if noun in told or (noun not in _AGREED and _EVERY.search(told)):
                claims = [(one.value, one.said) for one in counts]
                yield from _short(("rectification", n, "evidence"), papers, claims)


def _of_its_unit(row: Row, evidence: str) -> Iterator[Result]:
    """Evidence that counts the things themselves: `回单，共268户`."""
    indicator = row.indicator
    worth, unit = measured_in(indicator.counted_in)
    told = [one for one in quantities(evidence) if one.unit == unit]
    number = indicator.actual_number
    if number is not None and unit not in _WHOLE_HEAPS and unit not in _PAPERS and len(told) == 1:
        yield from _short(row.at("evidence"), told[0], [(number * worth, indicator.actual_shown)])


def _papers(evidence: str) -> Iterator[Quantity]:
    """What is there once for each thing, and how often."""
    for one in quantities(evidence):
        if one.unit in _PAPERS and _EACH.search(one.before):
            yield one


def _noun(papers: Quantity) -> str:
    """The sort of paper, without what it is of: the 承诺 of 廉政承诺书."""
    match = _EACH.search(papers.before)
    return (match[0] if match else papers.before)[:_SHORTEST]


def _short(
    at: tuple[str | int, ...], papers: Quantity, claims: Iterable[tuple[Decimal, str]]
) -> Iterator[Result]:
    """Where there is one number of things, and there are fewer papers but not far fewer."""
    told = dict(claims)
    if len(told) != 1:
        return
    (claimed, said), *_ = told.items()
    if _HALF * claimed <= papers.value < claimed:
        yield Result(
            at,
            f"佐证写「{papers.before}{papers.said}」，而所称的是 {said}",
            "请核对份数；有几个没有凭据的，请补齐或改正完成数",
            papers.said,
            said,
        )


def _claims(subject: Subject, row: Row, papers: Quantity) -> Iterator[tuple[Decimal, str]]:
    indicator = row.indicator
    number = indicator.actual_number
    if number is None:
        return
    worth, unit = measured_in(indicator.counted_in)
    if unit not in _WHOLE_HEAPS:
        yield number * worth, indicator.actual_shown
    elif unit == "%" and number == _ALL:
        for claimed, said, of in _things(subject, indicator):
            if _is_of(papers.before, of):
                yield claimed, said


def _things(subject: Subject, but: Indicator) -> Iterator[tuple[Decimal, str, str]]:
    """Every number of things that a report claims, with the words beside it."""
    for one in quantities(subject.item.objective.achieved or ""):
        if one.unit not in _WHOLE_HEAPS:
            yield one.value, one.said, one.before + one.behind
    for row in subject.leaves:
        indicator, number = row.indicator, row.indicator.actual_number
        worth, unit = measured_in(indicator.counted_in)
        if indicator is not but and number is not None and unit not in _WHOLE_HEAPS:
            yield number * worth, indicator.actual_shown, indicator.name
    for use in subject.item.funds.by_use if subject.item.funds else ():
        if use.quantity is not None and use.quantity_unit:
            yield use.quantity, f"{use.quantity}{use.quantity_unit}", use.name


def _is_of(papers: str, words: str) -> bool:
    """Whether papers are of what other words name: 桥梁档案 of 检测桥梁."""
    of = _EACH.sub("", papers)
    return any(of[n : n + _SHORTEST] in words for n in range(len(of) - 1))
