"""A document whose places are found when the first of them is asked for."""

from collections.abc import Callable, Mapping
from functools import cache

from generator.source.decoding import decode
from generator.source.document import Document, Plain, digest_of
from generator.source.faults import Fault
from generator.source.places import Places
from generator.source.sweep import sweep


class LateDocument(Document):
    """What was read without its places: most files of a folder are never asked for one.

    The bytes are kept, and read once more, the careful way, when somebody does.
    """

    __slots__ = ("_decoded", "_held", "_placed")
    _decoded: Callable[[], str]
    _placed: Callable[[], Document]
    _held: dict[str, Plain] | None

    def __init__(
        self,
        path: str,
        decoded: Callable[[], str],
        placed: Callable[[], Document],
        held: dict[str, Plain] | None,
    ) -> None:
        own = (("path", path), ("_decoded", decoded), ("_placed", placed), ("_held", held))
        for name, value in own:
            object.__setattr__(self, name, value)

    @property
    def data(self) -> dict[str, Plain]:
        return self._placed().data if self._held is None else self._held

    @property
    def places(self) -> Places:
        return self._placed().places

    @property
    def slips_within(self) -> Mapping[int, tuple[Fault, ...]]:
        return self._placed().slips_within

    @property
    def text(self) -> str:
        return self._placed().text

    @property
    def digest(self) -> str:
        return digest_of(text) if (text := self._decoded()) else ""

    @property
    def at_rest(self) -> Document:
        return LateDocument(self.path, self._decoded, self._placed, None)


def late(content: bytes, path: str, data: dict[str, Plain]) -> LateDocument:
    """The document of a file that the careful way reads as the same data, and says nothing of."""

    def decoded() -> str:
        return decode(content, path)[0] or ""

    @cache
    def placed() -> Document:
        return sweep(decoded(), path).document or Document(path, data={})

    return LateDocument(path, decoded, placed, data)
