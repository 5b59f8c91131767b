"""Compiled templates hold for one text and one version of what compiles them."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.pages.templating import compiled


@pytest.fixture
def compiling(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[object]:
    """The names of templates that are compiled, in a system folder of this test's own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    names: list[object] = []
    compile_it = Environment.compile

    def noted(self: Environment, *given: Any, **named: Any) -> Any:
        names.append(given[1])
        return compile_it(self, *given, **named)

    monkeypatch.setattr(Environment, "compile", noted)
    return names


def rendered(folder: Path, version: str) -> str:
    cache = compiled(version)
    assert cache is not None
    env = Environment(loader=FileSystemLoader(folder), bytecode_cache=cache, autoescape=True)
    return env.get_template("page").render()


def test_a_template_is_compiled_once_for_its_text_and_version(
    tmp_path: Path, compiling: list[object]
) -> None:
    page = tmp_path / "page"
    page.write_text("甲", encoding="utf-8")
    assert [rendered(tmp_path, "1"), rendered(tmp_path, "1")] == ["甲", "甲"]
    assert compiling == ["page"]
    assert rendered(tmp_path, "2") == "甲"
    assert compiling == ["page"] * 2
    page.write_text("乙", encoding="utf-8")
    assert rendered(tmp_path, "2") == "乙"
    assert compiling == ["page"] * 3


def test_what_cannot_be_kept_is_compiled_each_time(
    tmp_path: Path, compiling: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    (tmp_path / "page").write_text("甲", encoding="utf-8")
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refused)
    assert [rendered(tmp_path, "1"), rendered(tmp_path, "1")] == ["甲", "甲"]
    assert compiling == ["page"] * 2
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "page"))
    assert compiled("1") is None
