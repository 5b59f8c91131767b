"""`gongkai import`: from a Word file to a page in the preview, and what is never written."""

import builtins
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import html5lib
import pytest
from click.testing import CliRunner, Result
from helpers import import_forms
from helpers.import_sources import written

from generator import site
from generator.cli import main
from generator.importers import readers
from generator.importers.outline import UnreadableError
from generator.intake import content

FORM = import_forms.case("self-evaluation")
DRAFT = "sen-lin-fang-huo-shi-pin-jian-kong-yun"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, words)])


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return written(FORM.blocks, tmp_path / "自评表.docx")


def test_a_word_file_becomes_a_page_in_the_preview(form: Path, project: Path) -> None:
    register = project / "content" / "departments.yml"
    entry = "  - {编号: linye, 名称: 示例市林业局, 地区: yuanjiang, 类型: 政府部门}\n"
    register.write_text(register.read_text(encoding="utf-8") + entry, encoding="utf-8")
    records = project / "content" / "records"
    made = run(form, "--out", project / "drafts", "--project", project)
    assert made.exit_code == 0, made.output
    assert f"2023/linye/{DRAFT}.yml" in made.output
    assert len(made.output.splitlines()) <= 20
    file = project / "drafts" / "2023" / "linye" / f"{DRAFT}.yml"
    target = records / "2023" / "linye" / file.name
    target.parent.mkdir(parents=True)
    file.rename(target)
    folder = project / "content"
    loaded = content.load(folder, project)
    assert [d for d in loaded.diagnostics if "linye" in d.location.path] == []
    address = f"2023/linye/{DRAFT}/"
    assert address not in {r.address for r in site.build(folder, project).records}
    preview = site.build(folder, project, preview=True)
    assert address in {record.address for record in preview.records}


def test_the_page_links_every_value_with_its_place(form: Path, tmp_path: Path) -> None:
    assert run(form, "--out", tmp_path / "out", "--project", tmp_path).exit_code == 0
    text = (tmp_path / "out" / f"{DRAFT}.html").read_text(encoding="utf-8")
    page = html5lib.parse(text, namespaceHTMLElements=False)
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = [a.get("href", "") for a in page.iter("a")]
    assert links
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    assert not [e for e in page.iter() if e.tag in ("script", "link", "img", "iframe")]
    words = "".join(page.itertext())
    assert "示例市森林防火中心" in words
    assert not [hidden for hidden in FORM.hidden if hidden in text]
    assert "核对结果" in words


def test_text_of_a_source_stays_text_on_the_page(tmp_path: Path) -> None:
    file = tmp_path / "hostile.txt"
    file.write_text(
        "<script>alert(1)</script>项目绩效自评报告\n一、{{ 1 }}情况\n*甲*|乙<b>\n"
        "二、存在问题\n1、\"'><img src=x>\n",
        encoding="utf-8",
    )
    made = run(file, "--out", tmp_path / "out", "--project", tmp_path)
    assert made.exit_code == 0, made.output
    (page,) = (tmp_path / "out").glob("*.html")
    parsed = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    assert not [e for e in parsed.iter() if e.tag in ("script", "img", "b")]
    assert "<script>alert(1)</script>" in "".join(parsed.itertext())


def test_json_says_where_each_value_stands(form: Path, tmp_path: Path) -> None:
    made = run(form, "--out", tmp_path / "out", "--format", "json", "--project", tmp_path)
    assert made.exit_code == 0, made.output
    data: Any = json.loads((tmp_path / "out" / f"{DRAFT}.json").read_bytes())
    assert list(data) == ["source", "record", "provenance", "unplaced", "notes"]
    assert data["record"]["状态"] == "草稿"
    told = data["provenance"]["资金.明细.0.支出"]
    assert told == {"place": "表1第6行第8列", "text": "45.1", "confidence": 1.0}
    assert data["provenance"]["指标体系"]["confidence"] < 1
    assert data["unplaced"] == []


def test_the_same_source_gives_the_same_bytes(form: Path, tmp_path: Path) -> None:
    for out in ("one", "two"):
        assert run(form, "--out", tmp_path / out, "--project", tmp_path).exit_code == 0
    one, two = (
        {f.relative_to(tmp_path / out): f.read_bytes() for f in (tmp_path / out).rglob("*.*")}
        for out in ("one", "two")
    )
    assert one == two


def test_what_is_there_is_not_overwritten(form: Path, tmp_path: Path) -> None:
    words = (form, "--out", tmp_path / "out", "--project", tmp_path)
    run(*words)
    again = run(*words)
    assert again.exit_code == 2
    assert re.search("已有 .*不会覆盖", again.output)


def test_a_bad_source_does_not_keep_others_from_being_read(form: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"no")
    made = run(bad, form, "--out", tmp_path / "out", "--project", tmp_path)
    assert made.exit_code == 1
    assert "bad.docx：文件已损坏" in made.output
    assert (tmp_path / "out" / f"{DRAFT}.yml").exists()


def test_without_the_extra_the_command_says_what_to_install(
    form: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [name for name in sys.modules if name.startswith(f"{readers.__name__}.word")]:
        monkeypatch.delitem(sys.modules, module)
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "docx":
            raise ModuleNotFoundError("No module named 'docx'", name="docx")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UnreadableError, match=re.escape('pip install "gongkai[import]"')):
        readers.read(form)


def test_other_commands_need_no_extra() -> None:
    code = (
        "import sys, generator.cli, generator.site\n"
        "found = {'docx', 'lxml', 'pdfplumber', 'openpyxl'} & set(sys.modules)\n"
        "print(sorted(found))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
