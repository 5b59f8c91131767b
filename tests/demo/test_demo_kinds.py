"""Every rule has a fault that can be planted, or a reason why the demo has no room for one."""

import pytest

from generator.audit.rulebook import BUILT_IN
from generator.demo.faults import KINDS, UNPLANTED, FaultKind

RULES = {*BUILT_IN.names}


def test_every_rule_is_planted_or_has_its_reason() -> None:
    planted = {kind.rule for kind in KINDS}
    assert planted | set(UNPLANTED) == RULES
    assert planted.isdisjoint(UNPLANTED)
    assert all(UNPLANTED.values())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.rule)
def test_a_kind_changes_one_thing_in_one_way(kind: FaultKind) -> None:
    assert sum(way is not None for way in (kind.facts, kind.paper, kind.two)) == 1
    assert (kind.two is None) == (kind.other is None)
    assert not kind.beside or kind.paper is not None
