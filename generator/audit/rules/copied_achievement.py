"""完成情况与预期目标相同。

完成情况逐字重复预期目标，没有写出实际完成了什么。

原因：目标写的是打算，完成情况写的是结果；原样照抄，读者看不出实际做了多少。

公式：去掉空格、标点和“已、了、完成、全部、均”一类表示完成的字之后，完成情况与预期目标（调整过的，
为调整后目标）逐字相同，且不少于 20 个字。标题、数字有一处不同的不算。没有完成情况的，以及事前、整
改的文件不核对。指标的完成值与指标值相同由 actuals-copy-targets 提示。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：对照绩效目标说明完成情况；通行做法要求写实
际数。

反例：预期目标“为全市52所农村学校的学生提供午餐，改善学生营养状况”，完成情况“已为全市52所农村学校
的学生提供午餐，改善了学生营养状况”。

正例：完成情况“为全市52所农村学校的16820名学生供餐195天”。

改法：写明实际完成了多少、效果怎样，不照抄预期目标。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import half_width, shown

SEVERITY = Severity.WARNING
NEEDS = (needs.UNDER_WAY, needs.ACHIEVEMENT)
_FEWEST = 20
_DONE = lazily(r"[\W_]|已经|已|了|完成|全部|均")
"""What makes an achievement of an aim without telling anything, and what is no sign."""


def check(subject: Subject) -> Iterator[Result]:
    """At the achievement."""
    objective = subject.item.objective
    aims = {"调整后目标": objective.adjusted, "预期目标": objective.expected}
    written = objective.achieved or ""
    achieved = _told(written)
    if len(achieved) < _FEWEST:
        return
    for name, aim in aims.items():
        if aim and _told(aim) == achieved:
            but = "" if aim == written else "除标点和“已、了、完成”一类的字外"
            yield Result(
                ("objective", "achieved"),
                f"完成情况「{shown(written)}」{but}与{name}逐字相同，没有另写实际完成的情况",
                "请写明实际完成了多少、效果怎样",
                shown(written),
            )
            return


def _told(text: str) -> str:
    return _DONE.sub("", half_width(text))
