"""Lists below a head: the projects of one document, problems with advice, surveys."""

import re
from collections.abc import Sequence

from generator.importers.blanks import is_unfilled
from generator.importers.context import Context
from generator.importers.enumerations import in_full, put_findings, put_recommendations
from generator.importers.forms.columns import STAGES
from generator.importers.forms.grids import Grid, distinct, is_figure
from generator.importers.forms.headers import Header, reaching
from generator.importers.forms.money_units import unit_in, with_unit
from generator.importers.ledger import Confidence
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.importers.placing import Slot, place
from generator.importers.values import UNITS, is_nothing
from generator.source import At


def held_in(grid: Grid, row: int, header: Header) -> list[Cell]:
    """The cells of the columns that begin in a row and hold text."""
    return [c for c in distinct(grid[row]) if c.row == row and c.text and c is not header.side]


def items(
    context: Context, grid: Grid, header: Header, rows: Sequence[int], unit: str, at: At
) -> int:
    """A row for each project, and perhaps one that adds them up."""
    unit = unit_in([cell.text for cell in header.cells]) or unit or _unit_of(grid, header, rows)
    known: dict[str, int] = {}
    for n, row in enumerate(rows):
        held = held_in(grid, row, header)
        named = _named(grid, row, header)
        is_total = any(context.labels.field(Part.FUND_TOTAL, c.text) for c in held[:2])
        if held and _ends(context, header, held):
            return n
        if not held or _is_mark(context, header, held, named):
            continue
        if is_total:
            _row(context, header, held, unit, (*at, "total"))
        elif named is not None and named.text:
            number = known.get(named.text)
            is_begun = number is not None and named.row == row
            if number is None or (is_begun and "findings" not in header.fields.values()):
                number = known[named.text] = context.gathering.length(*at, "items")
                context.put((*at, "items", number, "id"), named, f"item-{number + 1}")
                beside = reaching(grid, row, header).items()
                told = [*held, *(c for field, c in beside if _goes_for_each(field))]
            else:  # one more row of the same project: what is new in it
                told = [c for c in held if header.fields.get(c.column) in _LISTED]
                for cell in held:
                    if cell not in told:
                        context.label(cell)
            _row(context, header, told, unit, (*at, "items", number))
        elif header.fields.get(held[0].column) == "number" and len(held) == 1:
            context.label(held[0])
    return len(rows)


def _unit_of(grid: Grid, header: Header, rows: Sequence[int]) -> str:
    """The unit that all amounts of a list carry themselves, where it is one."""
    columns = [c for c, f in header.fields.items() if f.startswith("funds.") and f != "funds.rate"]
    amounts = [c.text for row in rows for c in held_in(grid, row, header) if c.column in columns]
    own = {m[1] if (m := _OWN_UNIT.search(text)) else "" for text in amounts if is_figure(text)}
    return own.pop() if len(own) == 1 else ""


_OWN_UNIT = re.compile(r"[0-9０-９]\s?(亿元|万元|元)\s?\Z")


def _ends(context: Context, header: Header, held: Sequence[Cell]) -> bool:
    """Whether a row is below the list: a text over it, or names of fields with their values."""
    if len(held) == 1 and held[0].columns > 2:  # noqa: PLR2004 -- a text below the list
        return True
    if header.fields.get(held[0].column) not in ("number", "project.name", "project.code"):
        return False
    labels = context.labels
    parts = (Part.HEAD, Part.OBJECTIVE, Part.PERSONS)
    named = any(labels.field(part, held[0].text) for part in parts)
    return named or labels.field(Part.FUNDS, held[0].text) in STAGES


def _is_mark(context: Context, header: Header, held: Sequence[Cell], named: Cell | None) -> bool:
    """Whether a row is no project: nobody filled it in, or it groups others; it is labelled."""
    is_blank = named is not None and is_unfilled(named.text)
    is_none = is_blank or _is_group(header, held, named)
    for cell in held if is_none else ():
        context.label(cell)
    return is_none


def _is_group(header: Header, held: Sequence[Cell], named: Cell | None) -> bool:
    """Whether a row only names the projects below it, or adds some of them up."""
    texts = ["".join(cell.text.split()) for cell in (*held[:2], *((named,) if named else ()))]
    if any(_SUM_OF_SOME.fullmatch(text) for text in texts):
        return True
    is_numbered = header.fields.get(held[0].column) == "number"
    return is_numbered and len(held) == len(texts[:2]) and _HAN.fullmatch(texts[0]) is not None


_SUM_OF_SOME = re.compile(r".{2,30}(?:小计|合计)|平均(?:得?分|值|数)?")
_HAN = re.compile("[（(]?[一二三四五六七八九十]{1,3}[）)]?、?")


