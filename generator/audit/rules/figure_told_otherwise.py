"""同一个数两处写法不同。

文字里的一个数，与表格里同一件事的数，或者与另一段文字里的数不同。

原因：同一个数抄了两次，其中一次两位数字颠倒，或者错了一位；也可能改了一处，漏改另一处。

公式：在完成情况、正文、说明、原因、佐证和文字写成的完成值里，看带单位的数。表格（资金各栏、指标值、
完成值、调查份数）里没有这个数、也不是两个金额相加减的，有下列情形之一就提示：（1）紧跟在资金来源、
用途、地区或指标的名称后面，或者写的是发放、回收、有效问卷多少份，那一行有同一单位的数（问题多讲一
部分，不这样看），写明是发放、回收、有效而与那一栏不同的，别的栏有这个数也提示；分句除“截至、全年、
共”一类的字，正是去掉“数、数量”的指标名称（四个字以上）的，也这样看；（2）与表格或前文同一单位的数
只差一位，或相邻两位颠倒，三位以上，并且前面有相同的字（颠倒的两个字以上，错一位的三个字以上）。所
在句写有上年、同比、每、人均、计划等，或者写有其他年份的，不提示。整份文件的执行率、到位率由
rates-disagree-in-text 核对，总分由result-disagrees-in-text 核对，各项资金来源的到位、支出由
years-disagree-in-text 核对。

依据：通行的文字核对要求：同一数据前后一致。只作提示。

反例：资金表“地方资金”616 万元，完成值写“地方资金626.00万元足额安排”；表中到位 16290 万元，正
文写“到位16920.00万元”。

正例：两处都写 616 万元；正文写“其中市级支出5万元”。

改法：核对两处，改为一致；不是同一件事的不必改。
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.cell_figures import SURVEYED, CellFigures, Known
from generator.audit.dossier.quantities import Quantity, sentence_of
from generator.audit.dossier.slips import Slip, of_one, slip
from generator.audit.dossier.told import FIELDS, THE_RATE, THE_TOTAL
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.source import At
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY, needs.UNDIVIDED)

_MANY = 300
"""Each is held against all others: of more, that would take long."""

_TELLING = frozenset(
    ("achieved", "note", "opinion", "text", "explanation", "deviation_reason", "score_note",
     "actual", "evidence", "done")
)  # fmt: skip
_ELSEWHERE = frozenset(("recommendations", "rectification", "uses", "source", "exceptions"))
"""Parts that speak of other times, or of other documents."""
_LIMITED = lazily(  # each begins with a sign of its own, so that it is soon passed over
    r"上年|去年|往年|以前|同[比期]|比|较|下年|明年|次年|季度|上半年|下半年"
    r"|月(?<=[0-9]月)[份]?(?:[至到—-]|$)|每|人均|户均|平均"
    r"|单价|第[一二三四]|原|调整|追加|低于|高于|少于|多于|不足|超过|接过|近|约|余|以[上下内]"
    r"|标(?<!高标)准|由|从|其中(?!有效)|计划"
    r"|预计|目标|应(?!急)|拟|分别|抽[查取]|剔除|扣除|另"
)
_LOOSE = lazily("累计")
"""Words by which a figure may be of more than a cell, unless its digits changed places."""
_YEAR = lazily(r"(?<![0-9])((?:19|20)[0-9]{2})年")
_FILLER = lazily(
    r"(?:共计|合计|总计|实际|安排|到位|支出|投入|使用|执行|拨付|补助|资金|预算|完成|达到?"
    r"|[共为计是了数]){0,3}$"
)
_TOLD_ELSEWHERE = lazily(f"{THE_RATE}|{THE_TOTAL}")
"""The rate and the points of the whole, of which other rules speak."""
_OF_SOURCE = lazily("(?:到位|支出|发行)(?:资金|金额|数)?[为共计]?$")
"""What came or was spent of a source, of which `years-disagree-in-text` speaks."""
_PARTING = lazily("[：:]")
_HOW_MANY = lazily("(?:数量?|总数|[家户个]数)$")
_OF_ALL = lazily(
    r"(?:截[至止]|(?:19|20)?\d\d年|\d{1,2}月|年?末|年?底|全年|本年度?|年内|当年|项目|基金|全市|全县|全区"
    r"|已|累计|共计?|合计|总计|实际|完成|[，,])*"
)
"""Words before the name of a row that make it no part of it."""
_SHORTEST, _LONG_ENOUGH = 3, 4
_RUNS = {Slip.SWAPPED: 2, Slip.MISTYPED: 3}
_STOCK = lazily(r"(?:资金|项目|全年|完成|年度|其中|截至|共计|情况|实际|支出|预算|万元){1,2}")
"""Words that two texts share by chance."""


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the text, once for each."""
    told = tuple(_told(subject))
    if not told:
        return
    if len(told) > _MANY:
        yield Unjudged(f"文字里的数多于 {_MANY} 个，没有互相核对")
        return
    tables = CellFigures(subject.item, subject.leaves)
    before: dict[str, list[Known]] = defaultdict(list)
    said: set[At] = set()
    for path, quantity in told:
        others = before[quantity.unit]
        held = tables.hold(quantity) and not tables.mislabel(quantity)
        is_loose = _LOOSE.search(quantity.before) is not None
        asked = _swapped if is_loose else _other
        if not held and path not in said and (other := asked(path, quantity, tables, others)):
            said.add(path)
            yield Result(
                path,
                f"文字写「{quantity.before}{quantity.said}」，而同一件事另写为 {other}",
                "请核对两处，改为一致；不是同一件事的不必改",
                quantity.said,
                other,
            )
        if is_loose:
            continue
        words = quantity.before + quantity.behind
        others.append(Known(quantity.value, quantity.unit, words, "", quantity.said))


