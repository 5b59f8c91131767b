"""Reading and writing of content files; the cases of reading are in tests/source/*.yml."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers.tables import valued
from hypothesis import example, given
from hypothesis import strategies as st

from generator.diagnostics import Location, Severity
from generator.source import At, Document, Mark, Plain, Reading, read, read_file, write
from generator.source.decoding import MAX_BYTES, MAX_PLACES
from generator.source.tree import MAX_DEPTH
from generator.values.garbling import garbled
from generator.values.text import FORBIDDEN, normalise

TABLES = sorted(Path(__file__).parent.glob("*.yml"))
CASES = [
    pytest.param(case, id=f"{table.stem}: {case['name']}")
    for table in TABLES
    for case in valued(table)
]


def rules(reading: Reading) -> list[str]:
    return [d.rule for d in reading.diagnostics]


def document(text: str) -> Document:
    found = read(text.encode(), "a.yml").document
    assert found is not None
    return found


@pytest.mark.parametrize("case", CASES)
def test_reading(case: dict[str, Any]) -> None:
    content = bytes.fromhex(case["bytes"]) if "bytes" in case else case["text"].encode()
    reading = read(content, "a.yml")
    found = reading.diagnostics
    places = [f"{d.rule} {d.location.line}:{d.location.column}" for d in found]
    assert sorted(places) == sorted(case["expect"])
    said = "\n".join(map(str, found))
    assert [fragment for fragment in case.get("says", ()) if fragment not in said] == []
    assert [d.field for d in found] == case.get("fields", [d.field for d in found])
    failed = any(d.severity is Severity.ERROR for d in found)
    assert (reading.document is not None) == case.get("document", not failed)
    if reading.document is not None:
        assert reading.document.data == case.get("data", reading.document.data)


@pytest.mark.parametrize("case", CASES)
def test_every_message_says_what_to_do(case: dict[str, Any]) -> None:
    content = bytes.fromhex(case["bytes"]) if "bytes" in case else case["text"].encode()
    silent = [
        d
        for d in read(content, "a.yml").diagnostics
        if not d.message or not d.remedy or f"{d.message}{d.remedy}".endswith("。")
    ]
    assert silent == []


def nested(depth: int) -> str:
    return "甲: " + "[" * (depth - 1) + "]" * (depth - 1)


@pytest.mark.parametrize(
    ("rule", "fits", "exceeds"),
    [
        ("too-deep", nested(MAX_DEPTH), nested(MAX_DEPTH + 1)),
        ("too-many-nodes", f"l: [{'v, ' * 19_997}]", f"l: [{'v, ' * 19_998}]"),
        ("too-long", "k: " + "长" * 20_000, "k: " + "长" * 20_001),
        ("too-long", 'k: "' + "," * 5_000 + '"', 'k: "' + "," * 5_001 + '"'),
        ("too-long", "? " + "长" * 20_000 + "\n: v", "? " + "长" * 20_001 + "\n: v"),
        ("too-large", "k: v #" + " " * 999_994, "k: v #" + " " * 999_995),
    ],
)
def test_limits(rule: str, fits: str, exceeds: str) -> None:
    assert rules(read(fits.encode(), "a.yml")) == []
    assert rules(read(exceeds.encode(), "a.yml")) == [rule]


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{", "a: ["])
def test_bottomless_nesting_is_refused(opening: str) -> None:
    reading = read((opening * 40_000).encode(), "a.yml")
    assert reading.document is None
    assert {"too-deep", "yaml-syntax"} & set(rules(reading))


def test_many_forbidden_characters_are_counted() -> None:
    reading = read(("k: " + "\a" * (MAX_PLACES + 3)).encode(), "a.yml")
    assert rules(reading) == ["forbidden-character"] * MAX_PLACES
    assert "还有 3 处" in reading.diagnostics[-1].message


def ways(data: Plain, at: At = ()) -> Iterator[At]:
    """The way to everything in a document."""
    yield at
    inner = data.items() if isinstance(data, dict) else enumerate(data or ())
    if not isinstance(data, str):
        for key, value in inner:
            yield from ways(value, (*at, key))


def mark(place: Location) -> Mark:
    return Mark(place.line, place.column)


def test_places_of_values_and_keys() -> None:
    found = document("甲:\n  - 乙: 一\n    丙:\n  - [丁, 戊]\n")
    assert {at: mark(found.location(at)) for at in ways(found.data)} == {
        (): Mark(1, 1),
        ("甲",): Mark(2, 3),
        ("甲", 0): Mark(2, 5),
        ("甲", 0, "乙"): Mark(2, 8),
        ("甲", 0, "丙"): Mark(3, 7),
        ("甲", 1): Mark(4, 5),
        ("甲", 1, 0): Mark(4, 6),
        ("甲", 1, 1): Mark(4, 9),
    }
    named = [at for at in ways(found.data) if at and isinstance(at[-1], str)]
    assert {at: mark(found.key_location(at)) for at in named} == {
        ("甲",): Mark(1, 1),
        ("甲", 0, "乙"): Mark(2, 5),
        ("甲", 0, "丙"): Mark(3, 5),
    }


def test_of_two_values_of_one_key_the_later_one_has_the_place() -> None:
    text = "甲:\n  一: [1, 2]\n  二: x\n甲:\n  三: [3, 4]\n乙: y\n甲: {四: z}\n"
    reading = read(text.encode(), "a.yml")
    assert rules(reading) == ["duplicate-key", "duplicate-key"]
    assert [fault.message.partition("，")[2] for fault in reading.diagnostics] == [
        "在第 1 行和第 4 行", "在第 4 行和第 7 行"
    ]  # fmt: skip
    found = reading.document
    assert found is not None
    assert found.data == {"乙": "y", "甲": {"四": "z"}}
    assert found.location(("甲", "四")) == Location("a.yml", 7, 8)
    assert found.key_location(("甲",)) == Location("a.yml", 7, 1)
    assert found.location(("乙",)) == Location("a.yml", 6, 4)


def test_location_falls_back_to_the_nearest_ancestor() -> None:
    found = document("# 头\n甲:\n  乙: 一\n")
    assert found.location(("甲", "乙")) == Location("a.yml", 3, 6)
    assert found.location(("甲", "丙", 0)) == Location("a.yml", 3, 3)
    assert found.location(("丁",)) == Location("a.yml", 2, 1)
    assert found.key_location(("甲", "乙")) == Location("a.yml", 3, 3)
    assert found.key_location(("甲", "丙")) == Location("a.yml", 3, 3)
    assert found.key_location(("甲",)) == Location("a.yml", 2, 1)


@given(st.binary(max_size=80) | st.text(max_size=80).map(lambda t: t.encode("utf-8", "replace")))
@example(b"\xff\xfe")
@example(b"a: !x%ED%A0%80 b")
@example(b"?  #z")
def test_no_bytes_raise(content: bytes) -> None:
    reading = read(content, "a.yml")
    assert reading.document is not None or rules(reading)


@given(st.text(st.sampled_from("-?:,[]{}#&*!|>'\"%@`~ \n\t.<0a中：\u3000\\"), max_size=40))
def test_every_place_is_in_the_file(text: str) -> None:
    reading, lines = read(text.encode(), "a.yml"), text.split("\n")
    marks = [(fault.location.line, fault.location.column) for fault in reading.diagnostics]
    for document in filter(None, (reading.document, reading.mended)):
        places = [(document.location(at), document.key_location(at)) for at in ways(document.data)]
        marks += [(place.line, place.column) for pair in places for place in pair]
    for line, column in marks:
        assert 1 <= column <= len(lines[line - 1]) + 1


def test_read_file_names_files_from_the_root(tmp_path: Path) -> None:
    (tmp_path / "年").mkdir()
    file = tmp_path / "年" / "a.yml"
    file.write_text("甲: 1\n甲: 2\n", encoding="utf-8")
    (fault,) = read_file(file, tmp_path).diagnostics
    assert fault.location == Location("年/a.yml", 2, 1)


def irregular(kind: str, root: Path) -> Path:
    """A path below the root that may not be read."""
    (root.parent / "real").mkdir()
    (root.parent / "real" / "a.yml").write_text("甲: 1\n", encoding="utf-8")
    file = root / "a.yml"
    match kind:
        case "link":
            file.symlink_to(root.parent / "real" / "a.yml")
        case "link above":
            (root / "d").symlink_to(root.parent / "real")
            return root / "d" / "a.yml"
        case "directory":
            file.mkdir()
        case "fifo":
            os.mkfifo(file)
        case "outside":
            return root.parent / "real" / "a.yml"
        case "dots":
            return root / ".." / "real" / "a.yml"
    return file


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("link", "符号链接"),
        ("link above", "符号链接"),
        ("directory", "目录"),
        ("fifo", "普通文件"),
        ("outside", "不在内容目录"),
        ("dots", "不在内容目录"),
        ("missing", "找不到"),
    ],
)
def test_only_regular_files_are_read(kind: str, says: str, tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    reading = read_file(irregular(kind, root), root)
    assert rules(reading) == ["not-a-regular-file"]
    assert says in reading.diagnostics[0].message
    assert reading.document is None


def test_a_root_that_is_a_link_is_fine(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.yml").write_text("甲: 1\n", encoding="utf-8")
    (tmp_path / "root").symlink_to(tmp_path / "real")
    assert read_file(tmp_path / "root" / "a.yml", tmp_path / "root").document is not None


@pytest.mark.parametrize(("size", "expected"), [(MAX_BYTES, []), (MAX_BYTES + 1, ["too-large"])])
def test_file_size(size: int, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"k: v".ljust(size))
    assert rules(read_file(tmp_path / "a.yml", tmp_path)) == expected


TEXTS = (
    st.text(
        st.characters(codec="utf-8")
        | st.sampled_from("-?:,[]{}#&*!|>'\"%@`~ \n\t\r.<0a中：\u3000\xa0\\"),
        max_size=20,
    )
    .map(lambda text: normalise(FORBIDDEN.sub("", text))[0])
    .filter(lambda text: not garbled(text))
    .filter(lambda text: not FORBIDDEN.search(text))
)
DATA: st.SearchStrategy[Plain] = st.recursive(
    TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=10,
)


@given(st.dictionaries(TEXTS, DATA, max_size=4))
@example({"k" * 1_100: {"长" * 1_100: ["x", {"y" * 1_100: "a\nb"}]}})
@example({"a": ["", None, "~", "null", {}, [], [[]], "---", "...", "- x", "-1", "<<", " x"]})
@example({"a": ["\n", "\n\n", " \n", "a\n", "a\n\n", " a\nb", "\ta\n", "\n a", "a\n \n", "a\rb"]})
@example({"a": "x #y", "b": "x: y", "c": "x:", "#": "#", "...": "名称：甲", "? a": ": b"})
def test_what_is_written_is_read(data: dict[str, Plain]) -> None:
    reading = read(write(data).encode(), "a.yml")
    assert rules(reading) == []
    assert reading.document is not None
    assert reading.document.data == data


WRITTEN = """\
# 由导入程序写成
标题: 沅江市“办公室”专项
# 单位：万元
资金:
  明细:
    # 第一笔
    - 来源: 市财政
      支出: 9.5
    - - "- 甲"
      - "乙: 丙"
  空表: []
  空项: {}
  未填:
  空字: ""
正文: |
  第一段

  第二段
附注: |2-
    缩进
  结尾
"""


def test_written_form() -> None:
    data: dict[str, Plain] = {
        "标题": "沅江市“办公室”专项",
        "资金": {
            "明细": [{"来源": "市财政", "支出": "9.5"}, ["- 甲", "乙: 丙"]],
            "空表": [],
            "空项": {},
            "未填": None,
            "空字": "",
        },
        "正文": "第一段\n\n第二段\n",
        "附注": "  缩进\n结尾",
    }
    comments = {
        (): "由导入程序写成",
        ("资金",): "单位：万元",
        ("资金", "明细", 0, "来源"): "第一笔",
    }
    assert write(data, comments) == WRITTEN
    assert document(WRITTEN).data == data


def test_comments_of_several_lines_and_an_empty_record() -> None:
    assert write({"甲": "1"}, {("甲",): "一\n\n二"}) == "# 一\n#\n# 二\n甲: 1\n"
    assert write({}) == "{}\n"
    assert write({}, {(): "空"}) == "# 空\n{}\n"
