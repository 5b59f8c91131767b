"""The table of money: stages across, sources down, the total among them."""

import re
from collections.abc import Iterable, Sequence

from generator.importers.aims import does_not_apply
from generator.importers.context import Context
from generator.importers.forms.columns import OF_MONEY, STAGES
from generator.importers.forms.fund_parts import Amounts, Parts
from generator.importers.forms.grids import Grid, distinct, is_figure
from generator.importers.forms.headers import Header
from generator.importers.labels import said
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.importers.values import UNITS, is_nothing
from generator.source import At
from generator.values.money import Unit, parse
from generator.values.names import folded

PART_OF = re.compile(r"^[\s　]{0,6}(?:其中|包括|含)\s?[：:]?\s?")
_NUMBER = re.compile(
    r"^\s?(?:\d{1,2}[.、]|[（(]\d{1,2}[）)]|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)])\s?"
)
POINTS_OF_BLOCK = re.compile(
    r"[^（()）]{0,10}(?:执行|资金)[^（()）]{0,10}\s?(?:[（(](?:亿元|万元|元)[）)]\s?)?[（(]\s?(?P<points>\d{1,3})\s?分\s?[）)]"
    r"\s?(?:[（(](?:亿元|万元|元)[）)])?"
)
"""The name of a block of money that tells what its execution is worth: `预算执行情况（10分）`."""
_FIGURE = re.compile("[0-9０-９Xx零一二三四五六七八九十]")
_IN_TEXT = re.compile(
    r"(?:单位|金额单位|资金单位|币种)[：:]?\s?(?:人民币)?\s?(亿元|万元|元)|[（(](亿元|万元|元)[）)]"
)


def unit_in(texts: Iterable[str]) -> str:
    """The unit of money that names and captions say; empty where none does, or they differ."""
    found = {match[1] or match[2] for text in texts for match in _IN_TEXT.finditer(folded(text))}
    found |= {within for text in texts for within in said(text).within if within in UNITS}
    return found.pop() if len(found) == 1 else ""


_BREAKDOWNS = {
    "use.name": ("by_use", "use"),
    "year.year": ("by_year", "year"),
    "place.place": ("by_place", "place"),
}
"""By the column that names its rows, where a breakdown stands and what names its entries."""
_NAMED = {"rows": "source", **dict(_BREAKDOWNS.values())}
_KIND_OF_SPENDING = re.compile("(?:基本|项目|人员|公用)(?:经费)?支出|(?:人员|公用)经费")
_GROUP = re.compile(
    r"(?:[一二三四]、|\d[.、]|[（(][一二三四\d][）)])?(?:其中[：:])?"
    r"按(?:照)?(?P<by>[\u4e00-\u9fff]{2,8}?)(?:来)?(?:划分|分类|分列|分解|分)?(?:为)?[：:]?"
)
"""A row that only says by what the rows below it part the total: `按支出性质分：`."""
_BY_SPENDING = re.compile("支出|用途|使用|费用|经济分类|功能")
_BY_INCOME = re.compile("收入|来源|资金|渠道")
_OF_SOURCES = frozenset(("balance", "received", "issued"))
"""Stages whose names sources have too: `结余资金`."""
_BELOW = (Part.HEAD, Part.OBJECTIVE)
"""Of which parts names begin what stands below a table of money."""
_COUNTY = re.compile(
    r"(?![本各]|[省市县区州乡镇]{1,4}\Z)[\u4e00-\u9fff]{1,8}(?:市|县|区|州|盟|旗|镇|乡|街道)"
)
"""Rows that name what a department spends money for, and where it goes, are no sources."""


def _plain(text: str) -> str:
    return "".join(text.split())


