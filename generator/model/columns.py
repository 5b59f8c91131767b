"""Columns that forms add to those every record has; declared once, named by kinds and frames.

National practice's lie in `columns.yml` beside this module; a site adds its own in
`content/columns.yml`.
"""

from pathlib import Path
from typing import Annotated

from generator.schema.fields import Answer, Model, Whole, label
from generator.schema.lexicon import DeclaredColumn
from generator.values.choices import Choice
from generator.values.notations import (
    DAY_NOTATION,
    MONEY_NOTATION,
    NUMBER_NOTATION,
    PERCENT_NOTATION,
    TEXT,
)

BUILT_IN_COLUMNS = Path(__file__).parent / "columns.yml"


class Position(Choice):
    """The block whose 其他栏 a column stands in."""

    PROJECT = "project", "项目"
    FUNDS = "funds", "资金"
    INDICATORS = "indicators", "指标"
    RECTIFICATION = "rectification", "整改"


class ColumnType(Choice):
    """What a column holds."""

    TEXT = "text", "文字"
    NUMBER = "number", "数字"
    MONEY = "money", "金额"
    PERCENT = "percent", "百分数"
    DAY = "day", "日期"
    FLAG = "flag", "是否"
    CHOICE = "choice", "选项"
    POINTS = "points", "得分"


_NOTATIONS = {
    ColumnType.NUMBER: NUMBER_NOTATION,
    ColumnType.MONEY: MONEY_NOTATION,
    ColumnType.PERCENT: PERCENT_NOTATION,
    ColumnType.DAY: DAY_NOTATION,
    ColumnType.POINTS: NUMBER_NOTATION,
}
_ANSWERS = tuple(answer.label for answer in Answer)


class Column(Model):
    """One column."""

    name: Annotated[str, label("名称", "原表的栏目名", example="受益村数")]
    english: Annotated[str, label("英文", "英文记录中的键", example="villages")]
    position: Annotated[Position, label("位置", "填在哪一部分的“其他栏”里")]
    type: Annotated[ColumnType, label("类型", "填写什么")] = ColumnType.TEXT
    choices: Annotated[tuple[str, ...], label("选项", "类型为选项时，可填的词")] = ()
    unit: Annotated[str, label("单位", "数字的单位", example="个")] = ""
    description: Annotated[str, label("说明", "填写说明")] = ""

    @property
    def declared(self) -> DeclaredColumn:
        """As files name it and fill it in."""
        return DeclaredColumn(
            self.name, self.english, _NOTATIONS.get(self.type, TEXT),
            _ANSWERS if self.type is ColumnType.FLAG else self.choices, self.unit,
            self.description, self.position.label,
        )  # fmt: skip


class Columns(Model):
    """columns.yml: all columns that forms of a site add."""

    format: Annotated[Whole, label("格式", "文件格式的版本，现为 2", example="2")]
    columns: Annotated[tuple[Column, ...], label("栏目", "每栏一项")]
