"""The text of a paragraph of Word, run by run."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT_BOX = f"{W}txbxContent"
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_SIGNS = {
    f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
    f"{W}ptab": " ",
}  # fmt: skip
_SYMBOLS = {
    **dict.fromkeys(("F052", "F0FE", "F054"), "☑"),
    **dict.fromkeys(("F0A3", "F0A8", "F06F", "F071", "F02A", "F030"), "□"),
    **dict.fromkeys(("F0FC", "F050"), "√"),
    "F0FB": "×", "F0FD": "☒", "F053": "☒",
}  # fmt: skip
"""Signs of Wingdings that forms are ticked with; Word stores them as codes of a font."""
_GONE = {f"{W}del": "deleted", f"{W}moveFrom": "deleted"}
_ADDED = (f"{W}ins", f"{W}moveTo")


@dataclass(slots=True)
class Reading:
    """What was met on the way: how often, and the texts that are not of the line."""

    seen: Counter[str] = field(default_factory=Counter)
    _asides: list[tuple[str, str]] = field(default_factory=list)

    def aside(self, what: str, text: str) -> None:
        """Keep a text that stands beside the line."""
        if text.strip():
            self._asides.append((what, text))

    def taken(self) -> list[tuple[str, str]]:
        """The texts kept, which are forgotten then."""
        taken, self._asides = self._asides, []
        return taken


def element_text(element: etree._Element, reading: Reading) -> str:
    """The text of a paragraph; what is hidden or boxed is kept aside."""
    return "".join(_texts(element, reading))


def _texts(element: etree._Element, reading: Reading) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == f"{W}r":
            yield from _run(child, reading)
        elif tag in _GONE:
            reading.seen[_GONE[tag]] += any(True for _ in child.iter(f"{W}delText", f"{W}t"))
        elif tag in _ADDED:
            text = "".join(_texts(child, reading))
            reading.seen["inserted"] += bool(text.strip())
            yield text
        elif tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None:
                yield from _texts(content, reading)
        elif isinstance(tag, str) and tag not in (f"{W}pPr", _FALLBACK, f"{W}p", f"{W}tbl"):
            yield from _texts(child, reading)


def _run(run: etree._Element, reading: Reading) -> Iterator[str]:
    text = "".join(_of_run(run, reading))
    properties = run.find(f"{W}rPr")
    hidden = properties.find(f"{W}vanish") if properties is not None else None
    if hidden is not None and hidden.get(f"{W}val") not in ("0", "false"):
        reading.seen["hidden"] += bool(text.strip())
        reading.aside("隐藏文字", text)
    else:
        yield text


def _of_run(run: etree._Element, reading: Reading) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{W}sym":
            yield _SYMBOLS.get((child.get(f"{W}char") or "").upper(), "□")
        elif child.tag not in (f"{W}instrText", f"{W}delText", f"{W}rPr"):
            _drawn(child, reading)


def _drawn(element: etree._Element, reading: Reading) -> None:
    """Boxes and pictures; the same box is there once more for programs of before 2010."""
    if element.tag == _FALLBACK:
        return
    if element.tag == _TEXT_BOX:
        reading.seen["boxes"] += 1
        texts = ["".join(_texts(p, reading)) for p in element.iter(f"{W}p")]
        reading.aside("文本框", "\n".join(texts))
        return
    reading.seen["pictures"] += element.tag in _PICTURES
    for child in element:
        _drawn(child, reading)
