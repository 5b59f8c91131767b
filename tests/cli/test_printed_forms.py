"""Printed forms typed into drafts as somebody new would: what is asked, what is met, what mends it.

Each case is a file of `printed/`: the answers, what is typed into the draft, what the check says of
it, and what is mended then.
"""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from helpers.tables import valued

from generator.cli import main

CASES = sorted((Path(__file__).parent / "printed").glob("*.yml"))


def gongkai(*words: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, words, input=typed)


def put(file: Path, changes: dict[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


def messages(project: Path, file: Path) -> list[str]:
    """What is said of the record, hints too."""
    said = gongkai("check", "--site", str(project), str(file)).stdout
    return [line for line in said.splitlines() if line.startswith("content/")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_from_a_printed_form_to_a_record_without_a_word(case: Path, project: Path) -> None:
    form: dict[str, Any] = valued(case)
    made = gongkai("new", "record", "--site", str(project), typed="\n".join([*form["answers"], ""]))
    assert made.exit_code == 0, made.output
    for asked in form["asked"]:
        assert asked in made.output
    (file,) = (project / "content" / "records").glob(f"*/*/{form['file']}.yml")
    put(file, {"状态: 草稿": "状态: 已发布", **form["typed"]})
    met = messages(project, file)
    for message in form["met"]:
        assert any(message in one for one in met), met
    put(file, form["mended"])
    left = messages(project, file)
    rules = {one.rpartition("[")[2].removesuffix("]") for one in left}
    assert rules == set(form.get("stays", ())), left
    assert gongkai("fmt", "--site", str(project), str(file)).exit_code == 0
    assert messages(project, file) == left or "stays" in form
