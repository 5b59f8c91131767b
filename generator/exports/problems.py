"""The columns of a list of problems, and of what became of them; declared once for every format."""

from collections.abc import Sequence
from decimal import Decimal

from generator.catalog.known_particulars import Told
from generator.catalog.particulars import Sum
from generator.catalog.problems import Problem, Rectified
from generator.tables import Column
from generator.values.money import rounded

_TEXT, _TITLED, _PLACES = 60, 40, 2


def _yuan(amount: Sum | None) -> Decimal | None:
    if amount is None or amount.yuan is None:
        return None
    return rounded(amount.yuan, _PLACES)


def _state(told: Told | None) -> str | None:
    return told.state.label if told and told.state else None


PROBLEMS: Sequence[Column[Problem]] = (
    Column("year", "年度", "报告所在的年度", lambda p: p.document.year, width=8, holds="integer"),
    Column("department_id", "部门编号", "部门在本站的编号", lambda p: p.document.department_id),
    Column("department", "部门", "部门全称", lambda p: p.document.department, width=28),
    Column("project_id", "项目编号", "同“评价”表的项目编号", lambda p: p.found.project_id),
    Column(
        "project", "项目", "在哪个项目发现；没有项目的为文件标题",
        lambda p: p.found.project, width=_TITLED,
    ),
    Column("title", "文件", "报告全称", lambda p: p.document.record.head.title, width=_TITLED),
    Column("kind", "文件类型", "如单位自评、财政评价", lambda p: p.document.kind_name),
    Column("number", "序号", "在报告中的次序", lambda p: p.found.number, width=8, holds="integer"),
    Column("category", "类别", "报告写明的问题类别", lambda p: p.found.category or None),
    Column("text", "问题", "报告原文", lambda p: p.found.text, width=_TEXT),
    Column("cause", "原因", "报告写明的原因", lambda p: p.found.cause or None, width=_TITLED),
    Column(
        "amount", "涉及金额", "按报告写法，带单位",
        lambda p: p.found.amount.printed if p.found.amount else None,
    ),
    Column(
        "amount_yuan", "涉及金额换算", "换算为元；没有单位的不换算",
        lambda p: _yuan(p.found.amount), "元", holds="number",
    ),
    Column("responsible", "责任单位", "问题所在的单位", lambda p: p.found.responsible or None),
    Column(
        "advice", "建议", "回应这一问题的建议，几条各占一行",
        lambda p: "\n".join(p.found.advice) or None, width=_TEXT,
    ),
    Column(
        "state", "整改状态", "最后一次写明的状态；空的是没有文件写明，不等于未整改",
        lambda p: _state(p.told),
    ),
    Column(
        "state_address", "整改依据", "写明整改情况的页面，接在网站地址之后",
        lambda p: p.told.address if p.told else None, width=_TITLED,
    ),
    Column(
        "address", "页面", "问题所在的位置，接在网站地址之后",
        lambda p: f"{p.document.address}#{p.found.anchor}", width=_TITLED,
    ),
)  # fmt: skip

RECTIFICATIONS: Sequence[Column[Rectified]] = (
    Column("year", "年度", "文件所在的年度", lambda r: r.document.year, width=8, holds="integer"),
    Column("department_id", "部门编号", "部门在本站的编号", lambda r: r.document.department_id),
    Column("department", "部门", "部门全称", lambda r: r.document.department, width=28),
    Column("project_id", "项目编号", "同“评价”表的项目编号", lambda r: r.deed.project_id),
    Column("project", "项目", "所整改的项目", lambda r: r.deed.project, width=_TITLED),
    Column(
        "title", "文件", "记载整改的文件", lambda r: r.document.record.head.title, width=_TITLED
    ),
    Column("number", "序号", "在文件中的次序", lambda r: r.deed.number, width=8, holds="integer"),
    Column(
        "findings", "对应问题", "问题的编号，本文件或所关联评价的",
        lambda r: "、".join(r.deed.findings) or None,
    ),
    Column(
        "state", "状态", "文件写明的状态，没有写明的是空的",
        lambda r: r.deed.state.label if r.deed.state else None,
    ),
    Column("said", "记载日期", "这一条记载的日期", lambda r: r.deed.said),
    Column("demand", "整改要求", "文件原文", lambda r: r.deed.demand or None, width=_TITLED),
    Column("measure", "整改措施", "文件原文", lambda r: r.deed.measure or None, width=_TITLED),
    Column("progress", "整改情况", "文件原文", lambda r: r.deed.progress or None, width=_TITLED),
    Column("open_reason", "未完成原因", "文件原文", lambda r: r.deed.open_reason or None),
    Column("responsible", "责任单位", "由谁整改", lambda r: r.deed.responsible or None),
    Column("due", "整改时限", "按文件写法", lambda r: r.deed.due or None),
    Column("done_on", "完成日期", "整改完成的日期", lambda r: r.deed.done_on),
    Column(
        "amount", "金额", "追回、收回或调整的金额，按文件写法",
        lambda r: r.deed.amount.printed if r.deed.amount else None,
    ),
    Column(
        "amount_yuan", "金额换算", "换算为元；没有单位的不换算",
        lambda r: _yuan(r.deed.amount), "元", holds="number",
    ),
    Column(
        "address", "页面", "整改情况所在的位置，接在网站地址之后",
        lambda r: f"{r.document.address}#{r.deed.anchor}", width=_TITLED,
    ),
)  # fmt: skip
