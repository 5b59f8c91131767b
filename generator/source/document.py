"""What was read: plain data, and the place of every value and key in its file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeAlias

from generator.diagnostics import Diagnostic, Fix, Location
from generator.source.faults import Fault
from generator.source.mark import Mark
from generator.source.places import Places
from generator.source.spelling import scalar
from generator.source.typed_pieces import piece_at

Plain: TypeAlias = "str | dict[str, Plain] | list[Plain] | None"
"""Data as YAML holds it when nothing is guessed: every scalar is text, an empty one is None."""

At: TypeAlias = tuple[str | int, ...]
"""Way from the root to a value: keys as typed, list positions from 0."""


def digest_of(text: str) -> str:
    """SHA-256 of a text in UTF-8, as the tools of every system work it out."""
    return sha256(text.encode(errors="replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Document:
    """One content file: its data, and where in the file each part stands."""

    path: str
    """Relative to the project, with forward slashes."""
    data: dict[str, Plain]
    places: Places = field(default_factory=Places, repr=False)
    slips_within: Mapping[int, tuple[Fault, ...]] = field(default_factory=dict, repr=False)
    """Slips in texts of several lines, which are prose wherever a text may stand."""
    text: str = field(default="", repr=False, compare=False)
    """The file as it was decoded, with LF line ends; empty for data that stand in no file."""

    @property
    def digest(self) -> str:
        """SHA-256 of the file, in UTF-8 with LF line ends; empty for data that stand in no file."""
        return digest_of(self.text) if self.text else ""

    @property
    def at_rest(self) -> "Document":
        """The same for whoever keeps it and seldom asks: it may hold less, and read again."""
        return self

    def slips(self, at: At) -> tuple[tuple[Fault, str], ...]:
        """What is wrong with the lines of a text where no text may stand, each with its line."""
        number, whole = self._found(at)
        slips = self.slips_within.get(number, ()) if whole else ()
        lines = self.text.split("\n") if slips else ()
        return tuple((slip, lines[slip.mark.line - 1]) for slip in slips)

    def location(self, at: At) -> Location:
        """Place of the value, or of its nearest ancestor that the file has."""
        number, _ = self._found(at)
        return Location(self.path, *self.places.value(number))

    def key_location(self, at: At) -> Location:
        """Place of the key of the value; without a key, the same as `location`."""
        number, whole = self._found(at)
        key = self.places.key(number) if whole else None
        return Location(self.path, *key) if key else self.location(at)

    def fix(self, at: At, meant: str | None, *, is_sure: bool = True) -> Fix | None:
        """What makes a text of the file another; nothing where it is None.

        None where it stands on several lines, or in no file.
        """
        number, whole = self._found(at)
        return self._fix(self.places.value(number), meant, is_sure) if whole else None

    def key_fix(self, at: At, meant: str, *, is_sure: bool = True) -> Fix | None:
        """The same of the key of a value."""
        number, whole = self._found(at)
        key = self.places.key(number) if whole else None
        return self._fix(key, meant, is_sure) if key else None

    def raw_fix(self, at: At, meant: str, *, is_sure: bool = True) -> Fix | None:
        """The same for what is YAML itself, such as a list in brackets."""
        number, whole = self._found(at)
        piece = piece_at(self.text, self.places.value(number)) if whole else None
        if piece is None or ("\n" in meant and piece.in_brackets):
            return None
        return piece.replaced(meant, is_sure=is_sure)

    def is_in_brackets(self, at: At) -> bool:
        """Whether a text stands on one line in brackets, without quotes of its own."""
        number, whole = self._found(at)
        piece = piece_at(self.text, self.places.value(number)) if whole else None
        return piece is not None and piece.in_brackets and not piece.is_quoted

    def _fix(self, mark: Mark, meant: str | None, is_sure: bool) -> Fix | None:  # noqa: FBT001
        piece = piece_at(self.text, mark)
        if piece is None:
            return None
        spelt = "" if meant is None else scalar(meant, in_brackets=piece.in_brackets)
        return piece.replaced(spelt, is_sure=is_sure)

    def _found(self, at: At) -> tuple[int, bool]:
        """The number of the value as deep as the file has it, and whether that is all of `at`."""
        here: Plain = self.data
        number = 0
        for part in at:
            match here:
                case dict() if part in here:
                    position = next(n for n, key in enumerate(here) if key == part)
                    here = here[str(part)]
                case list() if isinstance(part, int) and part < len(here):
                    position, here = part, here[part]
                case _:
                    return number, False
            number = self.places.child(number, position)
        return number, True


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one file gave.

    The document is None when nothing more can be learnt from the file. It is there beside errors
    that concern one value only, so that the model may add its findings to the same run; a file
    with an error is never fit to publish.
    """

    document: Document | None
    diagnostics: tuple[Diagnostic, ...]
    mended: Document | None = None
    """Beside slips that are all mended: what was probably meant, to look for further slips in."""
    text: str = field(default="", repr=False)
    """The file as it was decoded, where its document is None and may be another after mends."""


def dotted(at: At) -> str:
    """Join a way as messages show it: `资金.明细.0.支出`."""
    return ".".join(map(str, at))


def undotted(text: str) -> At:
    """Part what `dotted` joined: `资金.明细.0` is `("资金", "明细", 0)`."""
    return tuple(int(p) if p.isascii() and p.isdigit() else p for p in text.split("."))
