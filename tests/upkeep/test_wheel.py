"""The package of the running program: complete, and the same wherever it is made."""

import base64
import csv
import io
import os
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from helpers import showcase

from generator.upkeep.wheel import locked, released, wheel

MADE = "from generator.upkeep.wheel import wheel; w = wheel(); print(w.name, w.digest)"


def files_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def papers(files: dict[str, bytes]) -> dict[str, bytes]:
    """Files without the version in their place."""
    return {name.partition(".dist-info/")[2] or name: data for name, data in files.items()}


def made_from(folder: Path, **environment: str) -> str:
    """Name and digest of the package that the program installed in a folder makes of itself."""
    told = subprocess.run(
        [sys.executable, "-c", MADE],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"} | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.strip()


def test_an_installed_program_makes_the_bytes_that_the_checkout_makes(tmp_path: Path) -> None:
    folder = tmp_path / "公开 2"
    for name, data in files_of(wheel().content).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / f"gongkai-{wheel().version}.dist-info" / "INSTALLER").write_bytes(b"pip\n")
    (folder / "generator" / "__pycache__").mkdir()
    (folder / "generator" / "__pycache__" / "x.pyc").write_bytes(b"")
    (folder / "generator" / ".site.py.swp").write_bytes(b"")
    there = made_from(folder, TZ="Asia/Shanghai", LC_ALL="C")
    assert there == f"{wheel().name} {wheel().digest}"
    # One other byte is another version, or an installer would leave the one before in place.
    with (folder / "generator" / "site.py").open("ab") as file:
        file.write(b"\n")
    name, digest = made_from(folder).split()
    assert name != wheel().name
    assert name.startswith(f"gongkai-{released()}+b")
    assert digest != wheel().digest


def test_its_record_lists_every_file_with_its_digest() -> None:
    files = files_of(wheel().content)
    name = f"gongkai-{wheel().version}.dist-info/RECORD"
    rows = {row[0]: row[1:] for row in csv.reader(files[name].decode().splitlines())}
    assert rows.pop(name) == ["", ""]
    for path, data in files.items():
        if path != name:
            digest = base64.urlsafe_b64encode(sha256(data).digest()).rstrip(b"=").decode()
            assert rows.pop(path) == [f"sha256={digest}", str(len(data))]
    assert not rows


def test_nothing_of_this_machine_is_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(wheel().content)) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert not any("direct_url" in entry.filename for entry in entries)


def test_the_packages_it_brings_along_are_those_of_this_checkout() -> None:
    assert locked() == (showcase.ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_the_newest_changes_are_those_of_this_version() -> None:
    text = (showcase.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert headings[0] == released()


@pytest.mark.slow
def test_it_holds_what_a_builder_would_pack(tmp_path: Path) -> None:
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path)
    subprocess.run([*map(str, build), str(showcase.ROOT)], check=True, capture_output=True)
    (built,) = tmp_path.glob("gongkai-*.whl")
    ours, theirs = papers(files_of(wheel().content)), papers(files_of(built.read_bytes()))
    assert ours.keys() == theirs.keys()
    head, _, _ = theirs["METADATA"].partition(b"\n\n")
    marked = head.replace(released().encode(), wheel().version.encode(), 1)
    assert ours["METADATA"] == marked + b"\n"
    assert all(
        data == theirs[name] for name, data in ours.items() if name not in {"METADATA", "RECORD"}
    )
