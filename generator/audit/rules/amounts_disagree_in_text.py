"""文字中的金额前后不一。

同一个金额，文字写的与资金表不同，或文字前后写了两个数。

原因：报告多次引用同一个金额，修改时容易漏改一处。

公式：在正文、绩效目标、资金说明和问题中，只看分句开头直接写“全年预算”“年初预算”“预算金额”“到位资金”
“实际支出”“结余资金”等字样（其间只允许“为”“共计”之类）并紧跟金额和单位的。资金表有该项合计的，与合计
比较；相差不超过文字所写末位的半个单位，或等于资金表中任何一个金额、合计的，不报告。资金表没有的，与文
字中第一次写的比较。所在句有“其中”“上年”“截至”“每”“人均”等限定，或写有其他年份的，以及同一句前面先写了
一个资金表没有的金额的，不核对。一段文字的同一项只报告一次。一句话先写了资金表的合计，又点名写某一行的
金额，而这个金额资金表中没有的，也报告。

依据：通行的文字核对要求：同一数据前后一致。

反例：资金表全年预算 7 万元，正文写“预算金额为 8 万元”。

正例：正文写“其中市级支出 5 万元”；“预算 7.0 万元”。

改法：对照账目核对，把两处改为一致。
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.told import FIELDS, mentions
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundAmounts, Stage
from generator.model.funds import Funds
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import Amount
from generator.values.sentences import said_before
from generator.values.text import half_width
from generator.values.told_money import MONEY, amount_of, told_money

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
        "结余资金": Stage.BALANCE,
        "资金结余": Stage.BALANCE,
        "年末结余": Stage.BALANCE,
    }
)
_SUM = rf"[：:]?\s?{MONEY}"
_BEHIND = lazily(rf"(?:为|共|计)?{_SUM}", re.ASCII)
_FAR = 1_000
"""Signs of a sentence searched for another sum."""
_SHORTEST = 3
"""Signs of a row's name from which on a text names it and nothing else."""
_NOUN = lazily("|".join(_NOUNS))
_MENTION = lazily(
    rf"(?<![\u4e00-\u9fa5])(?:本?项目|该?专项资金|资金|本年度?|年度|全年|20[0-9]{{2}}年度?|其)?"
    rf"({'|'.join(_NOUNS)})(?:数|额|金额|资金|总额|费用)?(?:共计|总计|合计|共|总|为|是|计)?{_SUM}",
    re.ASCII,
)
"""A stage of the fund table and its amount: `本年度项目支出共计9.5万元`."""


def check(subject: Subject) -> Iterator[Result]:
    """At the text that differs."""
    funds = subject.item.funds
    first: dict[Stage, Amount] = {}
    texts = (one for one in subject.texts.prose.within(FIELDS) if _NOUN.search(one.plain))
    told = tuple(mentions(texts, _MENTION, subject.year))
    rows = _named_rows(subject)
    said: set[tuple[At, Stage]] = set()
    for text, match in told:
        stage, amount = _NOUNS[match[1]], amount_of(match[2], match[3])
        stated = _stated(subject, stage) or first.setdefault(stage, amount)
        known = subject.money.amounts
        if _is_of_something_else(match, known):
            continue
        agrees = any(amount.fits(other) for other in (stated, *known))
        if not agrees and (text.path, stage) not in said:
            said.add((text.path, stage))
            where = "资金表" if _stated(subject, stage) else "前文"
            yield _result(text.path, match[1], amount, f"{where}为 {stated}", str(stated))
    if funds is not None and rows:
        yield from _of_rows(subject, funds, rows)


def _named_rows(subject: Subject) -> Mapping[str, FundAmounts]:
    """The rows of the table whose name stands anywhere else as well, by their names."""
    prose = subject.texts.prose.plain
    rows = {half_width(row.name): row for row in subject.money.rows if len(row.name) >= _SHORTEST}
    return {name: row for name, row in rows.items() if prose.count(name) > 1}


def _of_rows(subject: Subject, funds: Funds, rows: Mapping[str, FundAmounts]) -> Iterator[Result]:
    """A row of the table by name, in a sentence that tells a total of the table first."""
    known, totals = subject.money.amounts, subject.money.shown.values()
    for text in subject.texts.prose.of_money:
        if text.path[0] not in FIELDS:
            continue
        for sentence, told in text.told:
            if not any(one.amount.to(total.unit) == total for one in told for total in totals):
                continue
            for name, amount in _named(sentence, rows):
                own = [*rows[name].amounts.values()]
                if own and not any(amount.fits(other) for other in known):
                    due = "、".join(dict.fromkeys(str(Amount(value, funds.unit)) for value in own))
                    yield _result(
                        text.path, f"「{rows[name].name}」", amount, f"资金表为 {due}", due
                    )


def _named(sentence: str, rows: Iterable[str]) -> Iterator[tuple[str, Amount]]:
    """The amounts that follow a row's name at once, each with the longest name that it follows."""
    for match in _BEHIND.finditer(sentence):
        end = match.start()
        name = max((n for n in rows if sentence.endswith(n, 0, end)), key=len, default="")
        if name:
            yield name, amount_of(match[1], match[2])


def _result(path: At, noun: str, amount: Amount, due: str, expected: str) -> Result:
    message = f"文字写{noun} {amount}，{due}"
    return Result(path, message, "请核对，改为一致", str(amount), expected)


def _is_of_something_else(match: re.Match[str], known: Sequence[Amount]) -> bool:
    """Whether its sentence tells another sum before, which the table does not have."""
    before = told_money(said_before(match.string, match.start(), far=_FAR)) if known else ()
    return any(not any(told.amount.fits(other) for other in known) for told in before)


def _stated(subject: Subject, stage: Stage) -> Amount | None:
    """The table's total of a stage; the only budget there is stands for either."""
    money = subject.money
    return money.shown.get(money.budget_stage if stage is Stage.ADJUSTED_BUDGET else stage)
