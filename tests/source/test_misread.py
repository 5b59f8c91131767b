"""A file that was read by the wrong table and saved again is said to be so, once."""

import pytest
from helpers import showcase

from generator.source import read

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
