"""Faults of content: cases in broken/*.yml, each a change of the content in broken/base.

`expect` lists `rule file:line:column field` of everything that is said, in the order of the run.
"""

import errno
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from helpers.tables import valued

import generator
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.formats import as_text
from generator.intake import content
from generator.intake.content import Content

HERE = Path(__file__).with_name("broken")
TABLES = sorted(HERE.glob("*.yml"))
CASES: list[dict[str, Any]] = [
    {"table": table.stem, **case} for table in TABLES for case in valued(table)
]
RECORD = "content/records/2023/shili-jiaoyu-ju/lunch.yml"


def project(case: dict[str, Any], root: Path) -> Path:
    """The base, changed as the case says."""
    shutil.copytree(HERE / "base", root, dirs_exist_ok=True)
    record = root / RECORD
    for name, copy in case.get("copy", {}).items():
        shutil.copy(record.with_name(name), record.with_name(copy))
    text = record.read_text(encoding="utf-8")
    for old, new in case.get("replace", {}).items():
        assert old in text, old
        text = text.replace(old, new.replace("{many}", "0" * 5000))
    record.write_text(text + case.get("append", ""), encoding="utf-8")
    if "rename" in case:
        target = Path(os.path.normpath(record.parent / case["rename"]))
        target.parent.mkdir(parents=True, exist_ok=True)
        record.rename(target)
    for path, target in case.get("move", {}).items():
        (root / path).rename(root / target)
    for path, written in case.get("files", {}).items():
        _new(root / path).write_text(written, encoding="utf-8")
    for path, digits in case.get("bytes", {}).items():
        _new(root / path).write_bytes(bytes.fromhex(str(digits)))
    for path, size in case.get("sizes", {}).items():
        with _new(root / path).open("wb") as hole:
            hole.truncate(size)
    for path, target in case.get("links", {}).items():
        _new(root / path).symlink_to(target)
    for path in case.get("remove", ()):
        (root / path).unlink()
    return root


def _new(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def loaded(case: dict[str, Any], root: Path) -> Content:
    return content.load(project(case, root) / "content", root)


def place(fault: Diagnostic) -> str:
    path, line, column = str(fault.location).rsplit(":", 2)
    return f"{fault.rule} {Path(path).name}:{line}:{column} {fault.field}"


Read = tuple[dict[str, Any], Content]


@pytest.fixture(
    scope="module", params=CASES, ids=[f"{case['table']}: {case['name']}" for case in CASES]
)
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """A case, and what was read of its content."""
    return request.param, loaded(request.param, tmp_path_factory.mktemp("broken"))


def test_each_fault_is_said_once_with_its_place(read: Read) -> None:
    case, found = read
    assert [place(fault) for fault in found.diagnostics] == case["expect"]
    said = as_text(found.diagnostics)
    assert [fragment for fragment in case.get("says", ()) if fragment not in said] == []


def test_a_faulty_record_is_left_out_and_no_other(read: Read) -> None:
    case, found = read
    assert (RECORD in [record.path for record in found.records]) == case.get("usable", False)


def test_every_message_is_one_line_with_a_remedy(read: Read) -> None:
    faults = read[1].diagnostics
    assert [fault for fault in faults if len(str(fault).splitlines()) != 1] == []
    silent = [d for d in faults if not d.message or not d.remedy or d.remedy.endswith("。")]
    assert silent == []
    assert [d for d in faults if len(d.found) > 60 or "\n" in d.found] == []


def test_no_python_name_reaches_a_message(read: Read) -> None:
    said = "".join(d.message + d.remedy for d in read[1].diagnostics)
    assert not re.search(r"class|Decimal|\bstr\b|None|Error|_[a-z]", said)


def test_the_base_has_no_fault(tmp_path: Path) -> None:
    found = loaded({}, tmp_path)
    assert found.diagnostics == ()
    assert [record.path for record in found.records] == [RECORD]


def test_every_rule_has_a_case() -> None:
    rule = re.compile(r'"([a-z]+(?:-[a-z]+)+)"')
    package = Path(generator.__file__).parent
    rooms = (
        "values/notations.py",
        "binding/*.py",
        "intake/*.py",
        "intake/relations/*.py",
        "intake/originals/attachments.py",
    )
    sources = [file for room in rooms for file in package.glob(room)]
    used = {name for file in sources for name in rule.findall(file.read_text(encoding="utf-8"))}
    told_by_the_commands = {"content-missing"}
    told_of_criteria = {"bad-pattern", "unusable-criterion"}  # tests/audit/criteria
    cased = {expected.split()[0] for case in CASES for expected in case["expect"]}
    assert used - cased == told_by_the_commands | told_of_criteria
    assert "unknown-field" in used


@pytest.mark.parametrize("name", [b"\xce\xe7\xb2\xcd.yml", b"a\nb.yml", b"\xff/a.yml"])
def test_a_file_name_that_is_no_text_is_said_readably(name: bytes, tmp_path: Path) -> None:
    project({}, tmp_path)
    stray = Path(os.fsdecode(os.fsencode((tmp_path / RECORD).parent) + b"/" + name))
    if stray.parent.name == os.fsdecode(b"\xff"):
        stray = stray.parent.with_name("2023") / stray.parent.name / stray.name
    _new(stray).write_text("", encoding="utf-8")
    [fault] = content.load(tmp_path / "content", tmp_path).diagnostics
    assert fault.rule == "bad-file-name"
    assert str(fault).encode().decode().splitlines() == [str(fault)]


@pytest.mark.parametrize(
    "closed", ["records", "records/2023", "records/2023/shili-jiaoyu-ju", "pages/more", "frames"]
)
def test_a_folder_that_cannot_be_listed_is_no_empty_one(
    closed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project({}, tmp_path) / "content" / closed
    folder.mkdir(parents=True, exist_ok=True)
    listing = os.scandir

    def refusing(path: str) -> object:
        if Path(path) == folder:
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return listing(path)

    monkeypatch.setattr(os, "scandir", refusing)
    [fault] = content.load(tmp_path / "content", tmp_path).diagnostics
    assert (fault.rule, fault.severity) == ("not-a-regular-file", Severity.ERROR)
    assert fault.location.path == f"content/{closed}"
    assert f"读不出文件夹「{folder.name}」" in fault.message


def test_an_attachment_that_cannot_be_read_stops_no_other_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = project({"append": "附件: [{文件: a.pdf}]\n没有这个键: 1\n"}, tmp_path) / RECORD
    (file.with_suffix("")).mkdir()
    closed = file.with_suffix("") / "a.pdf"
    closed.write_bytes(b"%PDF-1.7")
    opening = Path.open

    def refusing(path: Path, *args: Any, **more: Any) -> object:
        if path == closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opening(path, *args, **more)

    monkeypatch.setattr(Path, "open", refusing)
    found = content.load(tmp_path / "content", tmp_path).diagnostics
    assert [fault.rule for fault in found] == ["not-a-regular-file", "unknown-field"]
    assert "读不出附件「a.pdf」" in found[0].message


def test_a_record_of_a_department_without_region_is_left_out_but_not_called_faulty(
    tmp_path: Path,
) -> None:
    case = next(c for c in CASES if "name regions" in c["name"])
    found = loaded(case, tmp_path)
    assert [d.id for d in found.departments] == ["yi-ju"]
    assert found.records == ()
    assert {d.location.path for d in found.diagnostics if d.severity is Severity.ERROR} == {
        "content/departments.yml"
    }
