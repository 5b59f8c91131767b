"""比率与写明的人数、个数不符。

一项比率的完成值，用说明里写的两个数算不出来，或者分子分母颠倒了。

原因：分子、分母就写在旁边；颠倒过来，超过控制数的也成了达标。

公式：（1）在职人员控制率：在职人数 ÷ 编制数，两个数取自本行的说明、佐证、得分说明，没有的取自全文，
或者名为编制人数、实有人数的指标（各只写一个数的）；写在本行的，不等于就报告；行里写明“在职人数÷编制数”的，全文的数也作本行的；取自别处的，等于编制
数 ÷ 在职人数，或者与应有的比率相差一位、相邻两位颠倒的，报告。（2）预算调整率：资金表的全年预算比
年初预算增减的比率，与完成值只差一位或相邻两位颠倒的，报告。（3）计量单位是 %的其他指标，说明、佐
证、得分说明或偏差原因恰好写有两个同一单位、不相等的数，完成值与两数相除（及其余数、增减幅度）都不
符，而与其中一个只差一位或相邻两位颠倒，或者较小的数前后与指标名称有两个字以上相同的，报告。（4）
计量单位是 % 或倍，说明、佐证、得分说明或评分标准写“甲除以（÷、/）乙”，甲、乙各是这一行写明金额的
词，或者资金表一行（没有写哪一行的，看合计）的到位（实缴）、支出（支付、已投）、预算（认缴），而完
成值不是两数相除的，报告；执行率、支付率、到位率有别的规则。允许相差所列末位的半个单位。

依据：在职人员控制率＝在职人员数 ÷ 编制数 × 100%（《预算绩效评价共性指标体系框架》，财预〔2013〕53
号）。只作提示。

反例：编制 56 人，在职 58 人，控制率写 96.55%（应为 103.57%）。

正例：同上，写 103.57%。

改法：核对两个数和比率，改正其中有误的一个。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import quantities
from generator.audit.dossier.rows import Row
from generator.audit.dossier.slips import shared, slip
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage
from generator.values.lazily import lazily
from generator.values.money import half_digit, percent, percentage, rounded
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.MEASURED, needs.ROWS, needs.ACTUALS)

_STAFF = lazily("在职人员控制率|人员控制率|编制控制率")
_ADJUSTED = lazily("(?:部门)?预算调整率")
_POSTS = lazily(
    r"(?:人员)?编制(?:总?数|人数|人员)?[为共是核定有]{0,2}\s?(\d{1,6})\s?[人名个]", re.ASCII
)
_EMPLOYED = lazily(
    r"(?:在职|在编|实有)(?:在职|在编)?(?:人员|职工|人数)?数?[为共是有]{0,2}\s?(\d{1,6})\s?[人名]",
    re.ASCII,
)
_STAFF_RULE = lazily("(?:在职|在编|实有)[^÷/，。]{0,8}(?:÷|/|除以|与)[^，。]{0,6}编制")
"""Where a row says by which numbers it is reckoned, the only ones that are told are its own."""
_POSTS_ROW = lazily("(?:核定)?(?:人员)?编制(?:人数|总?数)")
_EMPLOYED_ROW = lazily(
    "(?:年末|年底|期末|实际|现有)?(?:在职|在编|实有|在岗)(?:在职|在编)?(?:人员|职工)?人?数"
)
_FIELDS = ("explanation", "evidence", "score_note", "deviation_reason")
_SHARE, _TIMES = "%", "倍"
_DIVIDED = lazily(
    r"([\u4e00-\u9fff]{2,12})\s?(?:除以|÷|/)\s?([\u4e00-\u9fff]{2,12})(?=[，,。；;×\n]|$)"
)
_OF_MONEY = lazily("执行率|支付率|支出率|到位率|使用率|进度")
_STAGES = (
    (lazily("实缴|到位"), (Stage.RECEIVED,)),
    (lazily("支出|支付|已投|投出"), (Stage.SPENT,)),
    (lazily("预算|认缴"), (Stage.ADJUSTED_BUDGET, Stage.INITIAL_BUDGET)),
)
_PLAIN = lazily("资金|金额|出资|实际|全年|本年|累计|总额?|规模|[数额的]|项目")
_TWO = 2
_WHOLE = Decimal(100)
_PLACES = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the actual value."""
    for row in subject.leaves:
        indicator = row.indicator
        stated = indicator.actual_number
        if stated is not None and indicator.counted_in in (_SHARE, _TIMES):
            yield from _by_rule(subject, row, stated)
        if indicator.counted_in != _SHARE or stated is None:
            continue
        if _ADJUSTED.fullmatch(indicator.name):
            yield from _adjusted(subject, row, stated)
        elif _STAFF.search(indicator.name):
            yield from _staff(subject, row, stated)
        else:
            yield from _others(row, stated)


def _adjusted(subject: Subject, row: Row, stated: Decimal) -> Iterator[Result]:
    """How much the budget was changed, beside the fund table; only where it is a slip."""
    shown = subject.money.shown
    first, last = shown.get(Stage.INITIAL_BUDGET), shown.get(Stage.ADJUSTED_BUDGET)
    due = percentage(abs(last.value - first.value), first.value) if first and last else None
    if due is None or abs(due - stated) <= half_digit(stated):
        return
    if slip(rounded(due, _PLACES), rounded(stated, _PLACES)):
        yield _result(row, f"资金表的预算由 {first} 调整为 {last}，为 {percent(due)}", percent(due))


