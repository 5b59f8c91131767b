"""得分不合这一行自己的评分标准。

评分标准写明按比例得分、每少一个扣几分，或者达不到不得分，得分却不是照它算的。

原因：标准就印在这一行，读者拿完成值一算就知道对不对。

公式：只看没有达到指标值、没有得满分的指标（得满分的看 target-missed-full-marks），评分标准（没有
的看说明）写有：（1）“按比例得分”“按完成比例计分”一类，没有写其他扣分办法的：应得 分值 × 完成值 ÷
指标值（≤ 的为 指标值 ÷ 完成值），相差超过 0.1 分和所列末位半个单位中较大的报告；（2）“每少（低、
超、晚）N 个（个百分点、天）扣 M 分”，只写了一种的：差数 ÷ N，取整、进位或照比例，乘 M，从分值中扣
除（扣完为止，最多扣的以所写为限），都不等于得分的报告；（3）“否则不得分”“未达到的不得分”：得分大
于 0的报告；（4）“每发生（发现、推广、迟报）一次（项、起、个）加（扣）M 分”，只写了一种的，加分、
扣分的行和没有指标值的指标：完成值恰好写有一个这种单位的数，乘 M，不超过最多几分和分值，不等于所加
（扣）的报告，超过上限的由 bonus-over-cap 报告；写“抽查40份，7份缺少记录”的，以缺少的数为准；（5）
加分行写有“省级加2分，市级加1分”而完成值只写了其中一级的：得分不是这一级的分的报告。写有“酌情、适
当、分档、以上、区间”的不核对。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：评价按事先确定的标准计分。

反例：评分标准“按完成比例得分”，分值 15，指标值 30 个，完成 18 个，得 14.5 分（应得 9 分）。

正例：同上，得 9 分。

改法：核对得分与这一行的评分标准。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import PEOPLE, Quantity, quantities
from generator.audit.dossier.rows import Judged, Row
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.indicators import Indicator
from generator.model.points import Counting
from generator.model.targets import Comparison
from generator.values.lazily import lazily
from generator.values.money import half_digit, rounded
from generator.values.text import half_width, shown

SEVERITY = Severity.WARNING
NEEDS = (needs.MEASURED, needs.POINTED, needs.ROWS, needs.ACTUALS, needs.SCORES)

_PROPORTION = lazily(
    r"按(?:照)?[^，,。；\d]{0,16}(?:比例|比率|完成率|得分率)[^，,。；\d]{0,4}"
    r"(?:得分|计分|给分|赋分|计算|核算|折算|记分|扣分|扣减)"
    r"|(?:完成率|完成比例|比例)\s?[×*乘]以?\s?(?:分值|权重|满分|权数)"
    r"|(?:分值|权重|满分|权数)\s?[×*乘]以?\s?[^，,。；\d]{0,6}(?:完成率|完成比例|比例)"
)
_EACH = lazily(
    r"(?:每|(?:^|[，,；;。]))(?:(?:[减缺短]少?|少)|低于?|差|降低|下降|超[过出]?|高于?|多"
    r"|晚|延[误期迟]|迟|相差"
    r"|偏离)[^\d，,。；]{0,12}"
    r"(?:一|(\d{1,4}(?:\.\d{1,2})?))?\s?([^\d\s，,。；扣]{0,6})扣\s?(\d{1,2}(?:\.\d{1,2})?)\s?分",
    re.ASCII,
)
_ALL = lazily(
    r"(?:否则|逾期|超期|未按[期时]|延期|未达[到标]?|未(?:全部|按期|如期)?完成|没有达到"
    r"|达不到|不达标|低于(?:指标值"
    r"|目标值?))[^，,。；\d]{0,10}(?:不得分|得0分|不给分|计0分)"
)
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
_UNCLEAR = lazily(
    "酌情|适当|分档|区间|以上[的，得]|[及含]以上|视情|根据情况|超过[^，,。；]{0,6}的|累计"
)
_CAP = lazily(r"最多扣\s?(\d{1,2}(?:\.\d)?)\s?分|扣完为止", re.ASCII)
_OTHER = lazily(r"扣\s?\d|加\s?\d|得\s?\d", re.ASCII)
_TAKEN = lazily(r"扣\s?\d", re.ASCII)
_PER_CENT = ("%", "百分点", "个百分点")
_CASES = ("天", "日", "次", "起", "件", "家", "人", "户", "例", "项", "处", "批")
"""Steps that are no part of a rate: so many points for each day on which it was missed."""
_PLACES = 2
_NEAR = Decimal("0.1")


def check(subject: Subject) -> Iterator[Result]:
    """At the score."""
    for judged in subject.judged:
        indicator, comparison = judged.row.indicator, judged.comparison
        if judged.met is not False or comparison is None:
            continue
        rule = half_width(indicator.scoring_rule or indicator.explanation or "")
        if not rule or _UNCLEAR.search(rule):
            continue
        weight, score = indicator.weight, indicator.score
        if weight is None or score is None or score >= weight or not indicator.is_basic:
            continue
        is_rate = indicator.counted_in in _PER_CENT
        due = _due(rule, comparison, Decimal(weight), subject.frame.places, is_rate=is_rate)
        near = max(half_digit(score), _NEAR)
        if due and all(abs(score - one) > near for one in due):
            yield _result(judged, score, due[0])
    for row in subject.leaves:
        yield from _of_cases(row)


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
    if len(each) != 1 or len(_POINTS.findall(_TOTAL.sub("", rule))) != 1 or _UNCLEAR.search(rule):
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
    if len(given) < _SAMPLED or len(told) != 1 or "每" in rule or _UNCLEAR.search(rule):
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


def _due(
    rule: str, comparison: Comparison, weight: Decimal, places: int, *, is_rate: bool
) -> tuple[Decimal, ...]:
    """What the rule may give, the likeliest first; nothing where it has no reading."""
    each = tuple(_EACH.finditer(rule))
    if len(each) == 1 and len(_OTHER.findall(_CAP.sub("", rule))) == 1:
        return _stepped(each[0], rule, comparison, weight, is_rate=is_rate)
    if _ALL.search(rule) and not _TAKEN.search(rule):
        return (Decimal(0),)
    if _OTHER.search(rule):
        return ()
    if _PROPORTION.search(rule):
        earned = comparison.earned(weight, max(places, _PLACES))
        return () if earned is None else (earned,)
    return ()


def _stepped(
    match: re.Match[str], rule: str, comparison: Comparison, weight: Decimal, *, is_rate: bool
) -> tuple[Decimal, ...]:
    """So many points less for each step that is missing, however parts of a step are counted."""
    step, taken = Decimal(match[1] or 1), Decimal(match[3])
    if not step or comparison.up_to is not None:
        return ()
    if is_rate and match[2].startswith(_CASES):
        return ()
    missing = abs(comparison.target - comparison.actual)
    counts = [missing / step]
    if match[2].startswith(_PER_CENT) and comparison.target:
        counts.append(missing * 100 / comparison.target / step)
    cap = _CAP.search(rule)
    most = min(weight, Decimal(cap[1])) if cap and cap[1] else weight
    wholes = [
        whole
        for count in counts
        for whole in (
            count.to_integral_value(ROUND_CEILING), count.to_integral_value(ROUND_FLOOR), count,
        )
    ]  # fmt: skip
    due = (rounded(weight - min(whole * taken, most), _PLACES) for whole in wholes)
    return tuple(dict.fromkeys(due))


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
