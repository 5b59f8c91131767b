"""The columns of a list of evaluations, and their values; declared once for every format.

Money is in yuan, whatever unit a report has, so that rows can be compared. What a report states and
what was added up from its rows stand in columns of their own.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from generator.catalog import Catalog, Entry
from generator.tables import Column, Table
from generator.tables.table import Cell
from generator.values.money import Amount, Unit, rounded

_TITLED, _PLACES = 40, 2
_COMPUTED = "_computed"
"""How the keys end of columns that hold what no report states."""
_BEFORE = "kind"
"""The column that comes behind what says whether a row counts."""
_Pair = tuple[Callable[[Entry], Cell], Callable[[Entry], Cell]]


def table_of(name: str, entries: Sequence[Entry], catalog: Catalog) -> Table[Entry]:
    """A list of the catalog as a table."""
    return Table(name, columns_of(catalog), entries)


def columns_of(catalog: Catalog) -> Sequence[Column[Entry]]:
    """The columns of a site; as stated, it leaves out what no report states itself."""
    counted: Column[Entry] = Column(
        "counted", "计入合计",
        "是：本站的合计取这一行的金额和等级。同一项目同一年度只有一行是；要相加的，只加这些行",
        lambda e: "是" if catalog.counts(e) else "否", width=10,
    )  # fmt: skip
    columns = [c for c in COLUMNS if not (catalog.as_stated and c.key.endswith(_COMPUTED))]
    at = next(n for n, column in enumerate(columns) if column.key == _BEFORE)
    return (*columns[:at], counted, *columns[at:])


def _money(amount: Amount | None) -> Decimal | None:
    return rounded(amount.to(Unit.YUAN).value, _PLACES) if amount else None


def _rate(entry: Entry) -> Decimal | None:
    """With as many places as pages show."""
    return None if entry.rate is None else rounded(entry.rate, _PLACES)


def _stated(value: Callable[[Entry], Cell], is_computed: Callable[[Entry], bool]) -> _Pair:
    """A value where the report states it, and where it was worked out."""
    return (
        lambda entry: None if is_computed(entry) else value(entry),
        lambda entry: value(entry) if is_computed(entry) else None,
    )


_total, _total_computed = _stated(lambda e: e.points, lambda e: e.points_computed)
_grade, _grade_computed = _stated(lambda e: e.grade_name, lambda e: e.grade_computed)

COLUMNS: Sequence[Column[Entry]] = (
    Column("year", "年度", "记录所在的年度", lambda e: e.year, width=8, holds="integer"),
    Column("region", "地区", "部门所属的地区", lambda e: e.region_name),
    Column("department_id", "部门编号", "部门在本站的编号，改名不变", lambda e: e.department_id),
    Column("department", "部门", "部门全称", lambda e: e.department, width=28),
    Column("project_id", "项目编号", "同一项目各年、各类文件的编号相同", lambda e: e.id),
    Column("project", "项目", "项目名称；没有的为文件标题", lambda e: e.project, width=_TITLED),
    Column("title", "文件", "报告全称", lambda e: e.record.head.title, width=_TITLED),
    Column(
        "holds_items", "含分项", "是：这一行是含几个项目的文件，各项目另有一行，金额不要相加",
        lambda e: "是" if e.holds_items else "否", width=8,
    ),
    Column(
        "whole_department", "部门整体", "是：金额是整个部门的，已含各项目，不要与项目相加",
        lambda e: "是" if e.whole_department else "否", width=10,
    ),
    Column("kind", "文件类型", "如单位自评、财政评价、整改报告", lambda e: e.kind_name),
    Column("frame", "指标体系", "打分所依据的指标体系", lambda e: e.frame.name or None, width=24),
    Column("period", "期间", "文件所说的期间，与年度不同的才有", lambda e: e.period or None),
    Column("total", "总分", "报告写明的总分", _total, "分", holds="number", width=10),
    Column(
        "total_computed", "总分计算值", "报告没有写明总分的，由明细合计",
        _total_computed, "分", holds="number",
    ),
    Column(
        "full_marks", "满分", "指标体系的满分", lambda e: e.full_marks,
        "分", holds="number", width=8,
    ),
    Column("grade", "等级", "报告写明的等级", _grade, width=8),
    Column("grade_computed", "等级计算值", "报告没有写明等级的，按总分推算", _grade_computed),
    Column(
        "budget", "预算", "全年预算；没有的为年初预算。已换算为元", lambda e: _money(e.budget),
        "元", holds="number", width=18,
    ),
    Column(
        "spent", "支出", "已换算为元", lambda e: _money(e.spent), "元", holds="number", width=18
    ),
    Column(
        "rate", "执行率", "如页面所示：报告写明的，没有写明的由支出和预算相除", _rate,
        "%", holds="number", width=10,
    ),
    Column("issued", "成文日期", "报告写成的日期", lambda e: e.issued),
    Column("published", "发布日期", "报告公开的日期", lambda e: e.published),
    Column(
        "validity", "效力状态", "失效、废止的文件在此写明",
        lambda e: e.lapsed.label if e.lapsed else None,
    ),
    Column(
        "address", "页面", "本站页面的地址，接在网站地址之后",
        lambda e: f"{e.address}{'#' + e.anchor if e.anchor else ''}", width=_TITLED,
    ),
)  # fmt: skip
