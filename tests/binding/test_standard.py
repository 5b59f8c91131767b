"""The standard form, and files in the other language: what is said stays, comments included."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from helpers import showcase
from helpers.filling import any_of
from helpers.thorough import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.binding.filling import Form, fill
from generator.binding.spelling import spell
from generator.binding.standard import UnsafeError, standard
from generator.cli import main
from generator.disk import replace
from generator.model.evaluation import Evaluation
from generator.schema.languages import Language
from generator.source import At, Layout, Plain, layout_of, read, write

ZH, EN = Language.CHINESE, Language.ENGLISH


def form_of(content: bytes) -> Form[Evaluation]:
    document = read(content, "a.yml").document
    assert document is not None
    form = fill(document, Evaluation)
    assert form.value is not None, form.diagnostics
    return form


def put(content: bytes, language: Language | None = None) -> bytes:
    """A file in standard form, in its own or in this language."""
    form = form_of(content)
    return standard(form, content, language or form.language).encode()


def paths(data: Plain, at: At = ()) -> list[At]:
    members: list[tuple[str | int, Plain]] = []
    if isinstance(data, dict | list):
        members = list(data.items() if isinstance(data, dict) else enumerate(data))
    return [at, *(path for key, value in members for path in paths(value, (*at, key)))]


@st.composite
def records(draw: st.DrawFn) -> bytes:
    """Any record in either language, its keys in any order, with comments, brackets and blanks."""
    language = draw(st.sampled_from(Language))
    data = spell(draw(any_of(Evaluation)), language)
    keys = draw(st.permutations(list(data)))
    data = {key: data[key] for key in keys}
    every = paths(data)
    lines = st.lists(st.sampled_from(["# 甲", "#乙", "# c: [", ""]), max_size=2).map(tuple)
    comments = st.lists(st.sampled_from(["# 甲", "#乙"]), max_size=2).map(tuple)
    layout = Layout(
        draw(st.dictionaries(st.sampled_from(every), lines, max_size=6)),
        draw(st.dictionaries(st.sampled_from(every[1:]), comments, max_size=6)),
        draw(st.dictionaries(st.just(()), lines, max_size=1)),
        frozenset(draw(st.sets(st.sampled_from(every), max_size=6))),
    )
    return write(data, layout).encode()


@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.too_slow])
@given(records())
@pytest.mark.slow
def test_what_is_said_stays(content: bytes) -> None:
    tidy = put(content)
    assert form_of(tidy).value == form_of(content).value
    assert layout_of(tidy).comments == layout_of(content).comments
    assert put(tidy) == tidy
    language = form_of(content).language
    there = put(content, language.other)
    assert form_of(there).language is language.other
    assert form_of(there).value == form_of(content).value
    assert put(there, language) == tidy


REASON = "写在括号里太长，要分行写才看得清楚；" * 3
TYPED = f"""\
# yaml-language-server: $schema=../schema/record.json
标题:   '2023年度甲项目'   # 照录
状态: 草稿
格式: １
项目:
    名称: 甲
    编码:


# 分管领导要求补充
评价对象: 项目支出
评价类型: 单位自评
指标体系: 单位自评-10-50-30-10
资金:
 单位: 万元
 明细:
 - 支出: １２．５０
   来源: 市级
 报告列示: {{执行率: {{口径: 支出/预算, 数值: ９８ %}}}}
指标:
- {{得分: 10, 名称: 数量}}
- {{得分: 10, 名称: 质量, 偏差原因: {REASON}}}
来源: {{摘编: 是}}
公开:
  成文日期: 2023年3月1日
"""

TIDY = f"""\
# yaml-language-server: $schema=../schema/record.json
格式: 1
状态: 草稿
标题: 2023年度甲项目  # 照录
项目:
  名称: 甲
  编码:
评价类型: 单位自评

# 分管领导要求补充
评价对象: 项目支出
指标体系: 单位自评-10-50-30-10
资金:
  单位: 万元
  明细:
    - 来源: 市级
      支出: 12.50
  报告列示:
    执行率: {{数值: 98%, 口径: 支出/预算}}
指标:
  - {{名称: 数量, 得分: 10}}
  - 名称: 质量
    得分: 10
    偏差原因: {REASON}
公开:
  成文日期: 2023-03-01
