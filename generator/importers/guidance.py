"""The page of a form that says how it is filled in, known again when the form comes back."""

from collections.abc import Iterator, Mapping, Sequence

from generator.importers.interpreter import Found
from generator.importers.ledger import Ledger, Role
from generator.importers.outline import Block, Outline, Paragraph, Table
from generator.importers.parts import SHEET

TITLE = "填表说明"
_LINES = (
    "只填空白的格子；栏目的名称、次序不要改，没有内容的格子空着。",
    "指标行不够的，在两行之间插入行；多出来的整行删去。",
    "没有数字的格子空着，不要填 0 或“无”；写 0 就是 0。",
    "不要填写姓名、手机号、身份证号；填了也不会导入。",
)
_SEPARATOR = "："
_MARK = "\u2060"
"""Joins the name of a field and its explanation in a line of this page; nobody sees or types it."""


def lines(told: Mapping[str, str]) -> Iterator[str]:
    """The lines of the page: what goes for all fields, then each field with its explanation."""
    yield from _LINES
    for name, note in told.items():
        yield f"{name}{_SEPARATOR}{_MARK}{note}"


def set_apart(outline: Outline) -> Outline:
    """The same with the page of explanations behind a form kept out of the line of its text."""
    blocks: list[Block] = []
    is_behind = False
    for block in outline.blocks:
        if isinstance(block, Paragraph) and not block.aside:
            is_behind = is_own(block.text) or block.text == TITLE
            blocks.append(block._replace(aside=TITLE) if is_behind else block)
        else:
            blocks.append(block)
    return Outline(tuple(blocks), outline.notes)


def is_own(text: str) -> bool:
    """Whether a text is a line of such a page as it was handed out."""
    return text in _LINES or _MARK in text


def taken_out(ledger: Ledger, found: Sequence[Found]) -> list[Found]:
    """What was found but for pages of explanations, which hold nothing of a department's."""
    for piece in ledger.pieces:
        if is_own(piece.text) or (isinstance(piece, Paragraph) and piece.aside == TITLE):
            ledger.claim(ledger.span(piece), Role.LABEL)
    return [one for one in found if not _is_page(one)]


def _is_page(found: Found) -> bool:
    sheet = found.document.sheet
    if sheet is None or sheet.aside != SHEET or sheet.text != TITLE:
        return False
    cells = [c for b in found.document.blocks if isinstance(b, Table) for c in b.cells]
    return all(is_own(cell.text) or not cell.text for cell in cells)