def _ends(clauses: Sequence[str], named: str) -> bool:
    """Whether a clause ends with what a row is called; of `社会效益：受益人数` with the latter.

    Without the word for how many a name may be the end of another: only words of time stand before.
    """
    name = _PARTING.split(named)[-1]
    if len(name) >= _SHORTEST and any(clause.endswith(name) for clause in clauses):
        return True
    bare = _HOW_MANY.sub("", name)
    if bare == name or len(bare) < _LONG_ENOUGH:
        return False
    befores = (clause[: -len(bare)] for clause in clauses if clause.endswith(bare))
    return any(_OF_ALL.fullmatch(before) for before in befores)


def _told(subject: Subject) -> Iterator[tuple[At, Quantity]]:
    """The quantities of its free texts, but for those that a sentence sets apart."""
    for text in subject.texts.prose.with_figures(_TELLING):
        if text.path[0] in _ELSEWHERE:
            continue
        tells_years = "年" in text.plain
        for quantity in text.quantities:
            if _LIMITED.search(quantity.before) or _LIMITED.search(quantity.behind):
                continue
            is_elsewhere = text.path[0] in FIELDS and (
                _TOLD_ELSEWHERE.fullmatch(quantity.before)
                or (quantity.unit == "元" and _is_of_source(subject, quantity.before))
            )
            sentence = sentence_of(text.plain, quantity.start) if tells_years else ""
            years = _YEAR.findall(sentence)
            is_of_year = all(int(year) == subject.year for year in years)
            if not is_elsewhere and (is_of_year or _is_surveyed(quantity)):
                yield text.path, quantity


def _is_surveyed(told: Quantity) -> bool:
    """Whether it counts the forms of a survey, which is made when the year is over."""
    return told.unit == "份" and any(word.search(told.before) for word in SURVEYED.values())


def _is_of_source(subject: Subject, before: str) -> bool:
    """Whether words name a source of money, and that it came or was spent."""
    words = _OF_SOURCE.sub("", before)
    funds = subject.item.funds
    names = [row.name for row in (*funds.rows, *funds.by_place)] if funds else []
    return words != before and any(len(n) >= _SHORTEST and words.endswith(n) for n in names)


def _swapped(at: At, told: Quantity, tables: CellFigures, before: Sequence[Known]) -> str:  # noqa: ARG001
    """The sum of the fund table whose digits changed places; empty where there is none."""
    for cell in tables.cells.get("元", ()) if told.unit == "元" else ():
        is_of_column = cell.column and cell.column in told.before
        if is_of_column and slip(told.value, cell.value) is Slip.SWAPPED:
            return f"{cell.name}{cell.column} {cell.shown}"
    return ""


def _other(at: At, told: Quantity, tables: CellFigures, before: Sequence[Known]) -> str:
    """The figure that stands for the same thing elsewhere; empty where there is none.

    `before` are those of its unit that were told before it.
    """
    cells = tables.cells.get(told.unit, ())
    ends = (told.before, _FILLER.sub("", told.before))
    for cell in cells if at[0] != "findings" else ():
        surveyed = SURVEYED.get(cell.name)
        is_of_cell = surveyed.search(told.before) if surveyed else _ends(ends, cell.name)
        if is_of_cell:
            return f"{cell.name} {cell.shown}"
    words = told.before + told.behind
    for other in (*cells, *before):
        if not (kind := slip(told.value, other.value)):
            continue
        run = of_one(words, other.words)
        if len(run) >= _RUNS[kind] and (kind is Slip.SWAPPED or not _STOCK.fullmatch(run)):
            return f"{run} {other.shown}"
    return ""