来源: {{摘编: 是}}
"""


def test_the_standard_form() -> None:
    assert put(TYPED.encode()).decode() == TIDY


def test_the_other_language() -> None:
    english = put(TYPED.encode(), EN).decode()
    assert "format: 1\nstatus: draft\ntitle: 2023年度甲项目  # 照录\n" in english
    assert "execution: {value: 98%, base: spent_by_budget}" in english
    assert "source: {excerpt: true}" in english
    assert put(english.encode(), ZH).decode() == TIDY


def test_a_file_is_never_rewritten_on_trust(monkeypatch: pytest.MonkeyPatch) -> None:
    content = TYPED.encode()
    form = form_of(content)
    monkeypatch.setattr("generator.binding.standard.source.write", lambda data, _: write(data))
    with pytest.raises(UnsafeError):
        standard(form, content, ZH)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def record(project: Path) -> Path:
    return project / showcase.SEED_RECORD


def test_the_showcase_is_in_standard_form() -> None:
    done = run("fmt", "--check", "--project", showcase.PROJECT)
    assert done.exit_code == 0, done.output


def test_check_changes_nothing_and_fails(project: Path, record: Path) -> None:
    record.write_bytes(content := record.read_bytes().replace(b": ", b":  "))
    done = run("fmt", "--check", "--project", project)
    assert done.exit_code == 1
    assert showcase.SEED_RECORD in done.output
    assert record.read_bytes() == content
    assert run("fmt", "--project", project).exit_code == 0
    assert run("fmt", "--check", "--project", project).exit_code == 0


def test_a_project_goes_into_the_other_language_and_back(small: Path) -> None:
    before = showcase.files_of(small / "content")
    assert run("convert", "--lang", "en", "--project", small).exit_code == 0
    english = showcase.files_of(small / "content")
    assert all(english[name] != before[name] for name in before if name.endswith(".yml"))
    assert run("check", "--project", small).exit_code == 0
    assert run("convert", "--lang", "zh", "--project", small).exit_code == 0
    assert showcase.files_of(small / "content") == before


@pytest.mark.parametrize("command", [("fmt",), ("convert", "--lang", "en")])
def test_a_file_with_an_error_stays_as_it_is(
    command: tuple[str, ...], project: Path, record: Path
) -> None:
    content = record.read_bytes().replace("得分: 30".encode(), "得分:  三十".encode())
    record.write_bytes(content)
    done = run(*command, "--project", project)
    assert done.exit_code == 1
    assert "「得分」填写的「三十」" in done.output
    assert record.read_bytes() == content


def test_a_record_of_a_kind_that_cannot_be_read_stays_and_is_named(
    project: Path, record: Path
) -> None:
    kinds = project / "content" / "kinds"
    kinds.mkdir(exist_ok=True)
    (kinds / "on-site.yml").write_text("格式: [\n", encoding="utf-8")
    content = record.read_bytes().replace("单位自评\n".encode(), "现场评价\n".encode(), 1)
    record.write_bytes(content)
    done = run("fmt", record, "--project", project)
    assert done.exit_code == 1
    assert f"{showcase.SEED_RECORD}: 所用的评价类型写在有错误的文件里" in done.output
    assert record.read_bytes() == content


def test_only_the_files_named_are_rewritten(project: Path, record: Path) -> None:
    before = showcase.files_of(project / "content")
    assert run("convert", record, "--lang", "en", "--project", project).exit_code == 0
    after = showcase.files_of(project / "content")
    changed = [name for name in before if before[name] != after[name]]
    assert changed == [record.relative_to(project / "content").as_posix()]


def test_a_folder_means_its_content_files_and_not_their_attachments(
    project: Path, record: Path
) -> None:
    attachment = record.with_suffix("") / "data.yml"
    attachment.parent.mkdir()
    attachment.write_bytes(b"x:  1\n")
    assert run("convert", record.parent, "--lang", "en", "--project", project).exit_code == 0
    assert b"format: 1" in record.read_bytes()
    assert attachment.read_bytes() == b"x:  1\n"


def test_a_draft_outside_any_project(tmp_path: Path) -> None:
    draft = tmp_path / "draft.yml"
    draft.write_text(TYPED, encoding="utf-8")
    assert run("fmt", draft, "--project", tmp_path).exit_code == 0
    assert draft.read_text(encoding="utf-8") == TIDY


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_the_result_is_utf_8_with_lf(encoding: str, tmp_path: Path) -> None:
    draft = tmp_path / "draft.yml"
    draft.write_bytes(TYPED.replace("\n", "\r\n").encode(encoding))
    run("fmt", draft, "--project", tmp_path)
    assert draft.read_bytes() == TIDY.encode()


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "draft.yml"
    draft.write_text(TYPED, encoding="utf-8")

    def fails(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("shutil.copymode", fails)
    with pytest.raises(OSError, match="disk full"):
        replace(draft, TIDY.encode())
    assert showcase.files_of(tmp_path) == {"draft.yml": TYPED.encode()}


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such rights")
def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    draft = tmp_path / "draft.yml"
    draft.write_text(TYPED, encoding="utf-8")
    draft.chmod(0o640)
    replace(draft, TIDY.encode())
    assert draft.stat().st_mode & 0o777 == 0o640
