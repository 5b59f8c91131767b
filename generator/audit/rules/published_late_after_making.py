"""形成后公开超过时限。

发布日期距成文日期超过二十个工作日。

原因：主动公开的政府信息有法定的公开时限；发布晚了，读者看到时情况可能已经变了。

公式：发布日期 ≤ 成文日期之后的第 20 个工作日。工作日按国务院办公厅公布的放假和调休安排计算，成文
当天不算；安排还不知道的年份不核对。填了批复日期的，公开时限从批复起算，由 published-late 核对，这
里不重复；发布早于成文的，由 date-out-of-order 报告；日期不可信的，由 date-implausible 报告。单位
自评随部门决算公开，时限从决算批复起算，不核对。这里只作提示：条例的时限从信息形成或者变更之日起算，
落款日期之后还可能经过审核、修改。

依据：《政府信息公开条例》第二十六条：属于主动公开范围的政府信息，应当自该政府信息形成或者变更之日
起 20 个工作日内及时公开；法律、法规对公开期限另有规定的，从其规定。

反例：3 月 1 日成文，5 月 10 日发布，早已超过 20 个工作日。

正例：2024 年 1 月 25 日成文，2 月 27 日发布，扣去春节假期，正好 20 个工作日。

改法：核对日期；属实的，今后按时限公开。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.calendar import is_absurd
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.documents import Openness
from generator.values.workdays import workday_after

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.BEGUN, needs.MAKING, needs.PUBLICATION)
_LIMIT = 20


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the date of publication."""
    disclosure, year = subject.evaluation.disclosure, subject.year
    made, published = disclosure.issued, disclosure.published
    if made is None or published is None or disclosure.approved is not None:
        return
    if is_absurd(made, year) or is_absurd(published, year) or published <= made:
        return
    if disclosure.openness not in (None, Openness.PROACTIVE):
        return
    last = workday_after(made, _LIMIT)
    if last is None:
        yield Unjudged(f"{made} 之后的放假安排还不知道，工作日没有计算")
    elif published > last:
        yield Result(
            ("disclosure", "published"),
            f"发布日期 {published} 晚于成文日期 {made} 之后的第 {_LIMIT} 个工作日（{last}）",
            "请核对日期；属实的，今后按时限公开",
            str(published),
            f"不晚于 {last}",
        )
