"""All texts of a record in one, so that a pattern is looked for in one pass.

What is searched is folded to half width, sign for sign: a place in it is the same place in the text
as it was typed, which messages quote.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from generator.audit.dossier.rows import Text
from generator.privacy.closing import closed
from generator.source import At
from generator.values.sentences import sentences
from generator.values.text import half_width
from generator.values.told_money import SIGN, Told, told_money


class Passage:
    """One text as rules search it; what several of them read in it is read once."""

    def __init__(self, text: Text, plain: str) -> None:
        self.path: At = text.path
        self.typed = text.text
        self.plain = plain

    def quoted(self, match: re.Match[str]) -> str:
        """What a pattern found in `plain`, as it was typed."""
        return self.typed[match.start() : match.end()]

    @cached_property
    def sentences(self) -> Sequence[str]:
        return sentences(self.plain)

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
        self.plain = plain

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where each text begins."""
        return tuple(accumulate((len(text.text) + 1 for text in self._texts), initial=0))

    def closed(self) -> "Prose":
        """The same closed up."""
        typed = joined(self._texts)
        whole = closed(typed)
        if whole.places is None:
            return Prose(self._texts, whole.text)
        texts = [text._replace(text=closed(text.text).text) for text in self._texts]
        return Prose(texts, joined(texts))

    def holding(self, pattern: re.Pattern[str]) -> Iterator[Passage]:
        """The texts that a match touches."""
        following = 0
        for match in pattern.finditer(self.plain):
            first = bisect_right(self._starts, match.start()) - 1
            end = bisect_right(self._starts, max(match.start(), match.end() - 1))
            for place in range(max(first, following), end):
                yield self._passage(place)
            following = max(following, end)

    @cached_property
    def of_money(self) -> Sequence[Passage]:
        """The texts that tell any sum of money, or at least its unit."""
        found: list[Passage] = []
        at = self.plain.find(SIGN)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            found.append(self._passage(place))
            at = self.plain.find(SIGN, self._starts[place + 1])
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
