"""指标值或完成值的写法不成立。

合格率一类的比率要求超过 100%，受益人数要求“不超过”，或者完成值照抄了“≥”号。

原因：这样的指标值没有意义：最高只有 100% 的比率不可能超过 100%，服务的人数没有理由越少越好；
带“≥”的完成值不是实际结果。

公式：（1）完成值以 ≥、≤、>、<、= 开头；（2）计量单位为 %、最高为 100% 的比率（名称以“率、满意
度、比例、占比”结尾，增长率、完成率、执行率等除外），指标值 >100%，或大于 100%（“≥100%”说的就
是100%，写法由 sign-beyond-whole 提示）；（3）受益、服务、培训等人数、人次、户数用了 ≤ 或 <，而完
成值在其内（完成值超过的，看 target-missed-full-marks 和 deviation-without-reason）；（4）满意度和
合格、达标、覆盖、及时、到位、完好率一类的计量单位写成了人、户、个、次、元等。一项指标只提示一处。
指标值大于 100% 的，不再判断是否达标。

依据：通行做法，审核绩效目标时常见的退回理由；指标值应当能够达到，符号应与目标的方向一致。

反例：食品抽检合格率，指标值 >100%；受益学生，指标值 ≤500人；完成值填写“≥95”。

正例：食品抽检合格率，指标值 =100%；受益学生，指标值 ≥500人；完成值填写“96.2”。

改法：核对指标值和符号；完成值填写实际数字，不照抄指标值的符号。
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.source import At
from generator.values.cells.signs import Operator, begins
from generator.values.lazily import lazily

SEVERITY = Severity.WARNING
NEEDS = (needs.AIMING, needs.ROWS, needs.TARGETS)
_WHOLE = Decimal(100)
_HEADS = frozenset(
    f"{many}{head}"
    for many in ("", "百", "千", "万")
    for head in ("人", "人次", "名", "户", "户次")
)
_COUNTS = frozenset(("人", "人次", "名", "户", "家", "个", "次", "件", "项", "处", "元", "万元"))
_RATE = lazily("(?:满意度|满意率|(?:合格|达标|覆盖|及时|到位|完好|优良|就业|入学|参保|知晓)率)$")
"""Rates by their names, which nothing else is called."""
_SERVED = lazily(r"受益|惠及|培训|参训|服务|救助|资助|帮扶|扶持|慰问|接种|体检|参与|接待|奖励|安置")
_UNWANTED = lazily(r"[未非超]|不[足达合满]|死亡|伤|病|投诉|上访|信访|返贫|失业|流失|违|差错|编外")


def check(subject: Subject) -> Iterator[Result]:
    """At the actual value, the operator or the target: one of them for a row."""
    for row in subject.leaves:
        indicator = row.indicator
        done = indicator.done
        if done.sign is not None and begins(indicator.actual):
            yield Result(
                row.at("actual"),
                f"{row.name}完成值填写的「{indicator.actual}」带有符号「{done.sign.label}」，"
                "不是实际完成的数",
                "完成值请填写实际数字，不照抄指标值的符号",
                indicator.actual or "",
            )
        elif indicator.counted_in in _COUNTS and _RATE.search(indicator.name):
            yield Result(
                row.at("unit"),
                f"{row.name}是比率，计量单位写的是「{indicator.unit}」",
                "请核对名称和计量单位，比率的计量单位是 %",
                indicator.unit or "",
                "%",
            )
        elif operator := indicator.compared_by:
            yield from _of_target(row, operator)


def _of_target(row: Row, operator: Operator) -> Iterable[Result]:
    """Most targets can be met; they are passed by quickly."""
    if operator.wants_less:
        return _of_people(row, operator)
    aim = row.indicator.aim
    return () if not aim.has_figure or aim.number < _WHOLE else _of_share(row, operator)


def _of_people(row: Row, operator: Operator) -> Iterator[Result]:
    indicator = row.indicator
    if indicator.counted_in in _HEADS and _is_wanted(indicator.name) and indicator.is_met:
        yield Result(
            _sign(row),
            f"{row.name}指标值 {_shown(row, operator)}，"
            f"要求不超过，而完成值 {indicator.actual_shown}越多越好",
            f"请核对符号是否应为 {Operator.AT_LEAST.label}",
            operator.label,
            Operator.AT_LEAST.label,
        )


def _of_share(row: Row, operator: Operator) -> Iterator[Result]:
    indicator, wanted = row.indicator, _shown(row, operator)
    if indicator.is_unreachable:
        yield Result(
            row.at("target"),
            f"{row.name}指标值 {wanted}，而这一比率最高为 100%",
            "请核对指标值和符号",
            wanted,
            "100%",
        )


def _is_wanted(name: str) -> bool:
    return bool(_SERVED.search(name)) and not _UNWANTED.search(name)


def _shown(row: Row, operator: Operator) -> str:
    return f"{operator.label}{row.indicator.target_number}{row.indicator.counted_in}"


def _sign(row: Row) -> At:
    """Where the operator stands: in its own field, or before the target."""
    return row.at("target" if row.indicator.operator is None else "operator")
