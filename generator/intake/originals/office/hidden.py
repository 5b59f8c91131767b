"""What a package holds and does not show: hidden and deleted text, sheets, rows, columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.intake.originals.office import xml
from generator.values.text import shown

_RUN = re.compile(r"<(?:\w{1,9}:)?r(?:\s[^<>]*)?>")
_RUN_END = re.compile(r"</(?:\w{1,9}:)?r>")
_WORDS = re.compile(r"<(?:\w{1,9}:)?(?:t|delText)(?:\s[^<>]*)?>[^<]")
_VANISH = re.compile(r"<(?:\w{1,9}:)?vanish(?:[\s/][^<>]*)?>")
_OFF = re.compile(r"""val=["'](?:0|false|off)["']""")
_STYLE_USED = re.compile(r"""<(?:\w{1,9}:)?[rp]Style\s[^<>]*?val=["']([^"'<>]*)""")
_DELETED = re.compile(r"<(?:\w{1,9}:)?(?:delText|delInstrText|moveFrom)[\s/>]")
_STYLE = re.compile(r"<(?:\w{1,9}:)?style\s")
_DEFAULTS = re.compile(r"<(?:\w{1,9}:)?rPrDefault[\s>]")
_DEFAULTS_END = re.compile(r"</(?:\w{1,9}:)?rPrDefault>")
_BASE = re.compile(r"""<(?:\w{1,9}:)?basedOn\s[^<>]*?val=["']([^"'<>]*)""")
_IS_DEFAULT = re.compile(r"""^[^<>]*default=["'](?:1|true|on)["']""")
_STYLE_NAME = re.compile(r"""styleId=["']([^"'<>]*)""")
_ROW = re.compile(r"<(?:\w{1,9}:)?(row|col)\s([^<>]*)>")
_HIDDEN_ROW = re.compile(
    r"""\bhidden=["'](?:1|true|on)["']|\b(?:ht|width)=["']0(?:\.0{1,9})?["']"""
)
_ROWS_HIDDEN = re.compile(r"""<(?:\w{1,9}:)?sheetFormatPr\s[^<>]*zeroHeight=["'](?:1|true)""")
_INVISIBLE = re.compile(r"""\sVisible=["']false["']""")
_STATES = ("hidden", "veryHidden")
_LINES = {"row": "隐藏的行", "col": "隐藏的列"}


@dataclass(slots=True)
class Hidden:
    """What was met while a package is read."""

    met: dict[str, None] = field(default_factory=dict)
    hiding_styles: set[str] = field(default_factory=set)
    based: dict[str, str] = field(default_factory=dict)
    """The style that each style is based on."""
    used_styles: set[str] = field(default_factory=set)

    def look(self, path: str, text: str, data: bytes) -> None:
        """Look at one part, as text and as it stands in the package."""
        if path.endswith("styles.xml"):
            self._look_at_styles(text)
        elif path.startswith("word/"):
            self.met |= dict.fromkeys(_in_document(text))
            self.used_styles.update(_STYLE_USED.findall(text))
        elif path == "xl/workbook.xml":
            self.met |= dict.fromkeys(_sheets(data))
        elif path.startswith("xl/"):
            self.met |= dict.fromkeys(_lines(text))
        elif _INVISIBLE.search(text):
            self.met["隐藏的文字"] = None

    def _look_at_styles(self, text: str) -> None:
        """A style hides by itself or by the one it is based on; some are used unnamed."""
        for defaults in _DEFAULTS.split(text)[1:]:
            if _hides(_DEFAULTS_END.split(defaults, maxsplit=1)[0]):
                self.met["隐藏的文字"] = None
        for style in _STYLE.split(text)[1:]:
            if not (name := _STYLE_NAME.search(style)):
                continue
            if _hides(style):
                self.hiding_styles.add(name[1])
            if base := _BASE.search(style):
                self.based[name[1]] = base[1]
            if _IS_DEFAULT.search(style):
                self.used_styles.add(name[1])

    @property
    def phrases(self) -> tuple[str, ...]:
        """Each thing once, in the order in which they were met."""
        used = set(self.used_styles)
        while not (above := {self.based[s] for s in used if s in self.based}) <= used:
            used |= above
        styled = not self.hiding_styles.isdisjoint(used)
        return tuple(self.met | ({"隐藏的文字": None} if styled else {}))


def _in_document(text: str) -> Iterator[str]:
    if any(map(_is_hidden_run, _RUN.split(text)[1:] if "vanish" in text else ())):
        yield "隐藏的文字"
    if _DELETED.search(text):
        yield "修订中删去的文字"


def _is_hidden_run(text: str) -> bool:
    """Whether a run that holds words is hidden; that a paragraph's mark is, hides nothing."""
    run = _RUN_END.split(text, maxsplit=1)[0]
    return _WORDS.search(run) is not None and _hides(run)


def _hides(text: str) -> bool:
    return any(not _OFF.search(tag[0]) for tag in _VANISH.finditer(text))


def _sheets(data: bytes) -> Iterator[str]:
    for name, attributes in xml.elements(data):
        if name == "sheet" and attributes.get("state") in _STATES:
            yield f"隐藏的工作表「{shown(attributes.get('name', ''))}」"


def _lines(text: str) -> Iterator[str]:
    found = {row[1] for row in _ROW.finditer(text) if _HIDDEN_ROW.search(row[2])}
    if _ROWS_HIDDEN.search(text):
        found.add("row")
    yield from (phrase for kind, phrase in _LINES.items() if kind in found)
