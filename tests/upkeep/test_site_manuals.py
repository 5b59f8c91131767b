"""What the manuals of a site tell is there: commands, options, files, other pages."""

import re
from pathlib import Path

import click
import pytest
from helpers import commands, showcase

from generator.scaffold.site import TEMPLATES

DOCS = showcase.ROOT / "docs"
MANUALS = [
    *(DOCS / f"{name}.md" for name in ("start", "publish", "upgrade")),
    TEMPLATES / "README.md",
]
COMMANDS = dict(commands.commands())
OF_THE_SITE = frozenset({("preview",), ("publish",)})
"""What run.py does by itself."""
CALLED = re.compile(r"(?:gongkai|-m generator|run\.py) ((?:[a-z]+ ?)+)([^`\n]*)")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#([^)]+))?\)")
NOT_OF_A_SITE = frozenset({".venv", "site", "Dockerfile"})


def called(text: str) -> list[tuple[tuple[str, ...], list[str]]]:
    """Commands as words, each with its options."""
    return [
        (tuple(words.split()), re.findall(r"(?<!\S)--[a-z-]+", rest))
        for words, rest in CALLED.findall(text)
    ]


@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.name)
def test_every_command_and_option_is_there(manual: Path) -> None:
    found = called(manual.read_text(encoding="utf-8"))
    assert found
    for words, options in found:
        known = next((COMMANDS[w] for n in (2, 1) if (w := words[:n]) in COMMANDS), None)
        assert known is not None or words in OF_THE_SITE, words
        if isinstance(known, click.Command):
            taken = {name for param in known.params for name in param.opts}
            assert set(options) <= taken, (words, options)


@pytest.mark.parametrize("manual", MANUALS[:3], ids=lambda path: path.name)
def test_every_page_and_heading_that_is_linked_is_there(manual: Path) -> None:
    for place, heading in LINK.findall(manual.read_text(encoding="utf-8")):
        target = manual.parent / place
        assert target.is_file(), place
        headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
        assert not heading or heading in {title.lower().replace(" ", "-") for title in headings}


def test_each_manual_is_linked_from_the_first_page() -> None:
    text = (showcase.ROOT / "README.md").read_text(encoding="utf-8")
    for manual in MANUALS[:3]:
        assert f"](docs/{manual.name})" in text


@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.name)
def test_every_file_of_a_site_that_is_named_is_there(manual: Path) -> None:
    text = manual.read_text(encoding="utf-8")
    named = re.findall(r"`(\.?[a-z][\w.-]*(?:\.(?:cmd|py|txt|yml|json))|\.?[a-z][\w-]*/)`", text)
    laid_out = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*")}
    there = {name.replace("dot-", ".", 1) for name in laid_out}
    made = {".gongkai.json", "schema", "wheels"}
    for name in named:
        assert any(
            path == name.rstrip("/") or path.endswith(f"/{name}") for path in there | made
        ), name
