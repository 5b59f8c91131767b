"""What the rules of a site can look at, worked out once for all documents of one shape.

A shape is which of the needs a document meets, and which rules its kind leaves out: a site has
some dozens of them, however many records it has.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.audit.base import BatchCheck, BesideCheck, Rule
from generator.audit.coverage import Checked, Extent, checked
from generator.audit.manual import name_of
from generator.audit.needs import Need
from generator.audit.subject import Subject


class Plan(NamedTuple):
    """What rules can look at in documents of one shape."""

    asked: Sequence[Rule]
    """The rules over one document that are to be asked."""
    rules: Sequence[Checked]
    """How far each rule over one document can look, in the order in which they run."""
    of_several: Sequence[Checked]
    """The same of the rules that look at more than one document."""


class Plans:
    """The plans for every shape that has come up; of very many shapes the last ones."""

    def __init__(
        self, rules: Sequence[Rule], of_several: Sequence[BesideCheck | BatchCheck]
    ) -> None:
        self._rules = rules
        self._of_several = of_several
        named = (*(rule.needs for rule in rules), *(check.NEEDS for check in of_several))
        self._needs = tuple(dict.fromkeys(need for needs in named for need in needs))
        self._for_shape = lru_cache(_MOST)(self._worked_out)

    def of(self, subject: Subject) -> Plan:
        """The plan for a document or an item."""
        met = tuple([need.is_met(subject) for need in self._needs])
        return self._for_shape(subject.kind.unchecked, met)

    def _worked_out(self, unchecked: tuple[str, ...], met: tuple[bool, ...]) -> Plan:
        known = dict(zip(self._needs, met, strict=True))
        rules = tuple(_far(rule.name, rule.needs, unchecked, known) for rule in self._rules)
        asked = (r for r, can in zip(self._rules, rules, strict=True) if can.extent is Extent.FULL)
        of_several = (_far(name_of(c), c.NEEDS, unchecked, known) for c in self._of_several)
        return Plan(tuple(asked), rules, tuple(of_several))


_MOST = 1024
"""Shapes that are kept: what comes up once only may be worked out anew."""


def _far(
    name: str, needs: Iterable[Need], unchecked: Container[str], met: Mapping[Need, bool]
) -> Checked:
    """How far a rule can look, and what is missing where it cannot."""
    unmet = [need for need in needs if not met[need]]
    if name in unchecked or any(need.of_form for need in unmet):
        return checked(name, Extent.UNFIT)
    missing = tuple(need.label for need in unmet)
    return checked(name, Extent.LACKING, missing) if missing else checked(name, Extent.FULL)
