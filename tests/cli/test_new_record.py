"""`gongkai new record`: a draft that explains itself, passes the checks and becomes a page."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Self

import pytest
from click.testing import CliRunner, Result
from helpers import showcase

from generator import site, source
from generator.binding.filling import fill
from generator.cli import main
from generator.diagnostics import Severity
from generator.intake import content
from generator.intake.records import Record
from generator.model.evaluation import Evaluation
from generator.schema.fields import Model
from generator.schema.languages import Language
from generator.schema.vocabulary import vocabulary

DEPARTMENT = showcase.SEED.split("/")[1]
OPTIONS = {
    "year": "2023",
    "department": DEPARTMENT,
    "id": "night-opening",
    "title": "2023年度图书馆夜间开放绩效评价报告",
    "project": "图书馆夜间开放",
    "type": "单位自评",
    "scope": "项目支出",
    "frame": "单位自评-10-50-30-10",
    "unit": "万元",
}
FRAMES = tuple(
    frame.name for frame in content.load(showcase.PROJECT / "content", showcase.PROJECT).frames
)
HOSTILE = (
    '"引号": #1 {{ x }} | 甲',
    "- 减号 # 井号",
    "*星号* &和号 !叹号 %百分号 @艾特",
    "'单引号' \\反斜杠",
    "null",
    "键: 值",
    "$(rm -rf) `x` <script>alert(1)</script>",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one region and one record."""
    return showcase.seed_to(tmp_path)


def run(project: Path, /, *more: str, typed: str | None = None, **options: str) -> Result:
    given = [part for name, value in options.items() for part in (f"--{name}", value)]
    return CliRunner().invoke(
        main, ["new", "record", "--site", str(project), *given, *more], input=typed
    )


def file_of(project: Path, /, **options: str) -> Path:
    o = OPTIONS | options
    return project / "content" / "records" / o["year"] / o["department"] / f"{o['id']}.yml"


def check(project: Path) -> Result:
    return CliRunner().invoke(main, ["check", "--project", str(project)])


def written(project: Path, /, **options: str) -> str:
    """The record by options alone."""
    made = run(project, **(OPTIONS | options))
    assert made.exit_code == 0, made.output
    assert "已写出" in made.output
    assert "：\n" not in made.output, "something was asked"
    return file_of(project, **options).read_text(encoding="utf-8")


def the_record(project: Path, /, **options: str) -> Record:
    loaded = content.load(project / "content", project)
    wanted = file_of(project, **options).relative_to(project).as_posix()
    return next(record for record in loaded.records if record.path == wanted)


def models(model: type[Model], seen: set[type[Model]]) -> Iterator[type[Model]]:
    """A model and all that it is made of."""
    if model not in seen:
        seen.add(model)
        yield model
        for term in vocabulary(model).terms.values():
            if term.model:
                yield from models(term.model, seen)


def test_by_options_a_draft_is_written_that_passes_the_checks(project: Path) -> None:
    text = written(project)
    first, *_ = text.splitlines()
    assert first == "# yaml-language-server: $schema=../../../../schema/record.json"
    assert (file_of(project).parent / first.partition("=")[2]).resolve().is_file()
    record = the_record(project)
    assert not record.is_published
    assert record.evaluation.title == OPTIONS["title"]
    assert check(project).exit_code == 0


def test_from_a_draft_to_a_page(project: Path) -> None:
    text = written(project)
    # What a clerk does: each score filled in, amounts, a problem taken out of its comment.
    text = re.sub(r"(分值: (\d+)\n\s+得分:)$", r"\1 \2", text, flags=re.MULTILINE)
    text = text.replace("全年预算:\n", "全年预算: 60\n", 1).replace("支出:\n", "支出: 57\n", 1)
    begin, end = text.index("问题:\n"), text.index("# 有关建议")
    block = re.sub(r"^# ", "", text[begin:end], flags=re.MULTILINE)
    block = block.replace("编号:", "编号: w1").replace("内容:", "内容: 讲座排期偏晚。")
    text = text[:begin] + block + text[end:]
    text = text.replace("状态: 草稿", "状态: 已发布", 1)
    file_of(project).write_text(text, encoding="utf-8")
    assert check(project).exit_code == 0, check(project).output
    built = showcase.build(project)
    page = built / "2023" / DEPARTMENT / "night-opening" / "index.html"
    html = page.read_text(encoding="utf-8")
    assert OPTIONS["title"] in html
    assert "95%" in html
    assert "讲座排期偏晚" in html


