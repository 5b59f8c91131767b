"""缺少效益或满意度指标。

评分表既没有效益类指标，也没有满意度指标；或者缺少指标体系规定的效益、满意度一级。

原因：只评做了多少，不评有没有用、群众是否满意，就回答不了钱花得值不值。

公式：按指标体系中注明的「作用」和指标名称判断。指标体系固定的一级指标，或规定了分值的指标，作用为
效益或满意度而各项指标中没有的，逐一列出；指标体系没有固定的，以及按各个目标而不是按指标体系分级的
表，两类都没有才提示。名称含“效益、效果、影响、部门绩效、履职绩效（效能）”的算效益，含“满意”的算满
意度。没有评分表、没有写明指标体系的不提示。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位自评的指标包括产出、
效益和服务对象满意度；满意度确不适用的，通行做法是把分值调到效益指标，并作说明。

反例：单位自评表有预算执行率、产出指标和效益指标，没有满意度指标。

正例：单位自评表四个部分齐全。

改法：补充能反映效益和服务对象满意度的指标；确不适用的，写明分值怎样调整。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.frames import Frame, FrameIndicator, Role

SEVERITY = Severity.WARNING
NEEDS = (needs.AIMING, needs.FRAME, needs.ROWS)
_NAMES = {
    Role.BENEFIT: re.compile("效益|效果|影响|(?:部门|履职)(?:绩效|效能)"),
    Role.SATISFACTION: re.compile("满意"),
}


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the score table; one result, whatever is missing."""
    if not subject.rows:
        return
    names = "\n".join(row.indicator.name for row in subject.rows)
    missing = [
        role for role, said in _NAMES.items() if not said.search(names) and not _has(subject, role)
    ]
    if not missing:
        return
    is_framed = _is_divided_like(subject)
    fixed = [one for one in _fixed(subject.frame) if is_framed and one.role in missing]
    if fixed:
        names = "、".join(map(_said, fixed))
        yield Result(
            ("indicators",),
            f"各项指标中没有指标体系规定的{names}",
            "请补充；确不适用的，请写明分值怎样调整",
            expected="、".join(level.name for level in fixed),
        )
    elif not subject.groups and not subject.gives("target"):
        yield Unjudged("指标只列到一级，看不出下面有没有效益、满意度指标")
    elif len(missing) == len(_NAMES):
        yield Result(
            ("indicators",),
            "各项指标中没有效益类指标，也没有满意度指标",
            "请补充能反映效益和服务对象满意度的指标",
        )


def _is_divided_like(subject: Subject) -> bool:
    """Whether a table has any level of its frame, rather than its objectives for levels."""
    framed = map(subject.framed, subject.rows)
    return any(level is not None and level.role is not Role.EXECUTION for level in framed)


def _has(subject: Subject, role: Role) -> bool:
    framed = map(subject.framed, subject.rows)
    return any(level is not None and level.role is role for level in framed)


def _fixed(frame: Frame) -> Iterator[FrameIndicator]:
    """What every table of this frame has: its first level, and what it gives a weight."""
    for top in frame.indicators:
        yield top
        yield from (below for below in top.children if below.weight is not None)


def _said(level: FrameIndicator) -> str:
    return f"「{level.name}」" + (f"（{points(level.weight)}）" if level.weight is not None else "")
