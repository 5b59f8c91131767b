"""`gongkai convert`: a record in the other language names that language's schema, and has it."""

from pathlib import Path

import pytest
from helpers import commands, showcase

FILE = showcase.SEED_RECORD
HEADER = "# yaml-language-server: $schema=../../../../schema/{}.json\n# 说明\n\n"


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record that names the schema, in a project that has it."""
    project = showcase.seed_to(tmp_path)
    monkeypatch.chdir(project)
    (project / "schema").mkdir()
    (project / "schema" / "record.json").write_text("{}", encoding="utf-8")
    file = project / FILE
    file.write_text(HEADER.format("record") + file.read_text("utf-8"), encoding="utf-8")
    return file


def run(*words: str) -> int:
    return commands.run("utf-8", *words).code


def test_it_follows_the_language_there_and_back(record: Path) -> None:
    assert run("fmt") == 0
    before = record.read_bytes()
    assert run("convert", "--lang", "en") == 0
    assert record.read_text("utf-8").startswith(HEADER.format("record.en"))
    schema = record.parents[4] / "schema" / "record.en.json"
    assert '"format"' in schema.read_text("utf-8")
    assert run("convert", "--lang", "zh") == 0
    assert record.read_bytes() == before


def test_a_schema_that_is_there_stays(record: Path) -> None:
    schema = record.parents[4] / "schema" / "record.en.json"
    schema.write_text("{}", encoding="utf-8")
    assert run("convert", "--lang", "en") == 0
    assert schema.read_text("utf-8") == "{}"


@pytest.mark.parametrize(
    "header",
    [
        "", "# yaml-language-server: $schema=https://example.org/own.json\n",
        "# 别处的 $schema=../record.json\n", "# yaml-language-server: $schema=\n",
    ],
)  # fmt: skip
def test_another_header_stays(record: Path, header: str) -> None:
    text = record.read_text("utf-8").removeprefix(HEADER.format("record"))
    record.write_text(header + text, encoding="utf-8")
    assert run("convert", "--lang", "en") == 0
    assert record.read_text("utf-8").startswith(header)
    assert "record.en" not in record.read_text("utf-8")


def test_fmt_puts_a_wrong_schema_right(record: Path) -> None:
    text = record.read_text("utf-8").replace("record.json", "record.en.json", 1)
    record.write_text(text, encoding="utf-8")
    assert run("fmt", "--check") == 1
    assert run("fmt") == 0
    assert record.read_text("utf-8").startswith(HEADER.format("record"))
