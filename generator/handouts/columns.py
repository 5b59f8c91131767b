"""The columns of a hand-out, in every format, and of the list of departments."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from generator.desk.filing import Drawer, Filed
from generator.diagnostics import Diagnostic
from generator.diagnostics.diagnostic import STOPS
from generator.handouts.lines import Line
from generator.tables import Cell, Column


def _of_file(value: Callable[[Filed], Cell]) -> Callable[[Line], Cell]:
    return lambda line: value(line.file) if line.file else None


def _of_result(value: Callable[[Diagnostic], Cell]) -> Callable[[Line], Cell]:
    return lambda line: value(line.result) if line.result else None


def _problem(line: Line) -> Cell:
    """What is wrong, or what a criterion asks the reviewer."""
    if line.result:
        return line.result.message
    return line.manual.summary if line.manual else None


def _remedy(line: Line) -> Cell:
    if line.result:
        return line.result.remedy
    return line.manual.parts.get("改法") if line.manual else None


COLUMNS: tuple[Column[Line], ...] = (
    Column("number", "序号", "这一行的编号，答复时可以引用", lambda line: line.number, width=6),
    Column("sort", "类别", "程序核对的、审核要点请人判断的，或审核人自己的意见",
           lambda line: line.sort.value, width=10),
    Column("department", "部门", "文件所属的部门", lambda line: line.department, width=20),
    Column("year", "年度", "记录所属的年度", _of_file(lambda file: file.year), width=7),
    Column("title", "文件", "评价文件的标题", _of_file(lambda file: file.title), width=28),
    Column("path", "位置", "记录文件在网站项目中的路径",
           _of_file(lambda file: file.path), width=28),
    Column("line", "行", "记录文件的第几行", _of_result(lambda one: one.location.line), width=6),
    Column("column", "列", "这一行的第几个字",
           _of_result(lambda one: one.location.column), width=6),
    Column("field", "字段", "有问题的一项，按记录文件的写法；写例外时照抄",
           _of_result(lambda one: one.spelt), width=18),
    Column("severity", "级别", "错误：按原文不可能成立；警告：须说明理由；提示：供参考",
           _of_result(lambda one: one.severity.label), width=7),
    Column("stops", "拦截", "写有“拦截”的，处理以前不能发布",
           _of_result(lambda one: STOPS if one.stops else ""), width=7),
    Column("rule", "规则", "核对规则的名称，可用 gongkai explain 查看",
           lambda line: line.manual.rule if line.manual else None, width=18),
    Column("rule_title", "规则标题", "这条规则或审核要点说的是什么",
           lambda line: line.manual.title if line.manual else None, width=22),
    Column("problem", "问题", "哪里不对，连同两处的数值；审核要点则是要回答的问题",
           _problem, width=50),
    Column("found", "现为", "记录里写的", _of_result(lambda one: one.found), width=16),
    Column("expected", "应为", "按规则应当是的，程序能够算出时才有",
           _of_result(lambda one: one.expected), width=16),
    Column("remedy", "改法", "建议怎样处理", _remedy, width=36),
    Column("basis", "依据", "规则或要点的出处",
           lambda line: line.manual.parts.get("依据") if line.manual else None, width=24),
    Column("opinion", "审核意见", "由审核人填写", lambda _: None, width=28),
    Column("answer", "单位答复", "由单位填写：已改正，或说明原因", lambda _: None, width=28),
)  # fmt: skip

ON_PAGE = (
    "number", "severity", "stops", "line", "problem", "found", "expected", "remedy",
    "opinion", "answer",
)  # fmt: skip
"""What a sheet of paper has room for; the document stands above its lines."""
OF_OPINIONS = ("number", "title", "rule_title", "problem", "basis", "opinion", "answer")
"""The same of lines that speak of no place."""

DEPARTMENTS: tuple[Column[Drawer], ...] = (
    Column("department", "部门", "部门的名称", lambda drawer: drawer.name, width=28),
    Column("files", "文件", "有多少份记录和其他文件", lambda drawer: len(drawer.files), unit="份"),
    Column("stops", STOPS, "必须先处理才能发布的", lambda one: one.standing.stops, unit="处"),
    Column("errors", "错误", "没有处理的错误", lambda one: one.standing.errors, unit="处"),
    Column("warnings", "警告", "没有处理的警告", lambda one: one.standing.warnings, unit="处"),
    Column("hints", "提示", "没有处理的提示", lambda one: one.standing.hints, unit="处"),
    Column("accepted", "已接受", "用例外接受的", lambda one: one.standing.accepted, unit="处"),
)  # fmt: skip


def named(keys: Sequence[str]) -> tuple[Column[Line], ...]:
    """Some of the columns, by their keys."""
    columns = {column.key: column for column in COLUMNS}
    return tuple(columns[key] for key in keys)


def offering(choices: Mapping[str, Sequence[str]]) -> tuple[Column[Line], ...]:
    """All columns, those of these keys with what a workbook offers to choose."""
    return tuple(replace(one, choices=tuple(choices.get(one.key, ()))) for one in COLUMNS)
