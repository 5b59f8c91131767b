"""`gongkai upgrade`: what the program wrote is brought up to date, what an owner wrote stays."""

import json
import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result
from helpers import showcase

from generator.cli import main
from generator.upkeep import lock
from generator.upkeep.changes import Doing, Upgrade, with_lines
from generator.upkeep.outfit import Outfit
from generator.upkeep.wheel import wheel
from generator.upkeep.written import PLACE, Written, digest_of

NEW = (
    "--region-name", "示例市", "--organiser", "示例市财政局", "--name", "示例市绩效评价公开",
    "--department-name", "市财政局", "--department", "finance", "--kind", "政府部门",
    "--year", "2024",
)  # fmt: skip
EARLY = Path(__file__).parent / "early"
"""What version 0.1.0 laid out beside the content."""
CI = ".gitlab-ci.yml"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def upgrade(project: Path, *words: str) -> Result:
    return run("upgrade", "--project", project, *words)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "site"
    assert run("new", "site", folder, *NEW).exit_code == 0
    return folder


@pytest.fixture
def site(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "site")


@pytest.fixture
def early(made: Path, tmp_path: Path) -> Path:
    """A site of version 0.1.0, its package put in place by hand as was asked for then."""
    folder = tmp_path / "early"
    shutil.copytree(made / "content", folder / "content")
    for name, data in showcase.files_of(EARLY).items():
        file = folder / re.sub("^dot-", ".", name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    (folder / "wheels" / "gongkai-0.1.0-py3-none-any.whl").write_bytes(b"")
    return folder


def test_a_new_site_is_up_to_date(site: Path) -> None:
    before = showcase.files_of(site)
    for words in ((), ("--check",)):
        done = upgrade(site, *words)
        assert done.exit_code == 0, done.output
        assert done.output.endswith("没有需要改动的文件。\n")
    assert showcase.files_of(site) == before


def test_the_first_version_becomes_this_one(early: Path, made: Path) -> None:
    before = showcase.files_of(early)
    asked = upgrade(early, "--check")
    assert asked.exit_code == 1
    assert "没有写入任何文件" in asked.output
    assert showcase.files_of(early) == before
    done = upgrade(early)
    assert done.exit_code == 0, done.output
    assert showcase.files_of(early) == showcase.files_of(made)
    assert asked.output.splitlines()[:-1] == done.output.splitlines()[:-1]
    assert f"版本：0.1.0 → {wheel().version}\n" in done.output
    assert "删去 wheels/gongkai-0.1.0-py3-none-any.whl\n" in done.output
    assert "    annotated-types：没有 → " in done.output


def test_what_its_owner_changed_stays_until_the_owner_decides(early: Path, made: Path) -> None:
    mine = (early / CI).read_bytes().replace(b"20", b"30") + b"# ours\n"
    (early / CI).write_bytes(mine)
    done = upgrade(early)
    assert done.exit_code == 1
    assert f"未动 {CI}：您改过这个文件" in done.output
    assert "    - # ours\n" in done.output
    assert "    +     - python -m pip install --disable-pip-version-check --require" in done.output
    assert (early / CI).read_bytes() == mine
    assert upgrade(early).exit_code == 1, "it was said once and then forgotten"
    kept = upgrade(early, "--keep", CI)
    assert (kept.exit_code, (early / CI).read_bytes()) == (0, mine)
    assert upgrade(early).exit_code == 0
    assert upgrade(early, "--replace", f".\\{CI}").exit_code == 0
    assert showcase.files_of(early) == showcase.files_of(made)


def test_a_lock_of_the_owner_keeps_the_package_that_it_names(early: Path) -> None:
    with (early / "requirements.txt").open("ab") as file:
        file.write(b"another-plugin==1.0\n")
    assert upgrade(early).exit_code == 1
    packages = sorted(file.name for file in (early / "wheels").glob("*.whl"))
    assert packages == ["gongkai-0.1.0-py3-none-any.whl", wheel().name]
    for words in (("--keep", "requirements.txt"), ()):
        assert upgrade(early, *words).exit_code == 0
        assert sorted(file.name for file in (early / "wheels").glob("*.whl")) == packages
    assert upgrade(early, "--replace", "requirements.txt").exit_code == 0
    assert [file.name for file in (early / "wheels").iterdir()] == [wheel().name]


def test_another_build_of_the_same_version_is_another_package(site: Path) -> None:
    other = "0.2.0+b0123456789"
    for file in (site / "requirements.txt", site / PLACE):
        text = file.read_text(encoding="utf-8").replace(wheel().version, other)
        file.write_text(text, encoding="utf-8")
    note = (site / PLACE).read_text(encoding="utf-8")
    was = digest_of((site / "requirements.txt").read_bytes())
    noted = re.sub(r'("requirements.txt": ")\w+', rf"\g<1>{was}", note)
    (site / PLACE).write_text(noted, encoding="utf-8")
    package = site / "wheels" / wheel().name
    package.rename(package.with_name(package.name.replace(wheel().version, other)))
    done = upgrade(site)
    assert done.exit_code == 0
    assert f"    gongkai：{other} → {wheel().version}\n" in done.output
    assert [file.name for file in (site / "wheels").iterdir()] == [wheel().name]


def test_line_ends_and_the_name_of_the_site_are_no_changes(early: Path) -> None:
    for name in (CI, "README.md", "mkdocs.yml"):
        file = early / name
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    settings = early / "mkdocs.yml"
    renamed = settings.read_bytes().replace("示例市绩效评价公开".encode(), "'示例: 市'".encode())
    settings.write_bytes(renamed)
    assert upgrade(early).exit_code == 0
    assert settings.read_bytes() == renamed
    settings.write_bytes(renamed + b"# more\r\n")
    assert upgrade(early, "--replace", "mkdocs.yml").exit_code == 0
    assert "site_name: '示例: 市'\n" in settings.read_text(encoding="utf-8")
    settings.write_bytes(b"docs_dir: x\nsite_name:\n  elsewhere\n")
    assert upgrade(early, "--replace", "mkdocs.yml").exit_code == 0
    assert 'site_name: "elsewhere"\n' in settings.read_text(encoding="utf-8")


def test_what_its_owner_took_away_stays_away(site: Path) -> None:
    (site / CI).unlink()
    shutil.rmtree(site / ".gitea")
    assert upgrade(site).exit_code == 0
    assert not (site / CI).exists()
    assert not (site / ".gitea").exists()
    assert upgrade(site, "--replace", CI).exit_code == 0
    assert (site / CI).is_file()


def test_schemas_know_what_the_site_declares(site: Path) -> None:
    columns = "格式: 2\n栏目:\n  - {名称: 县区代码, 英文: county, 位置: 指标}\n"
    (site / "content" / "columns.yml").write_text(columns, encoding="utf-8")
    done = upgrade(site)
    assert done.exit_code == 0
    assert "更新 schema/record.json\n" in done.output
    assert "县区代码" in (site / "schema/record.json").read_text(encoding="utf-8")


def test_a_site_without_any_of_it_gets_all(early: Path, made: Path) -> None:
    for name in ("requirements.txt", "README.md", CI, ".gitignore"):
        (early / name).unlink()
    for name in ("wheels", ".github"):
        shutil.rmtree(early / name)
    assert upgrade(early).exit_code == 0
    assert showcase.files_of(early) == showcase.files_of(made)


def test_a_site_of_a_later_version_is_left_alone(site: Path) -> None:
    lock_of_later = site / "requirements.txt"
    text = lock_of_later.read_text(encoding="utf-8")
    lock_of_later.write_text(text.replace(wheel().version, "1.10.0+b1"), encoding="utf-8")
    before = showcase.files_of(site)
    done = upgrade(site)
    assert done.exit_code == 2
    assert "网站已经是 1.10.0+b1 版" in done.output
    assert showcase.files_of(site) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--keep", "content/publisher.yml"), "不是由程序写出的文件"),
        (("--replace", "没有.txt"), "不是由程序写出的文件"),
    ],
)
def test_only_files_of_the_program_can_be_named(
    site: Path, words: tuple[str, ...], said: str
) -> None:
    before = showcase.files_of(site)
    done = upgrade(site, *words)
    assert (done.exit_code, showcase.files_of(site)) == (2, before)
    assert said in done.output


