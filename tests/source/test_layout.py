"""Comments, blank lines and brackets survive: read, written back and read again."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from helpers.thorough import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Severity
from generator.source import At, Layout, Plain, layout_of, read, write

MESSY = Path(__file__).with_name("messy.txt")
TIDY = Path(__file__).with_name("tidy.txt")


def rewritten(text: str) -> str:
    """A text written again from its data and its layout; both must come out as they went in."""
    before = read(text.encode(), "a.yml").document
    assert before is not None
    layout = layout_of(text.encode())
    result = write(before.data, layout)
    after = read(result.encode(), "a.yml")
    assert after.document is not None, result
    assert after.document.data == before.data
    assert layout_of(result.encode()).comments == layout.comments
    return result


def test_every_comment_goes_with_what_it_explains() -> None:
    tidy = TIDY.read_text(encoding="utf-8")
    assert rewritten(MESSY.read_text(encoding="utf-8")) == tidy
    assert rewritten(tidy) == tidy


def test_comments_are_what_stands_outside_the_values() -> None:
    text = "# 头\n甲: 一 # 尾\n乙: '# 不是' #是\n丙: |  # 块\n  # 不是\n丁: [\n  # 里\n]\n#"
    assert layout_of(text.encode()).comments == Counter(
        ["# 头", "# 尾", "#是", "# 块", "# 里", "#"]
    )


def test_a_group_set_off_from_the_head_belongs_to_the_first_key() -> None:
    layout = layout_of("# 头\n\n# 键\n甲: 一\n".encode())
    assert layout.above == {(): ("# 头", ""), ("甲",): ("# 键",)}


def test_a_blank_line_stays_before_an_item_that_holds_nothing() -> None:
    text = "甲:\n  - {}\n\n  - {}\n  - 乙: 一\n\n  - []\n  - 二\n丙: {}\n\n丁: []\n戊: 三\n"
    assert rewritten(text) == text
    below = "甲:\n\n  - {}\n  - {}\n乙: 一\n"
    assert rewritten(below) == "甲:\n  - {}\n  - {}\n乙: 一\n"


PARTS = (
    "a", "甲", "b: ", "c:", "\n", "\n", "\n  ", "\n    ", "- ", "-", "# x", "  # y", " #z", "#",
    "[", "]", "{", "}", ", ", "|", "|+", ">-", '"q # r"', "'s'", "? ", "\n\n", "  ", " t", "---\n",
    "...\n", ":",
)  # fmt: skip
TYPED = st.lists(st.sampled_from(PARTS), max_size=14).map("".join)


@settings(max_examples=examples(1_000))
@given(TYPED.map("k: v\n".__add__) | TYPED)
@example("k: |  # c")
@example("k:\n# c\n  [a]")
@example("- # c\n  b: 1")
@example("? a # c\n")
def test_whatever_was_typed_keeps_its_comments(text: str) -> None:
    reading = read(text.encode(), "a.yml")
    errors = [d for d in reading.diagnostics if d.severity is Severity.ERROR]
    if reading.document is not None and not errors:
        once = rewritten(text)
        assert rewritten(once) == once


WORDS = st.text(st.sampled_from("ab甲#: ,[]{}'\"|>-?\n\t"), max_size=8)
DATA: st.SearchStrategy[Plain] = st.recursive(
    WORDS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
COMMENTS = st.sampled_from(["# a", "#b", "# c: [", "# - x", "## |"])


def paths(data: Plain, at: At = ()) -> list[At]:
    members: Any = ()
    if isinstance(data, dict | list):
        members = data.items() if isinstance(data, dict) else enumerate(data)
    return [at, *(path for key, value in members for path in paths(value, (*at, key)))]


def value(data: Any, at: At) -> Plain:
    for part in at:
        data = data[part]
    found: Plain = data
    return found


@st.composite
def files(draw: st.DrawFn) -> tuple[dict[str, Plain], Layout]:
    """Data with comments wherever a file can have them."""
    data = draw(st.dictionaries(WORDS, DATA, max_size=4))
    every = paths(data)
    blocks = [at for at in every if isinstance(value(data, at), dict | list)]

    def notes(places: list[At], lines: st.SearchStrategy[str]) -> dict[At, tuple[str, ...]]:
        some = st.lists(lines, max_size=3).map(tuple)
        return draw(st.dictionaries(st.sampled_from(places), some, max_size=4)) if places else {}

    return data, Layout(
        notes(every, COMMENTS | st.just("")),
        notes(every[1:], COMMENTS),
        notes(blocks, COMMENTS | st.just("")),
        frozenset(draw(st.sets(st.sampled_from(every)))),
    )


@pytest.mark.slow
@settings(max_examples=examples(300))
@given(files())
def test_every_comment_that_is_written_is_found(file: tuple[dict[str, Plain], Layout]) -> None:
    data, layout = file
    text = write(data, layout)
    assert layout_of(text.encode()).comments == layout.comments
    once = rewritten(text)
    assert rewritten(once) == once
    again = read(once.encode(), "a.yml").document
    assert again is not None
    assert again.data == data
