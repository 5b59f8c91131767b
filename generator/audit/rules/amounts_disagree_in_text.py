"""文字中的金额前后不一。

同一个金额，文字写的与资金表不同，或文字前后写了两个数。

原因：报告多次引用同一个金额，修改时容易漏改一处。

公式：在正文、绩效目标、资金说明和问题中，只看分句开头直接写“全年预算”“年初预算”“预算金额”
“到位资金”“实际支出”等字样（其间只允许“为”“共计”之类）并紧跟金额和单位的。资金表有该项合
计的，与合计比较；相差不超过文字所写末位的半个单位，或等于资金表中任何一个金额、合计的，不报告。
资金表没有的，与文字中第一次写的比较。所在句有“其中”“上年”“截至”“每”“人均”等限定，或写
有其他年份的，不核对。一段文字的同一项只报告一次。

依据：通行的文字核对要求：同一数据前后一致。

反例：资金表全年预算 7 万元，正文写“预算金额为 8 万元”。

正例：正文写“其中市级支出 5 万元”；“预算 7.0 万元”。
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.rows import Text
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage
from generator.model.funds import Funds
from generator.values.money import UNSIGNED, Amount, Unit
from generator.values.text import half_width

SEVERITY = Severity.WARNING
NEEDS = (needs.UNDER_WAY, needs.WHOLE)

_NOUNS: Mapping[str, Stage] = MappingProxyType(
    {
        "年初预算": Stage.INITIAL_BUDGET,
        "全年预算": Stage.ADJUSTED_BUDGET,
        "调整后预算": Stage.ADJUSTED_BUDGET,
        "预算总额": Stage.ADJUSTED_BUDGET,
        "预算金额": Stage.ADJUSTED_BUDGET,
        "年度预算": Stage.ADJUSTED_BUDGET,
        "实际到位": Stage.RECEIVED,
        "资金到位": Stage.RECEIVED,
        "到位资金": Stage.RECEIVED,
        "实际支出": Stage.SPENT,
        "支出总额": Stage.SPENT,
        "全年支出": Stage.SPENT,
        "全年执行": Stage.SPENT,
    }
)
_NOUN = re.compile("|".join(_NOUNS))
_MENTION = re.compile(
    rf"(?<![\u4e00-\u9fa5])(?:本?项目|该?专项资金|资金|本年度?|年度|20[0-9]{{2}}年度?|其)?"
    rf"({'|'.join(_NOUNS)})(?:数|额|金额|资金|总额|费用)?(?:共计|总计|合计|共|总|为|是|计)?[：:]?\s?"
    rf"({UNSIGNED})\s?(亿元|万元|元)",
    re.ASCII,
)
"""A stage of the fund table and its amount: `本年度项目支出共计9.5万元`."""
_SENTENCE_END = "。；;！!？?\n"
_LONGEST = 200
_LIMITED = re.compile(
    r"其中|上年|去年|往年|以前年度|同期|比|较|下年|明年|次年|截至|截止|季度|上半年|下半年|[0-9]月|每|人均|平均"
    r"|单价|第[一二三四]批|累计|[市省县区]级|中央|配套|结转|追加|调整|原"
)
_YEAR = re.compile(r"((?:19|20)[0-9]{2})年")
_FIELDS = frozenset({"sections", "objective", "funds", "findings"})


def check(subject: Subject) -> Iterator[Result]:
    """At the text that differs."""
    funds = subject.item.funds
    first: dict[Stage, Amount] = {}
    known = _known(funds)
    for text in subject.prose.holding(_NOUN):
        if text.path[0] not in _FIELDS:
            continue
        said: set[Stage] = set()
        for noun, stage, amount, half in _mentions(text, subject.year):
            stated = _stated(funds, stage) or first.setdefault(stage, amount)
            agrees = any(_near(amount, other, half) for other in (stated, *known))
            if not agrees and stage not in said:
                said.add(stage)
                where = "资金表" if _stated(funds, stage) else "前文"
                yield Result(
                    text.path,
                    f"文字写{noun} {amount}，{where}为 {stated}",
                    "请核对，改为一致",
                    str(amount),
                    str(stated),
                )


def _known(funds: Funds | None) -> tuple[Amount, ...]:
    """Every amount of the table and every total: what a text may well speak of."""
    if funds is None:
        return ()
    rows = [row.at(stage) for row in funds.rows for stage in Stage]
    totals = [funds.total(stage).shown for stage in Stage]
    return tuple(Amount(value, funds.unit) for value in (*rows, *totals) if value is not None)


def _stated(funds: Funds | None, stage: Stage) -> Amount | None:
    """The table's total of a stage; the only budget there is stands for either."""
    if funds is None:
        return None
    return funds.amount(stage) or (funds.budget if stage is Stage.ADJUSTED_BUDGET else None)


def _mentions(text: Text, year: int) -> Iterator[tuple[str, Stage, Amount, Amount]]:
    """Noun, stage, amount, and half a unit of its last digit."""
    plain = half_width(text.text)
    for match in _MENTION.finditer(plain):
        before = plain[max(0, match.start() - _LONGEST) : match.start()]
        start = max(before.rfind(sign) for sign in _SENTENCE_END) + 1
        sentence = before[start:] + match[0]
        if _LIMITED.search(sentence) or any(int(y) != year for y in _YEAR.findall(sentence)):
            continue
        unit = next(unit for unit in Unit if unit.label == match[3])
        digits = match[2].replace(",", "")
        places = len(digits.partition(".")[2])
        half = Amount(Decimal(5).scaleb(-places - 1), unit)
        yield match[1], _NOUNS[match[1]], Amount(Decimal(digits), unit), half


def _near(amount: Amount, other: Amount, half: Amount) -> bool:
    return abs(amount.value - other.to(amount.unit).value) <= half.value
