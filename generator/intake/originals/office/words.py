"""The text of a Word document as it is seen: run by run, without what is hidden or deleted."""

from dataclasses import dataclass, field

from generator.intake.originals.office import xml
from generator.intake.originals.office.xml import Attributes

_PASSED_OVER = frozenset(
    {"del", "moveFrom", "Fallback", "rPrChange", "pPrChange", "comment", "object"}
)
_OFF = ("0", "false", "off")
_WHITE = frozenset({"FFFFFF", "WHITE"})
_GROUND = ("background1", "light1")
_DEEPEST = 20
"""Styles that are based on one another."""
_SMALLEST = 4
"""Half points."""
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_UNSHOWN = ("visibility:hidden", "display:none")


@dataclass(slots=True)
class _Run:
    said: list[str] = field(default_factory=list)
    is_hidden: bool = False


@dataclass(slots=True)
class _Reader:
    """One part while it is read."""

    hiding: frozenset[str]
    said: list[str] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)
    hidden_paragraphs: list[bool] = field(default_factory=list)
    passed_over: int = 0
    """How deep the element lies that is passed over; 0 where none is."""

    def begin(self, name: str, attributes: Attributes) -> None:
        self.within.append(name)
        if self.passed_over:
            return
        if name in _PASSED_OVER or _is_unshown(attributes):
            self.passed_over = len(self.within)
        elif name == "docPr" and _is_on(attributes.get("hidden", "0")):
            self._pass_over("drawing")
        elif name == "hidden" and "trPr" in self.within and _is_on(_value(attributes)):
            self._pass_over("tr")
        elif name == "p":
            self.hidden_paragraphs.append(False)
        elif name == "r":
            self.runs.append(_Run())
        elif name == "pStyle" and self.hidden_paragraphs:
            self.hidden_paragraphs[-1] |= _value(attributes) in self.hiding
        elif self.runs:
            self._in_run(name, attributes)

    def _in_run(self, name: str, attributes: Attributes) -> None:
        run = self.runs[-1]
        if self.within[-3:-1] == ["r", "rPr"]:
            styled = name == "rStyle" and _value(attributes) in self.hiding
            run.is_hidden |= styled or hides(name, attributes)
        elif name in _BREAKS:
            run.said.append(_BREAKS[name])

    def end(self, name: str) -> None:
        depth = len(self.within)
        self.within.pop()
        if self.passed_over:
            self.passed_over = 0 if depth == self.passed_over else self.passed_over
            return
        if name == "r" and self.runs:
            run = self.runs.pop()
            if not run.is_hidden and not any(self.hidden_paragraphs[-1:]):
                self._put("".join(run.said))
        elif name == "p" and self.hidden_paragraphs:
            self.hidden_paragraphs.pop()
            self._put("　" if "tc" in self.within else "\n")
        elif name == "tr":
            self._put("\n")

    def text(self, said: str) -> None:
        if not self.passed_over and self.runs and self.within[-1:] == ["t"]:
            self.runs[-1].said.append(said)

    def _put(self, said: str) -> None:
        """A text box stands within a run of the text around it."""
        (self.runs[-1].said if self.runs else self.said).append(said)

    def _pass_over(self, name: str) -> None:
        places = [place for place, one in enumerate(self.within, 1) if one == name]
        self.passed_over = places[-1] if places else 1


def words(data: bytes, hiding: frozenset[str]) -> str:
    """What is seen of a part, where these styles hide; empty where it is not well formed."""
    reader = _Reader(hiding)
    return "".join(reader.said) if xml.followed(data, reader) else ""


def hiding_styles(data: bytes) -> frozenset[str] | None:
    """The styles that hide what is set in them; None where what has no style is hidden too."""
    own: set[str] = set()
    based: dict[str, str] = {}
    usual, name, within = False, "", ""
    unnamed: set[str] = set()
    for element, attributes in xml.plain_elements(data):
        if element == "style":
            name = attributes.get("styleId", "")
            if _is_on(attributes.get("default", "0")):
                unnamed.add(name)
        elif element == "basedOn":
            based[name] = _value(attributes)
        within = element if element in {"docDefaults", "style", "tblStylePr"} else within
        if hides(element, attributes):
            usual |= within == "docDefaults"
            if within == "style":  # what a table's style says of its head is no matter of signs
                own.add(name)
    hiding = set(own)
    for _ in range(_DEEPEST):
        hiding |= {one for one, base in based.items() if base in hiding}
    return None if usual or hiding & unnamed else frozenset(hiding)


def hides(name: str, attributes: Attributes) -> bool:
    """Whether a property of signs hides them: by its word, in white, in no size."""
    match name:
        case "vanish" | "specVanish":
            return _is_on(_value(attributes))
        case "color":
            ground = attributes.get("themeColor", attributes.get("theme", "")) in _GROUND
            return ground or _value(attributes).upper() in _WHITE
        case "sz":
            size = _value(attributes)
            return size.isdecimal() and int(size) <= _SMALLEST
    return False


def _value(attributes: Attributes) -> str:
    return attributes.get("val", "1")


def _is_on(value: str) -> bool:
    return value not in _OFF


def _is_unshown(attributes: Attributes) -> bool:
    style = attributes.get("style", "").replace(" ", "")
    return any(sign in style for sign in _UNSHOWN)
