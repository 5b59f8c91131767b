"""Web pages, also those that Word saved: blocks of text and tables; nothing is fetched."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from generator.importers.outline import Block, Outline, Paragraph, UnreadableError
from generator.importers.readers.occupancy import Spanning, placed
from generator.importers.readers.text import decoded
from generator.values.text import FORBIDDEN, squeeze

_DECLARED = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_-]{1,20})", re.IGNORECASE)
_HEAD = 4_096
_NAMES = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "utf-8": "utf-8-sig"}
_UNSEEN = frozenset(("script", "style", "head", "noscript", "template", "iframe", "object", "svg"))
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BLOCKS = _HEADINGS.keys() | frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
        "fieldset", "figure", "footer", "form", "header", "hr", "html", "li", "main", "nav", "ol",
        "p", "pre", "section", "td", "th", "tr", "ul",
    )
)  # fmt: skip
_HIDDEN = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all"
)
_DEEPEST = 400
_TOO_DEEP = "网页的层次太深，读不了；请用浏览器另存为纯文本后再导入"


def read(file: Path) -> Outline:
    """The paragraphs and tables of a web page."""
    text, notes = _text(file.read_bytes())
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("文件里没有可以读取的内容；请核对是不是选错了文件") from error
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise UnreadableError(_TOO_DEEP)
    page = _Page()
    page.walk(root, 0, 0)
    page.close(0)
    said = (f"有 {page.hidden} 处网页上看不见的文字，列在没有归位的内容里",) if page.hidden else ()
    return Outline(tuple(page.blocks), (*notes, *said))


def _text(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a page by the encoding it declares, else by its bytes."""
    match = _DECLARED.search(content[:_HEAD])
    name = _NAMES.get(match[1].decode("ascii").lower()) if match else None
    text: str | None = None
    notes: tuple[str, ...] = ()
    if name:
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            notes = ("网页声明的编码与内容不符，按内容读取",)
    if text is None:
        text, said = decoded(content)
        notes = (*notes, *said)
    return FORBIDDEN.sub("", text), notes


class _Page:
    """Collects the blocks of a page; running text between two blocks is a paragraph."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.hidden = 0
        self._running: list[str] = []
        self._counts: Counter[str] = Counter()

    def walk(self, element: etree._Element, level: int, depth: int) -> None:
        """All that stands in an element, with the text behind it left to whoever called."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN:
            return
        if depth > _DEEPEST:
            raise UnreadableError(_TOO_DEEP)
        if _is_hidden(element):
            self._keep_aside(element)
        elif tag == "table":
            self.close(level)
            self._table(element, "")
        elif tag == "br":
            self.close(level)
        else:
            inner = _HEADINGS.get(tag, level)
            is_block = tag in _BLOCKS
            if is_block:
                self.close(level)
            self._running.append(element.text or "")
            for child in element:
                self.walk(child, inner, depth + 1)
                self._running.append(child.tail or "")
            if is_block:
                self.close(inner)

    def close(self, level: int) -> None:
        """End the paragraph that runs, if there is one."""
        text = squeeze("".join(self._running))
        self._running.clear()
        if text:
            self._counts["paragraph"] += 1
            self.blocks.append(Paragraph(text, f"第{self._counts['paragraph']}段", level))

    def _keep_aside(self, element: etree._Element) -> None:
        if text := squeeze("".join(map(str, element.itertext()))):
            self.hidden += 1
            place = f"第{self._counts['paragraph']}段附近"
            self.blocks.append(Paragraph(text, place, aside="隐藏文字"))

    def _table(self, element: etree._Element, within: str) -> None:
        self._counts["table"] += 1
        name = f"{within}表{self._counts['table']}"
        rows = list(_rows(element))
        title = element.find("caption")
        if title is not None:
            self.blocks.append(Paragraph(squeeze(_cell_text(title)), f"{name}的标题"))
        self.blocks.append(
            placed(([_spanning(cell) for cell in _cells(row)] for row in rows), name)
        )
        for row in rows:
            for cell in _cells(row):
                for inner in _inner_tables(cell):
                    self._table(inner, f"{name}内的")


def _is_hidden(element: etree._Element) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return (cell for cell in row if cell.tag in ("td", "th"))


def _spanning(cell: etree._Element) -> Spanning:
    return Spanning(_cell_text(cell), _span(cell, "rowspan"), _span(cell, "colspan"))


def _span(cell: etree._Element, name: str) -> int:
    said = (cell.get(name) or "1").strip()
    return int(said[:4]) if said.isascii() and said.isdigit() else 1


def _cell_text(cell: etree._Element) -> str:
    """Its paragraphs, a line each; tables within are their own."""
    lines: list[list[str]] = [[]]

    def walk(element: etree._Element) -> None:
        lines[-1].append(element.text or "")
        for child in element:
            tag = child.tag
            if isinstance(tag, str) and tag not in _UNSEEN and tag != "table":
                if tag in _BLOCKS or tag == "br":
                    lines.append([])
                walk(child)
                if tag in _BLOCKS:
                    lines.append([])
            lines[-1].append(child.tail or "")

    walk(cell)
    return "\n".join(filter(None, (squeeze("".join(line)) for line in lines)))


def _inner_tables(cell: etree._Element) -> Iterator[etree._Element]:
    for child in cell:
        if child.tag == "table":
            yield child
        else:
            yield from _inner_tables(child)