@pytest.mark.parametrize("language", Language)
def test_every_field_is_there_and_explained(project: Path, language: Language) -> None:
    written(project)
    made = run(project, **(OPTIONS | {"id": "other", "lang": language.value}))
    assert made.exit_code == 0, made.output
    lines = file_of(project, id="other").read_text(encoding="utf-8").splitlines()
    for model in models(Evaluation, set()):
        for term in vocabulary(model).terms.values():
            key = term.key(language)
            assert any(re.match(rf"[# -]*{re.escape(key)}[:：]", line) for line in lines), key
            assert any("#" in line and term.description in line for line in lines), key
            if language is Language.ENGLISH:
                assert any(line.strip(" #").startswith(("【必填】", term.label)) for line in lines)


def test_in_english_the_draft_is_wholly_english(project: Path) -> None:
    run(project, **(OPTIONS | {"lang": "en"}))
    text = file_of(project).read_text(encoding="utf-8")
    assert "status: draft" in text
    assert "frame: unit-self-evaluation" in text
    assert "schema/record.en.json" in text.splitlines()[0]
    assert (project / "schema" / "record.en.json").is_file()
    assert check(project).exit_code == 0


def test_the_fields_stand_in_the_order_of_the_model(project: Path) -> None:
    keys = re.findall(r"^(\w+):", written(project), flags=re.MULTILINE)
    assert keys == [term.label for term in vocabulary(Evaluation).terms.values()]


def test_without_the_comment_signs_every_block_is_part_of_the_file(project: Path) -> None:
    text = written(project)
    blocks = r"^( *)# (?=  )(?!    ?\S+：)"
    inactive = [line for line in text.splitlines() if re.match(blocks, line)]
    assert len(inactive) > 40
    guide = text[text.index("# 每个指标可以填写") : text.index("\n指标:")]
    whole = re.sub(r"^( *)# (?=  )", r"\1", text.replace(guide, ""), flags=re.MULTILINE)
    reading = source.read(whole.encode(), "x.yml")
    assert reading.document is not None
    assert reading.document.data["问题"] == [
        {"编号": None, "内容": None, "类别": None, "涉及金额": None}
    ]
    faults = fill(reading.document, Evaluation).diagnostics
    assert {fault.rule for fault in faults} == {"missing-field"}, faults


@pytest.mark.slow
@pytest.mark.parametrize("frame", FRAMES)
def test_every_frame_is_laid_out_with_its_weights(project: Path, frame: str) -> None:
    written(project, frame=frame)
    assert check(project).exit_code == 0
    record = the_record(project)

    def tree(rows: Any) -> object:
        return [(row.name, row.weight, tree(row.children)) for row in rows]

    assert record.frame.name == frame
    assert tree(record.evaluation.indicators) == tree(record.frame.indicators)
    preview = site.build(project / "content", project, preview=True)
    assert any(a.uri.startswith(record.address) for a in preview.artifacts)


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_typed_is_what_the_record_holds(project: Path, name: str) -> None:
    written(project, project=name, title=name)
    record = the_record(project)
    assert (record.evaluation.name, record.evaluation.title) == (name, name)
    errors = content.load(project / "content", project).diagnostics
    assert not [fault for fault in errors if fault.severity is Severity.ERROR]


def test_the_writing_uses_the_same_bytes_each_time(project: Path) -> None:
    first = written(project)
    file_of(project).unlink()
    assert written(project) == first
    assert "\r" not in first