class FundTable:
    """Reads the rows below a head of amounts."""

    def __init__(self, context: Context, grid: Grid, header: Header, at: At) -> None:
        self._context = context
        self._grid = grid
        self._header = header
        self._at: At = (*at, "funds")
        self._parts: dict[tuple[At, str], int] = {}
        self._column = next((c for c in _BREAKDOWNS if header.columns_of(c)), "")
        self._list, _ = _BREAKDOWNS.get(self._column, ("rows", "source"))
        self._of_which = Parts()
        self._whole: At = ()
        """What rows behind `其中` are parts of: the last that is no part itself."""
        self._in_parts = False
        """Whether the last row was such a part."""
        self._group = ""
        """The list that rows stand in by what a row above them says."""

    def read(self, rows: Sequence[int], unit: str) -> int:
        """Take rows as long as they are of the table; the first that is not."""
        for n, row in enumerate(rows):
            held = [cell for cell in distinct(self._grid[row]) if cell.row == row and cell.text]
            if held and not self._row(row, held, UNITS.get(unit)):
                return n
        return len(rows)

    def _row(self, row: int, held: Sequence[Cell], unit: Unit | None) -> bool:
        side = self._header.side
        name = self._name(row)
        amounts = [c for c in held if c.column in self._header.fields and c is not name]
        if name is None or self._begins_group(name, amounts):
            return name is not None
        is_beside = side is not None and side.row <= row <= side.last_row
        is_wide = name.last_column >= len(self._grid[0]) - 1
        labels = self._context.labels
        is_named = self._column or self._header.columns_of("source")
        is_part = bool(is_named and amounts and not is_figure(name.text))
        is_money = bool(
            OF_MONEY.search(name.text)
            or labels.field(Part.FUND_TOTAL, name.text)
            or PART_OF.match(name.text)
            or self._tells_sums(amounts)
        )
        stage = labels.field(Part.FUNDS, name.text)
        is_kind = _KIND_OF_SPENDING.fullmatch("".join(name.text.split()))
        may_be = is_kind or is_named or stage in _OF_SOURCES or self._is_total(name)
        if stage in STAGES and not may_be:
            return False  # the name of a column is no source
        if is_wide or not (is_beside or is_part or is_money):
            return False
        if not self._is_total(name) and any(labels.field(one, name.text) for one in _BELOW):
            return False
        if labels.field(Part.PERSONS, name.text) or self._tells_no_money(amounts):
            return False
        self._put(row, name, amounts, unit)
        return True

    def _begins_group(self, name: Cell, amounts: Sequence[Cell]) -> bool:
        """Take a row that says by what those below it part the total; whether it is one."""
        match = _GROUP.fullmatch("".join(name.text.split()))
        if match is None or self._column or any(not is_nothing(c.text) for c in amounts):
            return False
        if _BY_SPENDING.search(match["by"]):
            self._group = "by_use"
        elif _BY_INCOME.search(match["by"]):
            self._group = "rows"
        else:
            return False
        self._of_which = Parts(self._of_which.total)
        for cell in (name, *amounts):
            self._context.label(cell)
        return True

    def _is_total(self, name: Cell) -> bool:
        return self._context.labels.field(Part.FUND_TOTAL, PART_OF.sub("", name.text)) is not None

    def _tells_sums(self, amounts: Sequence[Cell]) -> bool:
        """Whether figures stand below two stages at least."""
        fields = self._header.fields
        told = [c for c in amounts if fields[c.column] in STAGES and fields[c.column] != "rate"]
        return sum(is_figure(cell.text) for cell in told) > 1

    def _tells_no_money(self, amounts: Sequence[Cell]) -> bool:
        """Whether words stand below all the stages: another block of the form has begun."""
        fields = self._header.fields
        told = [cell.text for cell in amounts if fields[cell.column] in STAGES]
        told = [text for text in told if not is_nothing(text) and not does_not_apply(text)]
        return bool(told) and not any(_FIGURE.search(text) for text in told)

    def _name(self, row: int) -> Cell | None:
        """The cell nearest to the amounts that is none of them; a use by its own column."""
        for column in self._header.columns_of(self._column):
            return self._grid[row][column]
        stages = [
            c
            for c, f in self._header.fields.items()
            if f != "source" and not f.startswith("extra.")
        ]
        first = min(stages, default=0)
        cells = [
            cell for cell in distinct(self._grid[row][:first]) if cell is not self._header.side
        ]
        names = [c for c in cells if c.text and c.column < first and not is_figure(c.text)]
        return names[-1] if names else None

    def _put(self, row: int, name: Cell, amounts: Sequence[Cell], unit: Unit | None) -> None:
        context = self._context
        told = [cell for cell in amounts if not is_nothing(cell.text)]
        for cell in distinct(self._grid[row]):
            if cell.row == row and cell.text and cell.column < name.column:
                context.label(cell)
        if self._is_total(name):
            at = self._whole = (*self._at, "stated_total")
            self._of_which = Parts(self._told(amounts))
            if name.row == row:
                context.label(name)
        elif not told:
            context.label(name)
            for cell in amounts:
                context.label(cell)
            return
        else:
            prefix = PART_OF.match(name.text)
            start = prefix.end() if prefix else 0
            if number := _NUMBER.match(name.text[start:]):
                start += number.end()
            if start:
                context.label(name, 0, start)
            text = "".join(name.text[start:].split())
            at = self._place_of(name, text, amounts)
            context.put((*at, self._named(at)), name, text, (start, None))
        for cell in amounts:
            self._amount(at, cell, unit)

    def _told(self, amounts: Sequence[Cell]) -> Amounts:
        """The amounts of a row by their stages."""
        stages = {self._header.fields[cell.column]: parse(cell.text) for cell in amounts}
        return {
            stage: amount
            for stage, amount in stages.items()
            if stage in STAGES and stage != "rate" and amount is not None
        }

    def _named(self, at: At) -> str:
        """What an entry is called by: that of the list in which it stands, or its whole stands."""
        return next(_NAMED[name] for name in at if name in _NAMED)

    def _place_of(self, name: Cell, text: str, amounts: Sequence[Cell]) -> At:
        """Where a row belongs: to the list, or to a row that it is a part of."""
        fields = {self._header.fields[cell.column] for cell in amounts}
        is_bare = not any(field.startswith(("use.", "extra.")) for field in fields)
        says_part = PART_OF.match(name.text) is not None
        if not self._column:
            told = self._told(amounts)
            whole = self._of_which.whole_of(text, told, says_part=says_part)
            if whole is not None:
                return self._next_part(whole, text)
            at = self._next(self._list_of(text))
            self._of_which.stand(at, text, told)
            return at
        is_part = says_part or (self._in_parts and OF_MONEY.search(name.text))
        self._in_parts = bool(self._whole and is_part and is_bare)
        if not self._in_parts:
            self._whole = self._next(self._list)
            return self._whole
        return self._next_part(self._whole, name.text)

    def _list_of(self, text: str) -> str:
        """The breakdown of a row in a table that has no column for the names of one."""
        if self._group:
            return self._group
        if self._header.columns_of("source"):
            return self._list
        if _KIND_OF_SPENDING.fullmatch(text):
            return "by_use"
        return "by_place" if _COUNTY.fullmatch(text) else self._list

    def _next(self, breakdown: str) -> At:
        """The place of a new entry."""
        return (*self._at, breakdown, self._context.gathering.length(*self._at, breakdown))

    def _next_part(self, whole: At, source: str) -> At:
        """A new part of a row; those of the total are its sources."""
        is_total = whole[-1] == "stated_total"
        parts: At = (*self._at, "rows") if is_total else (*whole, "of_which")
        known = self._parts.get((whole, source))
        if known is None:
            known = self._parts[whole, source] = self._context.gathering.length(*parts)
        return (*parts, known)

    def _amount(self, at: At, cell: Cell, unit: Unit | None) -> None:
        field = self._header.fields[cell.column]
        if field in ("source", "whole"):
            self._context.label(cell)
        elif field.startswith(("use.", "year.", "place.")):
            self._context.put((*at, field.partition(".")[2]), cell)
        elif field.startswith("part."):
            self._part(at, field, cell, unit)
        elif field.startswith("extra."):
            self._context.put((*at, "extra", field.removeprefix("extra.")), cell)
        else:
            self._context.put((*at, field), cell, unit=unit)

    def _part(self, at: At, field: str, cell: Cell, unit: Unit | None) -> None:
        """An amount that is contained in the one of its row: `其中：财政拨款`."""
        _, stage, source = field.split(".", 2)
        part = self._next_part(at, source)
        self._context.put((*part, stage), cell, unit=unit)
        head = next(
            c
            for c in self._header.cells
            if c.column <= cell.column <= c.last_column and source in _plain(c.text)
        )
        self._context.put((*part, self._named(part)), head, source)
