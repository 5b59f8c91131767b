"""The quick way to read a file gives what the careful way gives, or leaves the file to it."""

import sys
from collections.abc import Iterator

import pytest
from helpers import mutations

from generator.diagnostics import Location
from generator.source import At, Plain, read
from generator.source.decoding import decode
from generator.source.document import Reading
from generator.source.quick import quick
from generator.source.sweep import sweep
from generator.source.tree import MAX_DEPTH, MAX_NODES
from generator.values.text import FORBIDDEN

CONTENTS = list(mutations.contents())


def ways(value: Plain, at: At = ()) -> Iterator[At]:
    yield at
    members = value.items() if isinstance(value, dict) else enumerate(value or ())
    if isinstance(value, dict | list):
        for key, inner in members:
            yield from ways(inner, (*at, key))


def order(value: Plain) -> object:
    """The same in which a mapping's order counts."""
    if isinstance(value, dict):
        return [(key, order(inner)) for key, inner in value.items()]
    return [order(inner) for inner in value] if isinstance(value, list) else value


def carefully(text: str) -> Reading:
    return sweep(text, "a.yml")


def test_files_that_were_changed_at_random() -> None:
    taken = 0
    for content in CONTENTS:
        text, said = decode(content, "a.yml")
        if text is None or said:
            continue
        data, careful = quick(text), carefully(text)
        if data is None:
            continue
        taken += 1
        assert careful.diagnostics == (), text
        assert careful.document is not None
        assert order(careful.document.data) == order(data), text
    assert taken > len(CONTENTS) / 5


def test_places_are_found_when_they_are_asked_for() -> None:
    for content in CONTENTS[::5]:
        text, _ = decode(content, "a.yml")
        document = read(content, "a.yml").document
        if text is None or document is None or quick(text) is None:
            continue
        careful = carefully(text).document
        assert careful is not None
        for at in (*ways(document.data), ("无",), (0,)):
            assert document.location(at) == careful.location(at)
            assert document.key_location(at) == careful.key_location(at)
            assert document.slips(at) == careful.slips(at)


def test_a_document_at_rest_still_knows_what_it_says() -> None:
    document = read("格式: 1\n项目:\n  名称: 一\n".encode(), "a.yml").document
    assert document is not None
    resting = document.at_rest
    assert resting.location(("项目", "名称")) == Location("a.yml", 3, 7)
    assert resting.data == {"格式": "1", "项目": {"名称": "一"}}


def test_an_ordinary_file_is_read_the_quick_way() -> None:
    assert all(quick(text) is not None for text in mutations.originals())


ORDINARY = {
    "quotes": ("'一': \"二\"\n", {"一": "二"}),
    "what quotes hide": ("一: '# - : ~'\n二: ''\n", {"一": "# - : ~", "二": ""}),
    "an escape": ('一: "\\u4e8c\\n\\u4e09"\n', {"一": "二\n三"}),
    "blocks": ("一: |\n  二\n\n  三\n四: >-\n  五\n  六\n", {"一": "二\n\n三\n", "四": "五六"}),
    "nothing": ("一:\n二: {}\n三: []\n", {"一": None, "二": {}, "三": []}),
    "brackets": ("一: {二: 三, 四: [五, 六]}\n", {"一": {"二": "三", "四": ["五", "六"]}}),
    "a comment": ("# 一\n二: 三 # 四\n", {"二": "三"}),
    "a document with its marks": ("---\n一: 二\n...\n", {"一": "二"}),
    "village names": ("一: 屯里村、张家浜\n", {"一": "屯里村、张家浜"}),
    "a mark that may be an anchor": ("一: 二&三*四!\n", {"一": "二&三*四!"}),
}


@pytest.mark.parametrize("case", ORDINARY)
def test_what_is_read_the_quick_way(case: str) -> None:
    text, data = ORDINARY[case]
    assert quick(text) == data
    reading = carefully(text)
    assert reading.document is not None
    assert (reading.document.data, reading.diagnostics) == (data, ())


ODD = {
    "an anchor": "一: &二 三\n",
    "an alias": "一: &二 三\n四: *二\n",
    "a tag": "一: !!str 二\n",
    "a tagged list": "一: !!seq [二]\n",
    "a tagged key": "!!str 一: 二\n",
    "a merged key": "<<: {一: 二}\n",
    "a key twice": "一: 二\n一: 三\n",
    "a key twice, once in quotes": "一: 二\n'一': 三\n",
    "a list for a key": "? [一]\n: 二\n",
    "a question mark": "? 一\n",
    "no colon": "{一}\n",
    "no key": ": 一\n",
    "a tight dash": "-一: 二\n",
    "two documents": "一: 二\n---\n三: 四\n",
    "an alternative nothing": "一: ~\n",
    "a comment that may be text": "一: 二 #三\n",
    "a text of two lines": "一: 二\n  三\n",
    "a quotation of two lines": "一: '二\n  三'\n",
    "a lone sign": "一: >\n",
    "an escape for what is forbidden": '一: "\\u2028"\n',
    "an escape for what is not seen": '一: "\\u200b"\n',
    "what is not seen": "一: 二\u200b\n",
    "an escaped radical": '一: "\\u2f6c"\n',
    "what was spoilt": "一: 锟斤拷\n",
    "too long a text": f"一: {'二' * 20_001}\n",
    "too many signs": f"一: '{',' * 5_001}'\n",
    "a slip": "一：二\n",
    "a list": "- 一\n",
    "a text": "一\n",
    "a file that holds nothing": "",
    "a comment alone": "# 一\n",
    "too deep": "一: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH + "\n",
    "too many": "一:\n" + "  - 二\n" * MAX_NODES,
}


@pytest.mark.parametrize("case", ODD)
def test_what_is_left_to_the_careful_way(case: str) -> None:
    assert quick(ODD[case]) is None


@pytest.mark.parametrize("nodes", [MAX_NODES, MAX_NODES + 1])
def test_the_last_file_that_is_not_too_large(nodes: int) -> None:
    text = "一:\n" + "  - 二\n" * (nodes - 3)
    assert (quick(text) is None) == bool(carefully(text).diagnostics) == (nodes > MAX_NODES)


@pytest.mark.parametrize("depth", [MAX_DEPTH, MAX_DEPTH + 1])
def test_the_last_file_that_is_not_too_deep(depth: int) -> None:
    text = "一: " + "[" * (depth - 1) + "二" + "]" * (depth - 1) + "\n"
    assert (quick(text) is None) == bool(carefully(text).diagnostics) == (depth > MAX_DEPTH)


def test_no_forbidden_sign_is_printable() -> None:
    signs = map(chr, range(sys.maxunicode + 1))
    assert not [sign for sign in signs if sign.isprintable() and FORBIDDEN.match(sign)]