class TestAsking:
    """Without options everything is asked, and a wrong answer is asked again."""

    def test_all(self, project: Path) -> None:
        typed = "\n".join(
            ["二〇二三", "２０２３", "1", "Night", "night-opening", "图书馆夜间开放", "", "4",
             "单位自评", "项目支出", "单位自评-10-50-30-10", ""]
        )  # fmt: skip
        made = run(project, typed=typed + "\n")
        assert made.exit_code == 0, made.output
        assert "“二〇二三”不是年度，应为四位数字，如 2024。请重新输入" in made.output
        assert "“Night”不能用作编号" in made.output
        assert "没有“4”。可选：单位自评、部门评价、财政评价。请重新输入" in made.output
        assert "2021年度" not in made.output
        assert "中共沅江市委办公室" in made.output
        record = the_record(project)
        assert record.evaluation.title == "2023年度图书馆夜间开放绩效评价报告"
        assert record.evaluation.funds
        assert record.evaluation.funds.unit.label == "万元"

    def test_only_what_no_option_says(self, project: Path) -> None:
        options = {name: value for name, value in OPTIONS.items() if name != "title"}
        made = run(project, typed="自拟标题\n", **options)
        assert made.exit_code == 0
        assert the_record(project).evaluation.title == "自拟标题"
        assert "评价类型" not in made.output

    def test_the_year_after_the_newest_is_offered(self, project: Path) -> None:
        made = run(project, typed="")
        assert "评价年度 [2022]" in made.output

    def test_the_year_being_worked_on_is_offered(self, project: Path) -> None:
        written(project)
        assert "评价年度 [2023]" in run(project, typed="").output

    def test_breaking_off_leaves_nothing(self, project: Path) -> None:
        before = showcase.files_of(project)
        made = run(project, typed="2023\n1\nnight-opening\n")
        assert made.exit_code == 1
        assert "已取消。没有写入任何文件" in made.output
        assert showcase.files_of(project) == before

    def test_ctrl_c_while_writing_leaves_nothing(
        self, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = showcase.files_of(project)
        opened: Any = Path.open

        class Broken:
            def __init__(self, stream: IO[bytes]) -> None:
                self.stream = stream

            def __enter__(self) -> Self:
                return self

            def __exit__(self, *_: object) -> None:
                self.stream.close()

            def write(self, data: bytes) -> None:
                self.stream.write(data[:100])
                raise KeyboardInterrupt

        def broken(self: Path, mode: str = "r", **more: str) -> object:
            stream = opened(self, mode, **more)
            return Broken(stream) if "x" in mode else stream

        monkeypatch.setattr(Path, "open", broken)
        made = run(project, **OPTIONS)
        monkeypatch.undo()
        assert made.exit_code == 1
        assert "已取消" in made.output
        assert showcase.files_of(project) == before
        assert not file_of(project).parent.exists()


class TestFromLastYear:
    """Indicators, targets and weights are kept; what the year brought is not."""

    @pytest.fixture(autouse=True)
    def _last_year(self, project: Path) -> None:
        self.project = project
        text = written(project, year="2022", title="2022年度图书馆夜间开放绩效评价报告")
        row = re.compile(r"- 名称: 数量指标\n(\s+)分值:\n")
        text = row.sub(
            r"- 名称: 开放天数\n\1分值: 12.50\n\1得分: 11\n\1符号: ≥\n\1指标值: 250\n"
            r"\1计量单位: 天\n\1完成值: 240\n\1偏差原因: 停电\n\1改进措施: 备用电源\n\1佐证: 日志\n"
            r"\1",
            text,
        )
        lines = text.splitlines()
        at = lines.index("        佐证: 日志") + 1
        while not lines[at].lstrip().startswith(("#", "-")):
            del lines[at]
        text = "\n".join(lines) + "\n"
        text = text.replace("来源: 当年财政拨款", "来源: 市级专项").replace("编码:", "编码: K-7")
        text = text.replace("状态: 草稿", "状态: 已发布")
        file_of(project, year="2022").write_text(text, encoding="utf-8")
        assert check(project).exit_code == 0, check(project).output

    def kept(self) -> None:
        record = the_record(self.project)
        before = the_record(self.project, year="2022").evaluation
        now = record.evaluation
        days = next(i for i in now.leaves() if i.name == "开放天数")
        was = next(i for i in before.leaves() if i.name == "开放天数")
        assert str(days.weight) == "12.50"
        assert (days.operator, days.target, days.unit) == (was.operator, "250", "天")
        assert (days.score, days.actual, days.deviation_reason) == (None, None, None)
        assert (days.corrective_action, days.evidence) == (None, None)
        assert was.score is not None
        assert [i.name for i in now.leaves()] == [i.name for i in before.leaves()]
        assert now.project == before.project
        assert now.funds
        assert [fund.source for fund in now.funds.rows] == ["市级专项"]
        assert not record.is_published
        assert check(self.project).exit_code == 0

    def test_by_option(self) -> None:
        given = {name: OPTIONS[name] for name in ("year", "department", "id", "title")}
        made = run(self.project, "--from-last-year", **given)
        assert made.exit_code == 0, made.output
        assert "沿用了 2022 年度的指标、指标值和分值" in made.output
        assert "2022 年度的记录" in file_of(self.project).read_text(encoding="utf-8")
        self.kept()

    def test_by_question(self) -> None:
        made = run(self.project, typed="2023\n1\n1\n\n\n")
        assert made.exit_code == 0, made.output
        assert "1. 图书馆夜间开放　night-opening（2022）" in made.output
        assert "报告全称 [2023年度图书馆夜间开放绩效评价报告]" in made.output
        self.kept()

    def test_by_question_declined(self) -> None:
        typed = "2023\n1\nnight-opening\n不知道\n否\n新项目\n\n1\n1\n单位自评-10\n2\n"
        made = run(self.project, typed=typed)
        assert made.exit_code == 0, made.output
        assert "请输入 是 或 否" in made.output
        names = [i.name for i in the_record(self.project).evaluation.leaves()]
        assert "数量指标" in names
        assert "开放天数" not in names

    def test_options_alone_only_mention_it(self) -> None:
        made = run(self.project, **OPTIONS)
        assert made.exit_code == 0
        assert "2022 年度有同一项目的记录；加 --from-last-year 可以沿用其指标" in made.output
        assert "开放天数" not in file_of(self.project).read_text(encoding="utf-8")

    def test_another_frame_is_refused(self) -> None:
        made = run(self.project, "--from-last-year", **(OPTIONS | {"frame": "加权指标平铺"}))
        assert made.exit_code == 2
        assert "用的是“单位自评-10-50-30-10”" in made.output

    def test_without_such_a_record_it_is_refused(self) -> None:
        made = run(self.project, "--from-last-year", **(OPTIONS | {"id": "other"}))
        assert made.exit_code == 2
        assert "编号为 other 的可用记录" in made.output

    def test_through_a_department_that_took_over(self) -> None:
        register = self.project / "content" / "departments.yml"
        text = register.read_text(encoding="utf-8").rstrip() + "\n    继任: new-office\n"
        text += "  - {编号: new-office, 名称: 新办公室, 地区: yuanjiang, 类型: 党委部门}\n"
        register.write_text(text, encoding="utf-8")
        given = OPTIONS | {"department": "new-office"}
        made = run(self.project, "--from-last-year", **given)
        assert made.exit_code == 0, made.output
        assert "沿用了 2022 年度" in made.output


class TestRefusing:
    """Wrong options end with 2, what stands in the way with 1; nothing is written."""

    @pytest.mark.parametrize(
        ("name", "value", "said"),
        [
            ("year", "23", "--year：“23”不是年度"),
            ("department", "市委", "--department：没有“市委”，是否应为“市委办”？"),
            ("department", "1", "可选：中共沅江市委办公室"),
            ("id", "夜间", "--id：“夜间”不能用作编号"),
            ("id", "con", "--id：“con”不能用作编号"),
            ("title", " ", "--title：不能空着"),
            ("title", "甲\u202e乙", "--title：其中有不能使用的字符：文字方向控制符 U+202E"),
            ("type", "自评", "--type：没有“自评”，是否应为“单位自评”？可选：单位自评、部门评价"),
            ("scope", "项目", "可选：项目支出、部门整体支出、专项资金、转移支付、政策"),
            ("frame", "单位自评", "单位自评-10-50-30-10"),
            ("unit", "千元", "可选：元、万元、亿元"),
        ],
    )
    def test_a_wrong_option(self, project: Path, name: str, value: str, said: str) -> None:
        before = showcase.files_of(project)
        made = run(project, **(OPTIONS | {name: value}))
        assert made.exit_code == 2
        assert said in made.output
        assert "Traceback" not in made.output
        assert showcase.files_of(project) == before

    def test_a_record_that_is_there(self, project: Path) -> None:
        text = written(project)
        made = run(project, **(OPTIONS | {"title": "另一份"}))
        assert made.exit_code == 2
        assert "已有 content/records/2023" in made.output
        assert file_of(project).read_text(encoding="utf-8") == text

    def test_a_project_without_departments(self, project: Path) -> None:
        (project / "content" / "departments.yml").write_text("坏", encoding="utf-8")
        made = run(project, **OPTIONS)
        assert made.exit_code == 1
        assert "content/departments.yml:1:1" in made.output
        assert "gongkai new department" in made.output

    def test_a_folder_that_is_no_project(self, tmp_path: Path) -> None:
        assert run(tmp_path / "content", **OPTIONS).exit_code == 2
        (tmp_path / "empty").mkdir()
        assert run(tmp_path / "empty", **OPTIONS).exit_code == 2

    def test_faults_of_other_records_do_not_matter(self, project: Path) -> None:
        (project / showcase.SEED_RECORD).write_text("坏\n", encoding="utf-8")
        assert run(project, **OPTIONS).exit_code == 0
