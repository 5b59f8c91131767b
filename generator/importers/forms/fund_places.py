"""Where the rows of a table of money belong: the total, its sources, a breakdown, another row."""

from collections.abc import Sequence

from generator.importers.context import Context
from generator.importers.forms.columns import AMOUNTS, BREAKDOWNS, OF_MONEY
from generator.importers.forms.fund_names import PART_OF, breakdown_of, style_of
from generator.importers.forms.fund_parts import Amounts, Parts
from generator.importers.forms.headers import Header
from generator.importers.outline import Cell
from generator.source import At
from generator.values.money import parse

_NAMED = {"rows": "source", **dict(BREAKDOWNS.values())}
"""By list what an entry of it is called by."""


def name_field(at: At) -> str:
    """What an entry is called by: that of the list in which it stands, or its whole stands."""
    return next(_NAMED[name] for name in at if name in _NAMED)


class FundPlaces:
    """The places of one table's rows, in the order in which they are read."""

    def __init__(self, context: Context, header: Header, at: At) -> None:
        """`at` is where the money of the record stands."""
        self._context = context
        self._header = header
        self._at = at
        self.column = next((c for c in BREAKDOWNS if header.columns_of(c)), "")
        """The column that names the entries of a breakdown; empty where none does."""
        self._list, _ = BREAKDOWNS.get(self.column, ("rows", "source"))
        self._known: dict[tuple[At, str], int] = {}
        self._of_which = Parts()
        self._whole: At = ()
        """What rows behind `其中` are parts of: the last that is no part itself."""
        self._in_parts = False
        """Whether the last row was such a part."""
        self._group = ""
        """The list that rows stand in by what a row above them says."""

    def begin_group(self, breakdown: str) -> None:
        """Note the list that the rows below stand in."""
        self._group = breakdown
        self._of_which = Parts(self._of_which.total)

    def of_total(self, amounts: Sequence[Cell]) -> At:
        """The place of the total, whose amounts tell what its rows can be."""
        self._whole = (*self._at, "stated_total")
        self._of_which = Parts(self._told(amounts))
        return self._whole

    def of_row(self, name: Cell, text: str, amounts: Sequence[Cell]) -> At:
        """The place of a row: in the list, or below a row that it is a part of.

        `text` is its name without what stands before it.
        """
        says_part = PART_OF.match(name.text) is not None
        if not self.column:
            told = self._told(amounts)
            style = style_of(name.text)
            whole = self._of_which.whole_of(text, told, style, says_part=says_part)
            if whole is not None:
                return self.of_part(whole, text)
            at = self._next(self._list_of(text))
            self._of_which.stand(at, text, told, style)
            return at
        fields = {self._header.fields[cell.column] for cell in amounts}
        is_bare = not any(field.startswith(("use.", "extra.")) for field in fields)
        is_part = says_part or (self._in_parts and OF_MONEY.search(name.text))
        self._in_parts = bool(self._whole and is_part and is_bare)
        if not self._in_parts:
            self._whole = self._next(self._list)
            return self._whole
        return self.of_part(self._whole, name.text)

    def of_part(self, whole: At, source: str) -> At:
        """The place of a part of a row; those of the total are its sources."""
        is_total = whole[-1] == "stated_total"
        parts: At = (*self._at, "rows") if is_total else (*whole, "of_which")
        known = self._known.get((whole, source))
        if known is None:
            known = self._known[whole, source] = self._context.gathering.length(*parts)
        return (*parts, known)

    def _told(self, amounts: Sequence[Cell]) -> Amounts:
        """The amounts of a row by their stages."""
        stages = {self._header.fields[cell.column]: parse(cell.text) for cell in amounts}
        return {
            stage: amount
            for stage, amount in stages.items()
            if stage in AMOUNTS and amount is not None
        }

    def _list_of(self, text: str) -> str:
        """The list of a row in a table that has no column for the names of a breakdown."""
        if self._group:
            return self._group
        if self._header.columns_of("source"):
            return self._list
        return breakdown_of(text) or self._list

    def _next(self, breakdown: str) -> At:
        """The place of a new entry."""
        return (*self._at, breakdown, self._context.gathering.length(*self._at, breakdown))
