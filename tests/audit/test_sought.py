"""No hint hides what its pattern would find."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.audit import rules
from generator.audit.dossier.prose import prose_of
from generator.audit.dossier.rows import Text
from generator.audit.dossier.sought import Sought


def _sought() -> Iterator[tuple[str, Sought]]:
    for module in pkgutil.iter_modules(rules.__path__):
        held = vars(importlib.import_module(f"{rules.__name__}.{module.name}"))
        for value in held.values():
            if isinstance(value, Sought):
                yield module.name, value


SOUGHT = [pytest.param(sought, id=name) for name, sought in _sought()]


@pytest.mark.parametrize("sought", SOUGHT)
@settings(max_examples=60)
@given(st.data())
def test_a_text_that_a_pattern_finds_has_its_hint(sought: Sought, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(sought.pattern))
    found = sought.pattern.search(text)
    assert found is not None
    assert sought.hint.search(found[0])
    assert [one.typed for one in prose_of([Text((), text)]).holding(sought)] == [text]


def test_hints_are_in_use() -> None:
    assert len(SOUGHT) >= 2
