"""A file that was read by the wrong table and saved again is said to be so, once."""

import pytest
from helpers import showcase

from generator import source
from generator.source import read
from generator.values.garbling import _is_like_a_mistake, garbled, is_garbled_anywhere

RECORD = (showcase.PROJECT / showcase.SEED_RECORD).read_text(encoding="utf-8")
HEADLESS = RECORD.partition("\n\n")[2] or RECORD
MISTAKES = (("utf-8", "gb18030"), ("utf-8", "cp1252"), ("utf-8", "latin-1"), ("gb18030", "latin-1"))


@pytest.mark.parametrize(("written", "opened"), MISTAKES)
@pytest.mark.parametrize("text", [RECORD, HEADLESS], ids=["whole", "headless"])
def test_a_file_opened_by_the_wrong_table(text: str, written: str, opened: str) -> None:
    spoilt = text.encode(written).decode(opened, "replace")
    reading = read(spoilt.encode(), "a.yml")
    assert reading.document is None
    [fault] = reading.diagnostics
    assert fault.rule == "garbled-text"
    assert "整个文件是乱码" in fault.message
    assert fault.expected
    assert fault.expected in RECORD
    assert "UTF-8" in fault.remedy


@pytest.mark.parametrize(("written", "opened"), MISTAKES)
def test_what_was_misread_begins_as_such_texts_do(written: str, opened: str) -> None:
    """A file is not held against every mistake where few of its parts can be one."""
    signs = [chr(code) for code in (*range(0x3001, 0x3012), *range(0x4E00, 0xA000), 0x3400)]
    for sign in [*signs, *map(chr, range(0xFF01, 0xFF5F)), *"“”‘’…—"]:
        for text in (sign + "政", sign + "政府"):
            try:
                spoilt = text.encode(written).decode(opened)
            except UnicodeError:
                continue
            assert _is_like_a_mistake(spoilt[0]), text


def test_a_spoilt_line_among_others_is_found_and_no_other() -> None:
    sound = "屯里村、张家浜\n楠木、10 µm\n"
    assert not is_garbled_anywhere(sound)
    for line in ("锟斤拷", "屯里屯屯屯村", "a????b"):
        assert is_garbled_anywhere(f"{sound}{line}\n{sound}"), line
        assert is_garbled_anywhere(sound + line)
    assert not is_garbled_anywhere("??\n??\n")


SPOILT = {
    "UTF-8 as GBK": lambda text: text.encode().decode("gb18030", "replace"),
    "UTF-8 as Latin": lambda text: text.encode().decode("latin-1"),
    "GBK as Latin": lambda text: text.encode("gbk").decode("latin-1"),
    "lost": lambda text: text.encode("ascii", "replace").decode(),
    "as references": lambda text: text.encode("ascii", "xmlcharrefreplace").decode(),
    "as escapes": lambda text: text.encode("unicode_escape").decode(),
    "with a mark of order": lambda text: "\u00ef\u00bb\u00bf" + text,
}


@pytest.mark.parametrize("way", SPOILT)
@pytest.mark.parametrize("meant", ["评价结果公开", "项目资金", "财政局午餐补助"])
def test_one_text_that_was_spoilt_among_others(way: str, meant: str) -> None:
    for text in ("{}", "2023年度{}", "{}（续）"):
        typed = text.format(SPOILT[way](meant))
        assert garbled(typed), typed
        file = source.write({"状态": "草稿", "标题": typed, "用途": "为学生提供午餐。"})
        rules = {fault.rule for fault in read(file.encode(), "a.yml").diagnostics}
        assert rules & {"garbled-text", "forbidden-character"}


@pytest.mark.parametrize(
    "text",
    [
        "濮阳市、漯河市、溧阳市、潍坊市", "濉溪县水利局", "Ångström、Łódź、São Tomé",
        "是否？？", "什么??", "https://example.org/?a=%E4%B8%AD&b=1", "A&#38;B", "C:\\users",
        "10 µm ± 2 °C，§ 3，«甲»",
    ],
)  # fmt: skip
def test_rare_signs_are_not_called_spoilt(text: str) -> None:
    assert garbled(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "标题: 甲\n",
        "标题: Café Ångström\n",
        "title: naïve\n",
        "标题: 鏍囬 一词\n类型: 乙\n内容: 丙丁\n",
        "",
    ],
)
def test_what_was_written_so_is_left_alone(text: str) -> None:
    assert "garbled-text" not in {fault.rule for fault in read(text.encode(), "a.yml").diagnostics}


def test_no_record_of_the_showcase_is_suspected() -> None:
    for file in (showcase.PROJECT / "content").rglob("*.yml"):
        assert not read(file.read_bytes(), file.name).diagnostics, file