def _staff(subject: Subject, row: Row, stated: Decimal) -> Iterator[Result]:
    own = _counts("，".join(_notes(row)))
    told = _counts(subject.texts.prose.plain) or _of_rows(subject)
    if told and any(_STAFF_RULE.search(note) for note in _notes(row)):
        own = own or told
    posts, employed = own or told or (0, 0)
    if not posts or not employed or posts == employed:
        return
    due, turned = (
        percentage(Decimal(a), Decimal(b)) for a, b in ((employed, posts), (posts, employed))
    )
    if due is None or turned is None or abs(due - stated) <= half_digit(stated):
        return
    is_turned = abs(turned - stated) <= half_digit(stated)
    if own or is_turned or slip(rounded(due, _PLACES), stated):
        how = "分子分母颠倒，" if is_turned else ""
        yield _result(
            row, f"{how}在职 {employed} 人 ÷ 编制 {posts} 人为 {percent(due)}", percent(due)
        )


def _counts(text: str) -> tuple[int, int] | None:
    """Posts and employed, where a text tells one number of each."""
    plain = half_width(text)
    posts, employed = ({*pattern.findall(plain)} for pattern in (_POSTS, _EMPLOYED))
    return (int(posts.pop()), int(employed.pop())) if len(posts) == len(employed) == 1 else None


def _of_rows(subject: Subject) -> tuple[int, int] | None:
    """The same of rows that count them, each of which stands once."""
    posts, employed = (
        {
            int(number)
            for row in subject.leaves
            if name.fullmatch(row.indicator.name)
            and (number := row.indicator.actual_number) is not None
        }
        for name in (_POSTS_ROW, _EMPLOYED_ROW)
    )
    return (posts.pop(), employed.pop()) if len(posts) == len(employed) == 1 else None


def _others(row: Row, stated: Decimal) -> Iterator[Result]:
    for note in _notes(row):
        told = [
            one for one in quantities(note) if one.unit not in (_SHARE, "分", "倍", "天", "个月")
        ]
        values = [one.value for one in told]
        if len(told) != _TWO or told[0].unit != told[1].unit or values[0] == values[1]:
            continue
        rates = _rates(values)
        if any(abs(rate - stated) <= half_digit(stated) for rate in rates):
            continue
        part = min(told, key=lambda one: one.value)
        is_named = len(shared(part.before + part.behind, row.indicator.name)) >= _TWO
        near = [
            rate
            for rate in rates
            if slip(rounded(rate, _PLACES), stated) or (is_named and rate < _WHOLE)
        ]
        if near:
            said = f"{told[0].before}{told[0].said}、{told[1].before}{told[1].said}"
            yield _result(row, f"说明写{said}，相除为 {percent(near[0])}", percent(near[0]))


def _by_rule(subject: Subject, row: Row, stated: Decimal) -> Iterator[Result]:
    """A rate whose row says what is divided by what, both of which are told in money."""
    if _OF_MONEY.search(row.indicator.name) or not subject.item.funds:
        return
    notes = [half_width(note) for note in (*_notes(row), row.indicator.scoring_rule or "")]
    for match in (found for note in notes for found in _DIVIDED.finditer(note)):
        part, whole = (_amount(subject, notes, words) for words in match.groups())
        due = percentage(part, whole) if part is not None and whole else None
        if due is None:
            continue
        due = due if row.indicator.counted_in == _SHARE else due / _WHOLE
        if abs(due - stated) > half_digit(stated):
            shown = f"{rounded(due, _PLACES)}{row.indicator.counted_in}"
            yield _result(row, f"按「{match[0]}」为 {shown}", shown)
        return


def _amount(subject: Subject, notes: Sequence[str], words: str) -> Decimal | None:
    """The money that words stand for: told beside them, or a cell of the fund table."""
    told = {
        one.value
        for note in notes
        for one in quantities(note)
        if one.unit == "元" and one.before.endswith(words)
    }
    funds = subject.item.funds
    if told or funds is None:
        return told.pop() if len(told) == 1 else None
    found = [stages for pattern, stages in _STAGES if pattern.search(words)]
    rest = _PLAIN.sub("", words)
    for pattern, _ in _STAGES:
        rest = pattern.sub("", rest)
    rows = [row for row in funds.rows if rest in row.name] if rest else [funds.stated_total]
    if len(found) != 1 or len(rows) != 1 or rows[0] is None:
        return None
    amounts = (rows[0].at(stage) for stage in found[0])
    amount = next((one for one in amounts if one is not None), None)
    return None if amount is None else amount * funds.unit.yuan


def _notes(row: Row) -> Iterator[str]:
    for field in _FIELDS:
        if note := getattr(row.indicator, field):
            yield note


def _rates(values: Sequence[Decimal]) -> Sequence[Decimal]:
    """What two numbers may give in per cent: a part, the rest, a rise, a fall, a part of both."""
    one, other = values
    pairs = (
        (one, other), (other, one), (abs(one - other), one), (abs(one - other), other),
        (one, one + other), (other, one + other),
    )  # fmt: skip
    return [rate for part, whole in pairs if (rate := percentage(part, whole)) is not None]


def _result(row: Row, told: str, due: str) -> Result:
    return Result(
        row.at("actual"),
        f"{row.name}完成值 {row.indicator.actual_shown}，{told}",
        "请核对两个数和比率",
        row.indicator.actual_shown,
        due,
    )
