"""All texts of a record in one, so that a pattern is looked for in one pass.

What is searched is folded to half width, sign for sign: a place in it is the same place in the text
as it was typed, which messages quote.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from generator.audit.dossier.quantities import Quantity, quantities
from generator.audit.dossier.rows import Text
from generator.audit.dossier.sought import Sought
from generator.privacy.closing import closed, closed_folded
from generator.source import At
from generator.values.lazily import lazily
from generator.values.sentences import sentences
from generator.values.text import half_width
from generator.values.told_money import SIGN, Told, told_money

_DIGIT = lazily("[0-9０-９]")


class Passage:
    """One text as rules search it; what several of them read in it is read once."""

    def __init__(self, text: Text, plain: str) -> None:
        self.path: At = text.path
        self.typed = text.text
        self.plain = plain

    def quoted(self, match: re.Match[str]) -> str:
        """What a pattern found in `plain`, as it was typed."""
        return self.typed[match.start() : match.end()]

    def as_typed(self, part: str) -> str:
        """A part of `plain`, the first there is, as it was typed."""
        start = self.plain.find(part)
        return self.typed[start : start + len(part)]

    @cached_property
    def sentences(self) -> Sequence[str]:
        return sentences(self.plain)

    @property
    def quantities(self) -> Sequence[Quantity]:
        return quantities(self.plain)

    @cached_property
    def told(self) -> Sequence[tuple[str, Sequence[Told]]]:
        """The sentences that tell sums of money, each with its sums and their places in it."""
        found = ((sentence, told_money(sentence)) for sentence in self.sentences)
        return tuple((sentence, told) for sentence, told in found if told)


class Prose:
    """Texts with a line end after each."""

    def __init__(self, texts: Sequence[Text], plain: str) -> None:
        """`plain` is all of them as they are searched, each as long as it was typed."""
        self._texts = texts
        self._passages: dict[int, Passage] = {}
        self._holding_sign: dict[str, Sequence[Passage]] = {}
        self._within: dict[frozenset[str], Sequence[Passage]] = {}
        self._with_figures: dict[frozenset[str], Sequence[Passage]] = {}
        self.plain = plain

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where each text begins."""
        return tuple(accumulate([len(text.text) + 1 for text in self._texts], initial=0))

    def closed(self) -> "Prose":
        """The same closed up; mostly there is nothing to close."""
        whole = closed_folded(self.plain)
        if whole.text == self.plain:
            return self
        if whole.places is None:
            return Prose(self._texts, whole.text)
        texts = [text._replace(text=closed(text.text).text) for text in self._texts]
        return Prose(texts, joined(texts))

    def holding(self, sought: re.Pattern[str] | Sought) -> Iterator[Passage]:
        """The texts that a match touches."""
        pattern = sought.pattern if isinstance(sought, Sought) else sought
        if isinstance(sought, Sought) and not sought.hint.search(self.plain):
            return
        starts, following = self._starts, 0
        for match in pattern.finditer(self.plain):
            start, end = match.span()
            first = bisect_right(starts, start) - 1
            # Most matches are within one text.
            behind = first + 1 if end <= starts[first + 1] else bisect_right(starts, end - 1)
            for place in range(max(first, following), behind):
                yield self._passage(place)
            following = behind

    def with_sign(self, sign: str) -> Sequence[Passage]:
        """The texts that hold a sign or word, half-width."""
        found = self._holding_sign.get(sign)
        if found is None:
            found = self._holding_sign[sign] = self._with(sign)
        return found

    @property
    def of_money(self) -> Sequence[Passage]:
        """The texts that tell any sum of money, or at least its unit."""
        return self.with_sign(SIGN)

    def within(self, parts: frozenset[str]) -> Sequence[Passage]:
        """The texts in any of these parts of the item: most of it are cells, and no prose."""
        found = self._within.get(parts)
        if found is None:
            places = sorted(n for part in parts for n in self._places.get(part, ()))
            found = self._within[parts] = [self._passage(n) for n in places]
        return found

    @cached_property
    def _places(self) -> Mapping[str | int, Sequence[int]]:
        """Which texts stand in each part of the item."""
        found: dict[str | int, list[int]] = {}
        for n, text in enumerate(self._texts):
            found.setdefault(text.path[0], []).append(n)
        return found

    def with_figures(self, fields: frozenset[str]) -> Sequence[Passage]:
        """The texts in any of these fields that hold a digit: most digits stand in cells."""
        found = self._with_figures.get(fields)
        if found is None:
            found = self._with_figures[fields] = [
                self._passage(n)
                for n, text in enumerate(self._texts)
                if not fields.isdisjoint(text.path) and _DIGIT.search(text.text)
            ]
        return found

    def _with(self, sign: str) -> Sequence[Passage]:
        """The same, from one text straight to the next."""
        found: list[Passage] = []
        at = self.plain.find(sign)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            found.append(self._passage(place))
            at = self.plain.find(sign, self._starts[place + 1])
        return found

    def _passage(self, place: int) -> Passage:
        passage = self._passages.get(place)
        if passage is None:
            start, end = self._starts[place], self._starts[place + 1] - 1
            passage = Passage(self._texts[place], self.plain[start:end])
            self._passages[place] = passage
        return passage


def prose_of(texts: Sequence[Text]) -> Prose:
    """Texts folded to half width."""
    return Prose(texts, half_width(joined(texts)))


def joined(texts: Sequence[Text]) -> str:
    """Texts in one, a line end between them."""
    return "\n".join([text.text for text in texts])
