"""A phrase grammar: patterns with slots, filled from what is known and from lists of words.

`{镇}` stands for a word: first from the scene, then from an inventor of names, then from the
lists, whose entries are patterns themselves. `{上|中|下}` is one of these, `{3~12}` a number.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

from generator.demo.dice import Dice
from generator.demo.lexicon import Words

_PATIENCE = 6
_CLAUSE = re.compile(r"[^，。；：！？]{14,}")
_SLOT = re.compile(r"\{([^{}]*)\}")

Inventors = Mapping[str, Callable[[Dice], str]]


@cache
def _parts(pattern: str) -> tuple[str, ...]:
    """Literal text and slots in turn; the first part is literal."""
    return tuple(_SLOT.split(pattern))


class Voice:
    """Who speaks: one stream of chance, a scene, and the words of a sector."""

    def __init__(
        self, dice: Dice, scene: Mapping[str, str], words: Sequence[Words], inventors: Inventors
    ) -> None:
        self.dice, self._words, self._inventors = dice, words, inventors
        self.scene = dict(scene)
        self._said: set[str] = set()

    def say(self, pattern: str, **scene: str) -> str:
        """The pattern with its slots filled; what is given here goes before the scene."""
        parts = _parts(pattern)
        if len(parts) == 1:
            return pattern
        said = list(parts)
        for n in range(1, len(parts), 2):
            said[n] = scene[parts[n]] if parts[n] in scene else self._fill(parts[n], scene)
        return "".join(said)

    def word(self, name: str) -> str:
        """One entry of a list, said."""
        return self._fill(name, {})

    def fresh(self, name: str, **scene: str) -> str:
        """An entry of a list, said, with no long clause that was said before."""
        return self.anew(lambda: self.say(self.dice.pick(self.patterns(name)), **scene))

    def several(self, name: str, number: int) -> list[str]:
        """Different entries of a list, said."""
        patterns = self.dice.sample(self.patterns(name), number)
        return [self.anew(partial(self.say, pattern)) for pattern in patterns]

    def anew(self, saying: Callable[[], str]) -> str:
        """Say something until no long clause of it was said before, or patience ends."""
        for _ in range(_PATIENCE):
            text = saying()
            clauses = _CLAUSE.findall(text)
            if self._said.isdisjoint(clauses):
                break
        self._said.update(clauses)
        return text

    def _fill(self, slot: str, scene: Mapping[str, str]) -> str:
        if slot in self.scene:
            return self.scene[slot]
        if "|" in slot:
            return self.dice.pick(slot.split("|"))
        if "~" in slot:
            low, high = slot.split("~")
            return str(self.dice.between(int(low), int(high)))
        if slot in self._inventors:
            return self._inventors[slot](self.dice)
        return self.say(self.dice.pick(self.patterns(slot)), **scene)

    def patterns(self, name: str) -> Sequence[str]:
        """A list of words as it is, its slots still open."""
        for words in self._words:
            if name in words:
                return words[name]
        raise KeyError(name)
