"""The rules of a site: those that the program brings, then its own.

Whoever asks for all rules is handed a `Rulebook`: no list of them is global, since each site may
have others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.audit.base import BatchCheck, BesideCheck, Rule
from generator.audit.criteria import PREFIX, rule_of
from generator.audit.manual import manual, name_of
from generator.audit.plans import Plans
from generator.audit.registry import BATCH_CHECKS, BESIDE_CHECKS, CHECKS
from generator.diagnostics.manual import Manual
from generator.diagnostics.reading import READING
from generator.intake.declarations import Declarations
from generator.values.text import half_width, nearest


@dataclass(frozen=True)
class Rulebook:
    """All rules by which the records of a site are checked."""

    checks: tuple[Rule, ...]
    """Over one document or item, in the order in which they run."""
    beside: tuple[BesideCheck, ...] = ()
    """Over a document beside those it has to do with."""
    batch: tuple[BatchCheck, ...] = ()
    """Over all records."""
    is_certain: bool = True
    """Whether all of the site's own could be read."""

    @cached_property
    def named_beside(self) -> Sequence[tuple[str, BesideCheck]]:
        """The rules over a document beside those it has to do with, each behind its name."""
        return tuple((name_of(rule), rule) for rule in self.beside)

    @property
    def of_several(self) -> tuple[BesideCheck | BatchCheck, ...]:
        """All rules that look at more than one document."""
        return (*self.beside, *self.batch)

    @cached_property
    def plans(self) -> Plans:
        """How far each rule can look, by the shape of a document."""
        return Plans(self.checks, self.of_several)

    @property
    def names(self) -> tuple[str, ...]:
        """Of all rules, in the order in which they stand in a `Coverage`."""
        return (*(rule.name for rule in self.checks), *map(name_of, self.of_several))

    @cached_property
    def manuals(self) -> Mapping[str, Manual]:
        """The manual page of every rule of the audit by its name, in the order of the names."""
        pages = (*(rule.page for rule in self.checks), *map(manual, self.of_several))
        return {page.rule: page for page in sorted(pages, key=lambda page: page.rule)}

    @cached_property
    def pages(self) -> Mapping[str, Manual]:
        """The manual page of every rule there is, those of reading first."""
        return {page.rule: page for page in (*READING, *self.manuals.values())}

    @cached_property
    def public(self) -> Mapping[str, Manual]:
        """The manual pages of those rules of the audit that readers of the site hear of."""
        kept = {rule.name for rule in self.checks if not rule.is_public}
        return {name: page for name, page in self.manuals.items() if name not in kept}

    def may_hold(self, name: str) -> bool:
        """Whether a file that cannot be read may declare the rule: whoever names it is not told."""
        return not self.is_certain and name.startswith(PREFIX)

    def meant(self, word: str, *others: str) -> str:
        """The rule, or other word, that was probably meant by one that does not exist, else "".

        A rule may have been meant by its title; blanks within a word are nobody's intention.
        """
        names = {page.title: name for name, page in self.pages.items()}
        names |= {name: name for name in (*self.pages, *others)}
        typed = "".join(half_width(word).split())
        return names.get(typed) or names.get(nearest(typed, names) or "", "")

    def search(self, words: str) -> tuple[Manual, ...]:
        """The rules that are meant by an id or by Chinese words, the closest first.

        Of titles that hold the words the shorter is closer: the words are more of it.
        """
        every, asked = self.pages, words.casefold().split()
        if words in every:
            return (every[words],)
        ranked = sorted(every.values(), key=lambda page: (_rank(page, asked), len(page.title)))
        return tuple(page for page in ranked if _rank(page, asked) < _SILENT)


_SILENT = 4


def _rank(page: Manual, words: Sequence[str]) -> int:
    """How near a page is: words in its name or title, in its summary, anywhere, nowhere."""
    places = (page.title, page.rule, page.summary, " ".join(page.parts.values()))
    return next((n for n in range(len(places)) if _says(" ".join(places[: n + 1]), words)), _SILENT)


def _says(text: str, words: Sequence[str]) -> bool:
    return all(word in text.casefold() for word in words)


BUILT_IN = Rulebook(
    tuple(Rule(manual(check), check.NEEDS, check.check) for check in CHECKS),
    BESIDE_CHECKS,
    BATCH_CHECKS,
)
"""Of a site that has no rules of its own."""


def rulebook(declared: Declarations) -> Rulebook:
    """The rules of a site."""
    own = tuple(map(rule_of, declared.usable_criteria))
    return replace(BUILT_IN, checks=(*BUILT_IN.checks, *own), is_certain=declared.has_all_criteria)
