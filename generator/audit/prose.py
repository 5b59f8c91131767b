"""All texts of a record in one, so that a pattern is looked for in one pass."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from generator.audit.rows import Text
from generator.privacy.closing import closed


class JoinedTexts:
    """Texts with a line end after each."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts = texts

    @cached_property
    def text(self) -> str:
        return "\n".join(text.text for text in self._texts)

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where each text begins."""
        return tuple(accumulate((len(text.text) + 1 for text in self._texts), initial=0))

    def closed(self) -> "JoinedTexts":
        """The same closed up; itself where that changes nothing."""
        if closed(self.text).text == self.text:
            return self
        return JoinedTexts([replace(text, text=closed(text.text).text) for text in self._texts])

    def holding(self, pattern: re.Pattern[str]) -> Iterator[Text]:
        """The texts that a match touches."""
        following = 0
        for match in pattern.finditer(self.text):
            first = bisect_right(self._starts, match.start()) - 1
            end = bisect_right(self._starts, max(match.start(), match.end() - 1))
            yield from self._texts[max(first, following) : end]
            following = max(following, end)