def _goes_for_each(field: str) -> bool:
    """Whether a cell beside several projects says of each of them what it says; no amount does."""
    return field.startswith("bodies.") or field in ("project.unit", "evaluation_type")


_LISTED = frozenset(("findings", "recommendations"))


def _named(grid: Grid, row: int, header: Header) -> Cell | None:
    """The cell that tells one project from another: its code, else its name."""
    for field in ("project.code", "project.name"):
        for column in header.columns_of(field):
            cell = grid[row][column]
            if cell is not None and cell.text:
                return cell
    return None


def _row(context: Context, header: Header, cells: Sequence[Cell], unit: str, at: At) -> None:
    is_total = at[-1] == "total"
    whole = at[:-1] if is_total else at
    names: list[str] = []
    for cell in cells:
        field = header.fields.get(cell.column, "")
        if field == "number" or not field or is_nothing(cell.text):
            context.label(cell)
        elif context.labels.field(Part.PERSONS, field.rpartition(".")[2]):
            context.leave_out(cell)
        elif field.startswith("funds."):
            amount: At = (*whole, "funds", "stated_total", field.removeprefix("funds."))
            context.put(amount, cell, unit=UNITS.get(unit))
            if unit and not context.gathering.has(*whole, "funds", "unit"):
                context.put((*whole, "funds", "unit"), cell, UNITS[unit].value)
        elif is_total:
            context.label(cell)
        elif field == "findings":
            names += _opinions(context, header, cell, at)
        elif field == "recommendations":
            put_recommendations(context, in_full([cell]), at, each=names)
        elif field == "result.amount_advised":
            context.put((*at, *field.split(".")), cell, with_unit(cell, header.cells, unit))
        else:
            place(context, field, Slot(cell), at)


def _opinions(context: Context, header: Header, cell: Cell, at: At) -> list[str]:
    """Problems of a project; those that a reviewer found are marked with what he is called."""
    head = next((c for c in header.cells if c.column <= cell.column <= c.last_column), None)
    first = context.gathering.length(*at, "findings")
    names = put_findings(context, in_full([cell]), at)
    if head is None or not _REVIEWER.search(head.text):
        return names
    category = "".join(head.text.split())
    for n in range(len(names)):
        context.put((*at, "findings", first + n, "category"), head, category)
    return names


_REVIEWER = re.compile("专家|评审|审核|复核|评委|财政|第三方|审查")


def problems(
    context: Context, grid: Grid, header: Header, rows: Sequence[int], unit: str, at: At
) -> int:
    """A row for each problem with the advice beside it."""
    for n, row in enumerate(rows):
        cells = {header.fields.get(c.column, ""): c for c in held_in(grid, row, header)}
        if not cells:
            continue
        if "finding" not in cells:
            return n
        first = context.gathering.length(*at, "findings")
        names = put_findings(context, in_full([cells["finding"]]), at)
        above = reaching(grid, row, header)
        cells = {f: c for f, c in above.items() if f in _OF_SEVERAL} | cells
        for field, cell in cells.items():
            if field == "recommendation":
                put_recommendations(context, in_full([cell]), at, each=names)
            elif field in ("number", "") or is_nothing(cell.text):
                context.label(cell)
            elif field != "finding" and len(names) == 1:
                name = field if field in _OF_FINDING else None
                if name is not None:
                    text = with_unit(cell, header.cells, unit) if name == "amount" else None
                    context.put((*at, "findings", first, name), cell, text)
    return len(rows)


_OF_SEVERAL = frozenset(("category", "responsible"))
_OF_FINDING = frozenset(("cause", "category", "amount", "responsible"))


def surveys(context: Context, grid: Grid, header: Header, rows: Sequence[int], at: At) -> int:
    """A row for each survey."""
    for n, row in enumerate(rows):
        cells = {header.fields.get(c.column, ""): c for c in held_in(grid, row, header)}
        if not cells:
            continue
        who = cells.get("name") or cells.get("subjects")
        if who is None or len(cells) == 1:
            return n
        if context.labels.field(Part.TOTAL, who.text):
            continue  # the sum of the rows has no place of its own
        survey: At = (*at, "surveys", context.gathering.length(*at, "surveys"))
        if "name" not in cells:
            name = f"{''.join(who.text.split())}满意度"
            context.put((*survey, "name"), who, name, confidence=Confidence.INFERRED)
        for field, cell in cells.items():
            if field == "number" or is_nothing(cell.text):
                context.label(cell)
            elif field in _OF_SURVEY:
                text = _SHEETS.sub("", cell.text.strip()) if field in _COUNTED else cell.text
                context.put((*survey, field), cell, text)
    return len(rows)


_COUNTED = frozenset(("sent", "returned", "valid"))
_OF_SURVEY = _COUNTED | {"name", "subjects", "way", "result"}
_SHEETS = re.compile(r"\s?[份张]$")
