"""完成值无法与指标值比较。

指标值是带符号的数字，完成值却是约数、与是否达到无关的文字，或者计量单位不同。

原因：指标值 200 人，完成值写“200余人”或“正在统计”，就无法核对是否达标，也无法汇总。

公式：指标值为数字且有符号（≥、≤、>、<、=，或“不超过”“以上”等字样），完成值是约数、是文字，或带有与
指标值不能换算的单位。完成值写明已经达到的（“已完成”“全部达标”“未发生”等）、有几个数的、是另一周期的
数的，不算错，列入未核对的项目。事中的文件还没有做完，写文字的也列入未核对的项目。没有填写完成值的不
提示；完成值写“不适用”的看not-applicable-scored；照抄了“≥”的看 impossible-target；数字写坏了的
看 unreadable-number。指标值是文字的，完成值也可以是文字。完成值改正之前，不判断该项是否达标。

依据：通行做法：定量指标的完成值应与指标值口径一致、单位一致，可以核对。

反例：培训人数，指标值 ≥200人，完成值“200余人”。

正例：同上，完成值 206。

改法：完成值填写与指标值同一单位的数字，文字说明写入“佐证”或正文。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.rows import Judged
from generator.audit.rules.unreadable_number import misread
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.kinds import Timing
from generator.model.targets import in_unit
from generator.values.cells.cell import Reads
from generator.values.cells.signs import begins
from generator.values.lazily import lazily
from generator.values.text import shown

SEVERITY = Severity.WARNING
NEEDS = (needs.UNDER_WAY, needs.ROWS, needs.TARGETS, needs.ACTUALS)

_NOT_REACHED = lazily(r"[未没](?:能|有)?(?:全部)?(?:完成|达|实现|落实|开展)|部分|基本")
_REACHED = lazily(
    r"完成|达标|达到|达成|实现|落实|合格|到位|按时|按期|及时|如期|通过|覆盖|符合|[未无没零不]"
    r"|全部|均|控制|办结|竣工|交付"
)
"""Words that say a target was reached, or that what was not wanted did not happen."""
_NUMBER = lazily(r"\d+(?:\.\d+)?")


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the actual value."""
    for judged in subject.judged:
        if not judged.reason:
            continue
        row, indicator = judged.row, judged.row.indicator
        operator, target = indicator.compared_by, indicator.target_number
        if operator is None or target is None:
            continue
        if begins(indicator.actual) or misread(indicator, indicator.actual or ""):
            continue  # impossible-target or unreadable-number says it
        is_open = subject.kind.timing is Timing.DURING and indicator.done.reads is Reads.WORDS
        fault = "" if is_open else _fault(judged)
        if not fault:
            yield Unjudged(f"{row.name}{judged.reason}")
            continue
        actual = shown(indicator.actual or "")
        wanted = f"{operator.label}{target}{indicator.counted_in}"
        yield Result(
            row.at("actual"),
            f"{row.name}指标值 {wanted}，完成值「{actual}」{fault}",
            "完成值请填写与指标值同一单位的数字，文字说明写入「佐证」或正文",
            actual,
            wanted,
        )


def _fault(judged: Judged) -> str:
    """Why the actual value cannot be what the target asks for; empty where it may be."""
    aim, done = judged.row.indicator.aim, judged.row.indicator.done
    if done.reads is Reads.ABOUT:
        return "是约数，没有写准确的数"
    if done.reads is Reads.WORDS:
        said = judged.row.indicator.actual or ""
        reached = _REACHED.search(said) and not _NOT_REACHED.search(said)
        several = len(_NUMBER.findall(said)) > 1  # each may meet the target
        return "" if reached or several else "不是数字，无法比较"
    if done.has_figure and not done.sign and done.period == aim.period:
        return (
            f"单位是「{done.unit}」，无法比较"
            if done.unit and in_unit(done, aim.unit) is None
            else ""
        )
    return ""
