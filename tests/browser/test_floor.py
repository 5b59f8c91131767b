"""What the oldest browser that the site promises to run in lacks, styles and scripts lack too."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from helpers.tables import valued

from generator.pages.theme import THEME

TABLE: Mapping[str, list[dict[str, str]]] = valued(Path(__file__).parent / "floor.yml")
FLOOR = 86
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
OF_CONTAINERS = re.compile(r"\d(?:cqi|cqw|cqh|cqb)\b")
"""Units of containers (105): a plain value of the same property must stand above."""


def sources(ending: str) -> Iterator[tuple[str, str]]:
    """Files by their places in the theme, without comments."""
    for file in sorted(THEME.rglob(f"*{ending}")):
        text = file.read_text(encoding="utf-8")
        yield file.relative_to(THEME).as_posix(), COMMENT.sub(blank, text)


def blank(match: re.Match[str]) -> str:
    """As many lines, and nothing in them."""
    return "\n" * match[0].count("\n")


def without_supports(styles: str) -> str:
    """Styles without the blocks that say themselves what a browser must have for them."""
    kept, rest = "", styles
    while (start := rest.find("@supports")) >= 0:
        end, depth = rest.index("{", start) + 1, 1
        while depth:
            depth += {"{": 1, "}": -1}.get(rest[end], 0)
            end += 1
        kept += rest[:start] + "\n" * rest.count("\n", start, end)
        rest = rest[end:]
    return kept + rest


def found(kind: str, text: str) -> list[str]:
    """What the floor lacks, with the line and what to write in its place."""
    return [
        f"line {text.count(chr(10), 0, hit.start()) + 1}: {hit[0].strip()} needs {lack['since']},"
        f" write {lack['instead']}"
        for lack in TABLE[kind]
        for hit in re.finditer(lack["pattern"], text)
    ]


@pytest.mark.parametrize("kind", TABLE)
def test_each_pattern_finds_what_it_is_for(kind: str) -> None:
    for lack in TABLE[kind]:
        assert int(lack["since"]) > FLOOR
        assert re.search(lack["pattern"], lack["like"]), lack


def test_what_says_its_needs_is_left_alone_and_nothing_else() -> None:
    styles = "a:has(b) {}\n@supports selector(:has(*)) {\n  a:has(b) { c: d; }\n}\ne:is(f) {}\n"
    assert [line.partition(" needs")[0] for line in found("styles", without_supports(styles))] == [
        "line 5: :is(", "line 1: :has(",
    ]  # fmt: skip


def test_styles_keep_to_the_floor() -> None:
    faults = {name: found("styles", without_supports(text)) for name, text in sources(".css")}
    assert len(faults) > 10
    assert {name: lines for name, lines in faults.items() if lines} == {}


def test_units_of_containers_stand_below_a_plain_value() -> None:
    lines = [line for _, text in sources(".css") for line in text.splitlines()]
    used = 0
    for above, line in pairwise(lines):
        if OF_CONTAINERS.search(line):
            used += 1
            name = line.partition(":")[0]
            assert above.startswith(f"{name}:"), line
            assert not OF_CONTAINERS.search(above), above
    assert used


def test_scripts_keep_to_the_floor() -> None:
    faults = {name: found("scripts", text) for name, text in sources(".js")}
    assert len(faults) > 5
    assert {name: lines for name, lines in faults.items() if lines} == {}
