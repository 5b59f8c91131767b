"""A pattern that is compiled late is the same pattern."""

import re

import pytest

from generator.values.lazily import Lazy, lazily


def test_it_is_compiled_when_it_is_asked_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []
    real = re.compile

    def counted(pattern: str, flags: int) -> re.Pattern[str]:
        compiled.append(pattern)
        return real(pattern, flags)

    monkeypatch.setattr(re, "compile", counted)
    digits = lazily(r"[0-9]+")
    assert digits.pattern == "[0-9]+"
    assert not compiled
    assert digits.findall("1甲22") == ["1", "22"]
    assert digits.sub("", "1甲22") == "甲"
    assert compiled == ["[0-9]+"]


def test_every_method_is_that_of_the_pattern() -> None:
    late, early = lazily("(甲)|b", re.IGNORECASE), re.compile("(甲)|b", re.IGNORECASE)
    for ask in ("search", "match", "fullmatch", "findall", "split"):
        found, same = (getattr(pattern, ask)("B甲") for pattern in (late, early))
        assert str(found) == str(same)
    assert [one.span() for one in late.finditer("B甲")] == [(0, 1), (1, 2)]
    assert late.subn("", "B甲c") == ("c", 2)


def test_what_is_none_is_an_error() -> None:
    with pytest.raises(re.error):
        lazily("(").search("")
    with pytest.raises(AttributeError):
        _ = lazily("甲").scanner  # type: ignore[attr-defined]
    assert Lazy("甲", 0).compiled == re.compile("甲")
