"""没有符号的指标值未达到，却得满分。

指标值没有写 ≥、≤ 等符号，但按名称和单位无疑越多越好，完成值低于指标值，得分却等于分值。

原因：没有符号，看不出怎样算达标；合格率、满意度一类的比率和产出数量低于指标值而得满分的，值得核对。

公式：指标值和完成值都是同一单位、同一周期的数字，没有符号，完成值 < 指标值，得分 = 分值，并且
（1）单位为 %，名称以合格率、满意度、完成率、覆盖率等结尾；或者（2）属于数量指标、以个数计。名称里有
成本、时间、投诉、事故、死亡、下降、不合格等字样的不判断。其余没有符号的指标列入未核对的项目。
写了符号的看 target-missed-full-marks。

依据：通行做法：定量指标应写明符号；越多越好的指标，未完成的按比例得分。是否越多越好由人判断，所以只作提示。

反例：岸坡保洁达标率，指标值 96%（无符号），完成值 93.1%，得 10 分（满分 10 分）。

正例：同上，得 9.7 分；或者指标值写明 ≤96%。

改法：补上符号；确实越多越好的，核对指标值、完成值和得分。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.rows import Judged, Row
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.targets import NO_SIGN, in_unit
from generator.values.cells.units import scale
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = needs.HELD_AGAINST_POINTS

_WANTED_RATE = lazily(
    r"(?:合格|满意|完成|覆盖|达标|及时|准确|知晓|参与|完好|通过|入学|巩固|就业|办结|普及|建档|接种|到位|正常|好评|优良"
    r"|安全)(?:率|度)$"
)
_UNWANTED = lazily(
    r"[不未无非降减少差错漏违耗伤亡病废]|成本|费(?!者)|价|时间|时限|时长|天数|周期|工期|投诉|事故|信访|上访|案件|纠纷|失业"
    r"|辍学|流失|积压|超|欠|返贫|编制|控制|限|排放|污染|隐患|故障"
)
_COUNTS = frozenset(
    (
        "人", "人次", "户", "家", "个", "次", "场", "期", "份", "件", "项", "台", "套", "辆", "条",
        "张", "本", "册", "篇", "株", "棵", "处", "座", "所", "间", "栋", "亩", "公里", "米",
        "平方米", "课时", "批", "批次", "只", "头",
    )
)  # fmt: skip


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the score."""
    doubtful = []
    for judged in subject.judged:
        if judged.reason != NO_SIGN:
            continue
        if not _wants_more(judged):
            doubtful.append(judged.row.name)
        elif judged.lost == 0 and _is_below(judged):
            yield _found(judged)
    if doubtful:
        yield Unjudged(f"{''.join(doubtful)}{NO_SIGN}")


def _found(judged: Judged) -> Result:
    row, indicator = judged.row, judged.row.indicator
    full = "" if indicator.weight is None else points(indicator.weight)
    return Result(
        row.at("score"),
        f"{row.name}指标值 {indicator.target_shown}（没有符号），"
        f"完成值 {indicator.actual_shown}，低于指标值，却得满分 {full}",
        "请补上符号；确实越多越好的，请核对指标值、完成值和得分",
        full,
    )


def _wants_more(judged: Judged) -> bool:
    """Whether name and unit leave no doubt that more is better."""
    row, indicator = judged.row, judged.row.indicator
    if _UNWANTED.search(indicator.name):
        return False
    if indicator.aim.unit == "%":
        return bool(_WANTED_RATE.search(indicator.name))
    return scale(indicator.aim.unit)[1] in _COUNTS and _is_of_quantity(row)


def _is_of_quantity(row: Row) -> bool:
    at: Row | None = row.above
    while at is not None:
        if "数量" in at.indicator.name:
            return True
        at = at.above
    return False


def _is_below(judged: Judged) -> bool:
    aim, done = judged.row.indicator.aim, judged.row.indicator.done
    if not done.has_figure or done.sign or done.period != aim.period:
        return False
    number = in_unit(done, aim.unit)
    return number is not None and number < aim.number
