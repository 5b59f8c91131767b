"""数字无法识别。

指标值、完成值不是规范的数字，或者金额与合计的单位相差一万倍。

原因：识别不了的数字无法核对，也无法比较；“150万”写在以万元为单位的一行里，会被读成 150 万元，
也可能被读成 150 亿元。

公式：写了符号（≥、≤、>、<、=）的指标，指标值和完成值如由数字和分隔符组成，须是规范的数字；数字里夹
着字母 O、I、l 等（14O6）的，也算无法识别。数字后带“万”“亿”、本行计量单位又是万元、万人一类的，也算
无法识别；单位是元、人的，“150万”只有一种读法，换算后比较（资金、分值等数字栏由读取程序以同一规则名
报告）。资金表各来源之和，或其中一个来源，要换算一万倍才与合计相符的，报告一次，不再按合计不符报
告。文字（如“200余人”“已完成”）由 actual-not-comparable 等规则处理。

依据：自评表的指标值、完成值与度量单位分栏填写（财预〔2020〕10号所附表式）；金额单位按表头统一，
是报表的通行要求。

反例：完成值写“7,00.0,77”；计量单位为万元，完成值写“150万”；合计 400 万元，
明细写 3,000,000 和 1,000,000。

正例：完成值 700.077；计量单位为万元，完成值 150；合计 400，明细 300 和 100。

改法：写成规范的数字，如 1,234.5；换算成表上的单位，单位写入“计量单位”。
"""

import re
from collections.abc import Iterator

from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage
from generator.model.funds import Funds
from generator.model.indicators import Indicator
from generator.values.cells.units import measure, scale
from generator.values.lazily import lazily
from generator.values.money import Amount, parse
from generator.values.text import half_width, shown

SEVERITY = Severity.ERROR
NEEDS = ()

_PLAIN = lazily(r"\d{1,18}(?:\.\d{1,8})?", re.ASCII)
_DIGITS = lazily(r"[+-]?\d[\d.,\s]*", re.ASCII)
_DAY = lazily(r"(?:19|20)\d\d\.\d\d?\.\d\d?", re.ASCII)
_LETTERED = lazily(
    r"[OoIl]{0,4}\d[\d.,]{0,15}(?:[OoIlSBZ]{1,4}[.,]?\d[\dOoIlSBZ.,]{0,15}|[Oo]{1,4})?", re.ASCII
)
"""Letters that are typed for digits; nothing else may stand in the cell."""
_SIGNS = "≥≧≤≦>＞<＜=＝ "
_MAGNITUDE = lazily(r"[十百千]?[万亿]$")


def check(subject: Subject) -> Iterator[Result]:
    """At each value that cannot be read, then at amounts in another unit."""
    for row in subject.leaves:
        indicator = row.indicator
        for field, label in (("target", "指标值"), ("actual", "完成值")):
            value: str | None = getattr(indicator, field)
            if value and not _PLAIN.fullmatch(value) and (reason := misread(indicator, value)):
                said = shown(value)
                yield Result(
                    row.at(field),
                    f"{row.name}{label}「{said}」{reason[0]}",
                    reason[1],
                    said,
                )
    if funds := subject.item.funds:
        yield from _mixed_units(subject, funds)


def misread(indicator: Indicator, value: str) -> tuple[str, str] | None:
    """Why a value that is meant as a number cannot be read, and the remedy; None when it can."""
    if indicator.compared_by is None:
        return None
    unit = indicator.counted_in
    text = half_width(value).strip().lstrip(_SIGNS).removesuffix(unit).strip()
    if _DIGITS.fullmatch(text) and not _DAY.fullmatch(text) and parse(text) is None:
        return "不是可以识别的数字", "请写成规范的数字，如 700.077 或 1,234.5"
    if text and not _DIGITS.fullmatch(text) and _LETTERED.fullmatch(text):
        return "夹有字母，不是可以识别的数字", "请把字母改为数字（O 改为 0，l、I 改为 1）"
    twice = _MAGNITUDE.search(text) if indicator.unit else None
    if twice and parse(text[: twice.start()]) is not None and scale(measure(unit).unit)[0] != 1:
        where = f"计量单位是「{shown(unit)}」"
        return f"把「{twice[0]}」写在了数值里，{where}", "请换算后只填数字，单位写入「计量单位」"
    return None


def _mixed_units(subject: Subject, funds: Funds) -> Iterator[Result]:
    """Once for the total, once for each source, at the first stage concerned."""
    seen: set[tuple[int, ...]] = set()
    for stage, rows in subject.money.in_another_unit.items():
        if rows not in seen:
            seen.add(rows)
            yield _mixed(funds, stage, rows)


def _mixed(funds: Funds, stage: Stage, rows: tuple[int, ...]) -> Result:
    total = str(funds.amount(stage) or "")
    remedy = f"请把各来源和合计都换算成{funds.unit.label}"
    if len(rows) < len(funds.rows):
        source, number = funds.rows[rows[0]], funds.rows[rows[0]].at(stage)
        said = "" if number is None else str(Amount(number, funds.unit))
        message = f"「{source.source}」{stage.label} {said}，换算一万倍才与合计 {total} 相符"
        return Result(("funds", "rows", rows[0], stage.value), message, remedy, said, total)
    given = funds.of_sources(stage).given
    summed = "" if given is None else str(Amount(given, funds.unit))
    message = f"「合计」{stage.label} {total}，各来源相加为 {summed}，相差一万倍"
    return Result(funds.total_at(stage), message, remedy, total, summed)
