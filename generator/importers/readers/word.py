"""Word files: the text as it would print if all tracked changes were accepted.

python-docx opens the package; what it passes over (tracked insertions, text boxes, hidden text,
merged cells as they lie on the grid) is read from the XML itself.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from generator.importers import limits
from generator.importers.outline import Block, Outline, Paragraph, UnreadableError
from generator.importers.readers.word_grid import Row, covered, rows_of, table_of
from generator.importers.readers.word_numbers import Numbers
from generator.importers.readers.word_runs import Reading, W, element_text
from generator.values.text import FORBIDDEN

_SAID = {
    "inserted": "有 {} 处修订插入的文字没有经过确认，已当作正文读取",
    "deleted": "有 {} 处修订删除的文字没有经过确认，没有读取",
    "deleted rows": "有 {} 行表格在修订中被删除，没有读取",
    "hidden": "有 {} 处隐藏文字，列在没有归位的内容里",
    "boxes": "有 {} 个文本框，其中的文字列在没有归位的内容里",
    "under merged": "有 {} 个合并单元格下面还藏着文字，列在没有归位的内容里",
    "outside": "引用了 {} 个文件之外的内容（模板、对象等），没有读取",
    "pictures": "有 {} 张图片，其中的文字没有读取",
}


def read(file: Path) -> Outline:
    """The paragraphs and tables of a .docx file."""
    limits.packaged(file)
    try:
        opened = docx.Document(str(file))
    except (KeyError, ValueError, etree.XMLSyntaxError, AttributeError) as error:
        raise UnreadableError("文件已损坏，或不是 Word 文件；请用 Word 打开后另存") from error
    walk = _Walk(opened)
    walk.reading.seen["outside"] = sum(
        one.is_external and one.reltype != RELATIONSHIP_TYPE.HYPERLINK
        for one in opened.part.rels.values()
    )
    blocks = tuple(walk.whole())
    said = (words.format(walk.reading.seen[what]) for what, words in _SAID.items()
            if walk.reading.seen[what])  # fmt: skip
    return Outline(blocks, tuple(said))


class _Walk:
    """The parts of a document in their order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbers = Numbers.of(document)
        self._counts: Counter[str] = Counter()
        self.reading = Reading()

    def whole(self) -> Iterator[Block]:
        """What is printed above the text, the text, what is printed below it."""
        yield from self._margins("header", "页眉")
        yield from self._body(self._document.element.body)
        yield from self._margins("footer", "页脚")

    def _margins(self, name: str, aside: str) -> Iterator[Block]:
        """Headers or footers of all sections, each text once."""
        said: set[str] = set()
        for section in self._document.sections:
            for kind in ("", "first_page_", "even_page_"):
                part = getattr(section, f"{kind}{name}")
                if part.is_linked_to_previous:
                    continue
                for paragraph in part._element.iter(f"{W}p"):  # noqa: SLF001 - has no other name
                    text = _clean(element_text(paragraph, Reading()))
                    if text and text not in said:
                        said.add(text)
                        yield Paragraph(text, aside, aside=aside)

    def _body(self, parent: etree._Element) -> Iterator[Block]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in (f"{W}sdt", f"{W}ins", f"{W}customXml", f"{W}moveTo"):
                inner = child.find(f"{W}sdtContent")
                yield from self._body(child if inner is None else inner)

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        text = _clean(element_text(element, self.reading))
        if text:
            number, level = self._numbers.before(element)
            self._counts["paragraph"] += 1
            yield Paragraph(f"{number}{text}", f"第{self._counts['paragraph']}段", level)
        yield from self._asides(f"第{self._counts['paragraph']}段附近")

    def _asides(self, place: str) -> Iterator[Block]:
        """What stood in a paragraph without being of its line."""
        for aside, text in self.reading.taken():
            if clean := _clean(text):
                yield Paragraph(clean, place, aside=aside)

    def _table(self, element: etree._Element) -> Iterator[Block]:
        self._counts["table"] += 1
        yield from self._table_named(element, f"表{self._counts['table']}")

    def _table_named(self, element: etree._Element, name: str) -> Iterator[Block]:
        rows = tuple(rows_of(element, self.reading))
        table = table_of(rows, name, self._cell_text)
        yield table
        for hidden in covered(rows, self._cell_text):
            self.reading.seen["under merged"] += 1
            yield Paragraph(hidden, f"{name}的合并单元格下", aside="合并单元格下的文字")
        yield from self._asides(f"{name}内")
        for n, inner in enumerate(_nested(rows), 1):
            yield from self._table_named(inner, f"{name}内的表{n}")

    def _cell_text(self, cell: etree._Element) -> str:
        """The paragraphs of a cell, a line each; a table within it is one of its own."""
        lines = []
        for paragraph in _own_paragraphs(cell):
            number, _ = self._numbers.before(paragraph)
            text = _clean(element_text(paragraph, self.reading))
            lines.append(f"{number}{text}" if text else "")
        return "\n".join(filter(None, lines))


def _own_paragraphs(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == f"{W}p":
            yield child
        elif child.tag not in (f"{W}tbl", f"{W}tcPr"):
            inner = child.find(f"{W}sdtContent")
            yield from _own_paragraphs(child if inner is None else inner)


def _nested(rows: tuple[Row, ...]) -> Iterator[etree._Element]:
    for row in rows:
        for cell in row.cells:
            yield from cell.element.iterchildren(f"{W}tbl")


def _clean(text: str) -> str:
    return FORBIDDEN.sub("", text).strip()