def test_only_sites_are_upgraded(tmp_path: Path) -> None:
    nothing, program = upgrade(tmp_path), upgrade(showcase.ROOT, "--check")
    assert (nothing.exit_code, program.exit_code) == (2, 2)
    assert "不是网站项目" in nothing.output
    assert "程序自己的文件夹" in program.output
    assert not list(tmp_path.iterdir())


class Case(NamedTuple):
    """A file as it was written, as it stands, and as the program has it now; what comes of it."""

    written: str | None
    stands: str | None
    new: str | None
    doing: Doing | None


CASES = {
    "as it was": Case("a", "a", "a", None),
    "new": Case(None, None, "b", Doing.ADD),
    "new, and the owner has one": Case(None, "own", "b", Doing.KEEP),
    "new, and the owner has the same": Case(None, "b", "b", None),
    "changed by us": Case("a", "a", "b", Doing.REPLACE),
    "changed by us, line ends by Git": Case("a\n", "a\r\n", "b\n", Doing.REPLACE),
    "changed by the owner": Case("a", "own", "a", None),
    "changed by both": Case("a", "own", "b", Doing.KEEP),
    "changed by both alike": Case("a", "b", "b", None),
    "changed by us, named by the owner": Case(
        "site_name: a\nx: 1\n", "site_name: !ENV N\nx: 1\n", "site_name: a\nx: 2\n", Doing.REPLACE
    ),
    "taken away by the owner": Case("a", None, "b", None),
    "taken away by us": Case("a", "a", None, Doing.REMOVE),
    "taken away by us, changed by the owner": Case("a", "own", None, Doing.KEEP),
    "taken away by both": Case("a", None, None, None),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_becomes_of_a_file(case: Case, tmp_path: Path) -> None:
    if case.stands is not None:
        (tmp_path / "x").write_bytes(case.stands.encode())
    digests = {} if case.written is None else {"x": frozenset({digest_of(case.written.encode())})}
    new = {} if case.new is None else {"x": case.new.encode()}
    work = Upgrade(tmp_path, Outfit("2", new, {}, {}), Written("1", digests))
    found = work.changes()
    assert [change.doing for change in found] == [doing for doing in [case.doing] if doing]
    work.apply(found)
    left = (tmp_path / "x").read_bytes().decode() if (tmp_path / "x").exists() else None
    by_us = {Doing.ADD: case.new, Doing.REPLACE: case.new, Doing.REMOVE: None}
    due = by_us.get(case.doing, case.stands) if case.doing else case.stands
    assert left == (due and due.replace("site_name: a", "site_name: !ENV N"))


@pytest.mark.parametrize(
    "path", ["../outside.txt", "..\\outside.txt", "content/about.md", "/a", "C:a"]
)
def test_a_note_leads_to_nothing_that_the_program_never_writes(site: Path, path: str) -> None:
    note = json.loads((site / PLACE).read_text(encoding="utf-8"))
    note["files"][path] = digest_of(b"mine\n")
    (site / PLACE).write_text(json.dumps(note), encoding="utf-8")
    for file in (site.parent / "outside.txt", site / "content" / "about.md", site / "C:a"):
        file.write_bytes(b"mine\n")
    before = showcase.files_of(site.parent)
    done = upgrade(site)
    assert done.output.endswith("没有需要改动的文件。\n")
    after = showcase.files_of(site.parent)
    for files in (before, after):
        del files[f"{site.name}/{PLACE}"]
    assert after == before


@pytest.mark.parametrize("broken", [b"", b"[]", b"{", b'{"files": 1, "version": 2}', b"\xff"])
def test_a_note_that_cannot_be_read_takes_nothing_from_the_owner(site: Path, broken: bytes) -> None:
    (site / PLACE).write_bytes(broken)
    (site / CI).write_bytes(b"own: true\n")
    assert upgrade(site).exit_code == 1
    assert (site / CI).read_bytes() == b"own: true\n"


@pytest.mark.parametrize(
    ("path", "content", "needed", "result"),
    [
        (".gitignore", b"a\n", b"a\n", b"a\n"),
        (".gitignore", b"", b"a\nb\n", b"a\nb\n"),
        (".gitignore", b"x", b"a\n", b"x\na\n"),
        (".gitignore", b"x\r\n", b"a\nb\n", b"x\r\na\r\nb\r\n"),
        (".gitignore", b" b \n", b"a\nb\n", b" b \na\n"),
        (".gitattributes", b"b\n", b"a\nb\n", b"b\na\nb\n"),
        (".gitattributes", b"b\nx\na\n", b"a\nb\n", b"b\nx\na\n"),
    ],
)
def test_lines_are_added_behind_those_of_the_owner(
    path: str, content: bytes, needed: bytes, result: bytes
) -> None:
    assert with_lines(path, content, needed) == result


def test_locks_are_compared_by_packages() -> None:
    before = "# c\n./wheels/gongkai-0.1.0-py3-none-any.whl\nb==1 \\\n    --hash=sha256:1\nc==1\n"
    after = "--find-links wheels\n./wheels/gongkai-0.2.0+b1-py3-none-any.whl \\\na==2\nb==1 ; x\n"
    told = [(move.package, move.before, move.after) for move in lock.moves(before, after)]
    assert told == [("gongkai", "0.1.0", "0.2.0+b1"), ("a", None, "2"), ("c", "1", None)]
    assert lock.bare("# x\n#\na==1\n# y\n") == "a==1\n# y"
