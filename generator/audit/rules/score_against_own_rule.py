"""得分不合这一行自己的评分标准。

评分标准写明按比例得分、每少一个扣几分，或者达不到不得分，得分却不是照它算的。

原因：标准就印在这一行，读者拿完成值一算就知道对不对。

公式：只看没有达到指标值、没有得满分的指标（得满分的看 target-missed-full-marks），评分标准（没有
的看说明）写有：（1）“按比例得分”“按完成比例计分”一类，没有写其他扣分办法的：应得 分值 × 完成
值 ÷指标值（≤ 的为 指标值 ÷ 完成值），相差超过 0.1 分和所列末位半个单位中较大的报告；（2）“每
少（低、超、晚）N 个（个百分点、天）扣 M 分”，只写了一种的：差数 ÷ N，取整、进位或照比例，乘 M，
从分值中扣除（扣完为止，最多扣的以所写为限），都不等于得分的报告，指标值和完成值是日期的，差数是相
隔的天数；没有指标值的比率，评分标准只写“得分=某某率×分值”的，照此计算；（3）“否则不得分”“未
达到的不得分”：得分大于 0的报告；（4）“每发生（发现、推广、迟报）一次（项、起、个）加（扣）M 分”，
只写了一种的，加分、扣分的行和没有指标值的指标：完成值恰好写有一个这种单位的数，乘 M，不超过最多几
分和分值，不等于所加（扣）的报告，超过上限的由 bonus-over-cap 报告；写“抽查40份，7份缺少记录”的，
以缺少的数为准；（5）加分行写有“省级加2分，市级加1分”而完成值只写了其中一级的：得分不是这一级的
分的报告。写有“酌情、适当、分档、以上、区间”的不核对。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：评价按事先确定的标准计分。

反例：评分标准“按完成比例得分”，分值 15，指标值 30 个，完成 18 个，得 14.5 分（应得 9 分）。

正例：同上，得 9 分。

改法：核对得分与这一行的评分标准。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import PEOPLE, Quantity, quantities
from generator.audit.dossier.rows import Judged, Row
from generator.audit.dossier.scoring_rules import UNCLEAR, by_own_rate, due_by
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.indicators import Indicator
from generator.model.points import Counting
from generator.values.lazily import lazily
from generator.values.money import half_digit
from generator.values.text import half_width, shown

SEVERITY = Severity.WARNING
NEEDS = (needs.MEASURED, needs.POINTED, needs.ROWS, needs.ACTUALS, needs.SCORES)

_CASE = lazily(
    r"每[^\d，,。；扣加]{0,12}?(?:一|1)?\s?([次项起个处件例份家篇人户天条宗])[^\d，,。；扣加]{0,8}?([扣加])\s?(\d{1,2}(?:\.\d{1,2})?)"
    r"\s?分",
    re.ASCII,
)
"""So many points for each case: `每迟报一次扣1分`, `每有一项加0.5分`."""
_TOTAL = lazily(
    r"最多[^\d，,。；]{0,4}\s?(\d{1,2}(?:\.\d)?)\s?分|最高[^\d，,。；]{0,4}(\d{1,2}(?:\.\d)?)\s?分",
    re.ASCII,
)
_POINTS = lazily(r"[扣加]\s?\d", re.ASCII)
_LEVELS = lazily("国家级|中央|部级|省部级|省级|市级|县级|区级")
_LEVEL_POINTS = lazily(
    rf"({_LEVELS.pattern})[^\d，,。；;]{{0,10}}加\s?(\d{{1,2}}(?:\.\d{{1,2}})?)\s?分", re.ASCII
)
"""So many points by the level that gave it."""
_NONE = lazily("[未没无不]|申报|创建中")
_SAMPLE = lazily("抽[查取检样]|检查|核查")
_LACKING = lazily("[缺漏错未无没]|不[全符足规合完]")
_SAMPLED = 2
_BONUS = "加"
_NEAR = Decimal("0.1")
_PER_CENT = ("%", "百分点", "个百分点")


def check(subject: Subject) -> Iterator[Result]:
    """At the score."""
    for judged in subject.judged:
        indicator, comparison = judged.row.indicator, judged.comparison
        if judged.met is not False or comparison is None:
            continue
        rule = half_width(indicator.scoring_rule or indicator.explanation or "")
        if not rule or UNCLEAR.search(rule):
            continue
        weight, score = indicator.weight, indicator.score
        if weight is None or score is None or score >= weight or not indicator.is_basic:
            continue
        is_rate = indicator.counted_in in _PER_CENT
        due = due_by(rule, comparison, Decimal(weight), subject.frame.places, is_rate=is_rate)
        near = max(half_digit(score), _NEAR)
        if due and all(abs(score - one) > near for one in due):
            yield _result(judged, score, due[0])
    executing = {row.path for row in subject.execution_rows}
    for row in subject.leaves:
        yield from _of_cases(row)
        if row.path not in executing:
            yield from _of_own_rate(subject, row)


def _of_own_rate(subject: Subject, row: Row) -> Iterator[Result]:
    """A rate times its weight, of a row that prints no target which would decide."""
    indicator = row.indicator
    rule, rate = indicator.scoring_rule, indicator.actual_number
    weight, score = indicator.weight, indicator.score
    if not rule or "率" not in rule or rate is None or weight is None or score is None:
        return
    if indicator.target or indicator.counted_in != "%" or not indicator.is_basic:
        return
    due = by_own_rate(half_width(rule), indicator.name, rate, Decimal(weight))
    if due is None or abs(score - due) <= _NEAR or subject.frame.prints(score, due):
        return
    yield Result(
        row.at("score"),
        f"{row.name}完成值 {indicator.actual_shown}，按这一行的评分标准应得 {points(due)}，"
        f"实际得 {points(score)}",
        "请核对得分与评分标准",
        points(score),
        points(due),
    )


def _of_cases(row: Row) -> Iterator[Result]:
    """So many points for each time that something happened, which the row counts in words."""
    indicator = row.indicator
    told, score = indicator.scoring_rule, indicator.score
    if not told or score is None or not indicator.actual:
        return
    yield from _of_levels(row, half_width(told), score)
    if "每" not in told or indicator.target_number is not None:
        return
    rule = half_width(told)
    each = tuple(_CASE.finditer(rule))
    cap = _TOTAL.search(rule)
    if len(each) != 1 or len(_POINTS.findall(_TOTAL.sub("", rule))) != 1 or UNCLEAR.search(rule):
        return
    [match] = each
    every = quantities(indicator.actual)
    told_cases = [one for one in every if one.unit[-1:] == match[1]]
    counted = "人" if match[1] in PEOPLE else match[1]
    cases = _lacking(told_cases)
    if len(cases) != 1 or len(every) != len(told_cases) or cases[0].unit != counted:
        return
    if indicator.target and not _LACKING.search(cases[0].behind):
        return  # what is counted may be what was aimed at
    weight = indicator.weight
    bounds = [Decimal(n) for n in (cap.groups() if cap else ()) if n]
    bounds += [Decimal(weight)] if weight is not None and not bounds else []
    taken = min((cases[0].value * Decimal(match[3]), *bounds))
    due = _counted(indicator, match[2], taken)
    if due is None or abs(score) > max(bounds, default=abs(score)) or abs(score) == abs(due):
        return
    yield Result(
        row.at("score"),
        f"{row.name}完成值「{shown(indicator.actual)}」，按这一行的评分标准应得 {points(due)}，"
        f"实际得 {points(score)}",
        "请核对得分与评分标准",
        points(score),
        points(due),
    )


def _lacking(cases: Sequence[Quantity]) -> Sequence[Quantity]:
    """`抽查40份，7份缺少记录`: of a sample and what it lacks, the latter."""
    if len(cases) != _SAMPLED or not _SAMPLE.search(cases[0].before):
        return cases
    lacking = [one for one in cases[1:] if _LACKING.search(one.behind)]
    return lacking if lacking and lacking[0].value <= cases[0].value else cases


def _of_levels(row: Row, rule: str, score: Decimal) -> Iterator[Result]:
    """`省级加2分，市级加1分`, where the row tells one level."""
    indicator = row.indicator
    given = {match[1]: Decimal(match[2]) for match in _LEVEL_POINTS.finditer(rule)}
    actual = half_width(indicator.actual or "")
    told = set() if _NONE.search(actual) else set(_LEVELS.findall(actual))
    if len(given) < _SAMPLED or len(told) != 1 or "每" in rule or UNCLEAR.search(rule):
        return
    if indicator.counting is not Counting.BONUS or quantities(actual):
        return
    due = given.get(told.pop())
    if due is None or len(given) != len(_POINTS.findall(_TOTAL.sub("", rule))) or score == due:
        return
    yield Result(
        row.at("score"),
        f"{row.name}完成值「{shown(indicator.actual or '')}」，按这一行的评分标准应得 "
        f"{points(due)}，实际得 {points(score)}",
        "请核对得分与评分标准",
        points(score),
        points(due),
    )


def _counted(indicator: Indicator, verb: str, taken: Decimal) -> Decimal | None:
    """What a row should have; None where its rule takes from what it adds."""
    if indicator.counting is Counting.BONUS:
        return taken if verb == _BONUS else None
    if indicator.counting is Counting.DEDUCTION:
        sign = -1 if indicator.score is not None and indicator.score < 0 else 1
        return sign * taken if verb != _BONUS else None
    weight = indicator.weight
    if not indicator.is_basic or weight is None or verb == _BONUS:
        return None
    return max(Decimal(weight) - taken, Decimal(0))


def _result(judged: Judged, score: Decimal, due: Decimal) -> Result:
    row = judged.row
    return Result(
        row.at("score"),
        f"{row.name}指标值 {judged.target}，完成值 {judged.actual}，"
        f"按这一行的评分标准应得 {points(due)}，"
        f"实际得 {points(score)}",
        "请核对得分与评分标准",
        points(score),
        points(due),
    )
