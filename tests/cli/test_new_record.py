"""`gongkai new record`: a draft that explains itself, passes the checks and becomes a page."""

import re
from itertools import product
from pathlib import Path
from typing import IO, Any, NamedTuple, Self

import pytest
from click.testing import CliRunner, Result
from helpers import showcase

from generator import site, source
from generator.binding.filling import fill
from generator.binding.opening import open_form
from generator.cli import main
from generator.diagnostics import Severity
from generator.intake import content
from generator.intake.content import Content
from generator.intake.records import Record
from generator.model.documents import Disclosure, Source
from generator.model.evaluation import Evaluation
from generator.model.funds import Funds
from generator.model.indicators import Indicator
from generator.model.kinds import BUILT_IN_KINDS, Block, EvaluationKind
from generator.model.outcome import Objective
from generator.model.outcome import Result as Conclusion
from generator.model.project import Project
from generator.model.publisher import Thresholds
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
FRAMES = tuple(frame.name for frame in showcase.loaded().frames)
KINDS = tuple(
    sorted(
        (kind for file in BUILT_IN_KINDS.glob("*.yml")
         if (kind := open_form(file, BUILT_IN_KINDS, EvaluationKind).value)),
        key=lambda kind: kind.order,
    )
)  # fmt: skip
HOSTILE = (
    '"引号": #1 {{ x }} | 甲',
    "- 减号 # 井号",
    "*星号* &和号 !叹号 %百分号 @艾特",
    "'单引号' \\反斜杠",
    "null",
    "键: 值",
    "$(rm -rf) `x` <script>alert(1)</script>",
)


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
    return record_in(content.load(project / "content", project), project, **options)


def record_in(loaded: Content, project: Path, /, **options: str) -> Record:
    wanted = file_of(project, **options).relative_to(project).as_posix()
    return next(record for record in loaded.records if record.path == wanted)


def drafted(project: Path, kind: EvaluationKind, language: Language) -> str:
    """A draft of a kind, with no more than that kind asks for."""
    needed = {name: OPTIONS[name] for name in ("year", "department", "id", "title", "scope")}
    needed |= {"type": kind.name, "lang": language.value}
    needed |= {"period-from": "2023-01-01", "period-to": "2023-07-31", "unit": OPTIONS["unit"]}
    if Block.ITEMS not in kind.required:
        needed["project"] = OPTIONS["project"]
    if kind.has_points:
        needed["frame"] = OPTIONS["frame"]
    if Block.RELATED in kind.laid_out:
        needed["related"] = "不在本站"
    made = run(project, **needed)
    assert made.exit_code == 0, made.output
    assert "：\n" not in made.output, "something was asked"
    return file_of(project).read_text(encoding="utf-8")


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
    text = re.sub(r"分值: (\d+), 得分: ,", r"分值: \1, 得分: \1,", text)
    text = text.replace("全年预算: , 支出: }", "全年预算: 60, 支出: 57}", 1)
    text = text.replace(
        "# 问题: [{编号: w1, 内容: 发现的问题}]", "问题: [{编号: w1, 内容: 讲座排期偏晚。}]"
    )
    text = text.replace("状态: 草稿", "状态: 已发布", 1)
    file_of(project).write_text(text, encoding="utf-8")
    assert check(project).exit_code == 0, check(project).output
    built = showcase.build(project)
    page = built / "2023" / DEPARTMENT / "night-opening" / "index.html"
    html = page.read_text(encoding="utf-8")
    assert OPTIONS["title"] in html
    assert "95%" in html
    assert "讲座排期偏晚" in html


class Draft(NamedTuple):
    """What is written for a kind in a language, and the project it stands in."""

    project: Path
    kind: EvaluationKind
    language: Language
    text: str


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(pair, id="-".join((pair[0].id, pair[1].value)))
        for pair in product(KINDS, Language)
    ],
)
def draft(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Draft:
    project = showcase.seed_to(tmp_path_factory.mktemp("draft"))
    kind, language = request.param
    return Draft(project, kind, language, drafted(project, kind, language))


def test_every_kind_has_its_draft(draft: Draft) -> None:
    project, kind, _, text = draft
    loaded = content.load(project / "content", project)
    faults = [d for d in loaded.diagnostics if d.location.path.startswith("content/records/2023")]
    assert [d.rule for d in faults if d.severity is Severity.ERROR] == []
    assert {d.rule for d in faults} <= {"missing-block"}, faults
    record = record_in(loaded, project)
    assert (record.kind.id, record.evaluation.format) == (kind.id, 2)
    formatted = CliRunner().invoke(main, ["fmt", "--check", "--project", str(project)])
    assert formatted.exit_code == 0, formatted.output
    assert file_of(project).read_text(encoding="utf-8") == text
    assert check(project).exit_code == 0, check(project).output


def test_a_draft_lays_out_what_its_kind_usually_has(draft: Draft) -> None:
    _, kind, language, text = draft
    terms = vocabulary(Evaluation).terms
    *_, footer = text.splitlines()
    rest = footer.removeprefix("# 还可以填写：").split("；")[0].split("、")
    for block in kind.laid_out:
        assert re.search(rf"^(?:# )?{terms[block.value].key(language)}:", text, re.MULTILINE)
    for term in terms.values():
        key = term.key(language)
        laid_out = re.search(rf"^(?:# )?{key}:", text, re.MULTILINE) is not None
        assert laid_out is not (key in rest), key


@pytest.mark.parametrize("language", Language)
def test_what_is_empty_is_explained(project: Path, language: Language) -> None:
    run(project, **(OPTIONS | {"lang": language.value}))
    text = file_of(project).read_text(encoding="utf-8")
    for model in (Project, Funds, Objective, Conclusion, Disclosure, Source):
        for term in vocabulary(model).terms.values():
            key, told = term.key(language), term.description
            if term.name == "rows":
                continue
            if re.search(rf"^  {key}:", text, re.MULTILINE) and f"  {key}: " not in text:
                assert re.search(rf"^  {key}:  # .*{re.escape(told)}", text, re.MULTILINE), key
            elif f"  {key}: " not in text:
                assert key in text.splitlines()[-1], key


def test_the_commonest_unit_is_typed_as_the_draft_says(project: Path) -> None:
    text = written(project)
    [how] = set(re.findall(r"单位是 % 的，写 (\S+?)。", text))
    unit = vocabulary(Indicator).terms["unit"].key(Language.CHINESE)
    file_of(project).write_text(text.replace(f"{unit}: ,", f"{unit}: {how},"), encoding="utf-8")
    [*_, last] = the_record(project).evaluation.indicators
    assert last.children[0].unit == "%"


def test_a_draft_lays_out_what_a_publication_must_have(project: Path) -> None:
    text = written(project)
    for field in Thresholds().required_disclosure:
        # One of two will do: the draft lays out both.
        for label in field.label.split("或"):
            assert re.search(rf"^  {label}:", text, re.MULTILINE), label


def test_a_plain_self_evaluation_fits_on_sixty_lines(project: Path) -> None:
    assert len(written(project).splitlines()) <= 60


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
    order = [term.label for term in vocabulary(Evaluation).terms.values()]
    assert keys == sorted(keys, key=order.index)


def test_without_the_comment_signs_problems_are_part_of_the_file(project: Path) -> None:
    whole = re.sub(r"^# (?=问题: |建议: )", "", written(project), flags=re.MULTILINE)
    reading = source.read(whole.encode(), "x.yml")
    assert reading.document is not None
    form = fill(reading.document, Evaluation)
    assert form.value is not None, form.diagnostics
    assert form.value.recommendations[0].findings == (form.value.findings[0].id,)


@pytest.mark.slow
@pytest.mark.parametrize("frame", FRAMES)
def test_every_frame_is_laid_out_with_its_weights(project: Path, frame: str) -> None:
    written(project, frame=frame)
    assert check(project).exit_code == 0
    loaded = content.load(project / "content", project)
    record = record_in(loaded, project)

    def tree(rows: Any) -> object:
        return [(row.name, row.weight, tree(row.children)) for row in rows]

    assert record.frame.name == frame
    assert tree(record.evaluation.indicators) == tree(record.frame.indicators)
    preview = site.publish(loaded, preview=True)
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
            ["11", "单位自评", "二〇二三", "２０２３", "1", "Night", "night-opening",
             "图书馆夜间开放", "", "项目支出", "单位自评-10-50-30-10", ""]
        )  # fmt: skip
        made = run(project, typed=typed + "\n")
        assert made.exit_code == 0, made.output
        assert "“二〇二三”不是年度，应为四位数字，如 2024。请重新输入" in made.output
        assert "“Night”不能用作编号" in made.output
        assert "没有“11”。可选：绩效目标、事前评估、运行监控" in made.output
        assert made.output.startswith("哪一类文件")
        assert "2021年度" not in made.output
        assert "中共沅江市委办公室" in made.output
        record = the_record(project)
        assert record.evaluation.title == "2023年度图书馆夜间开放绩效评价报告"
        assert record.evaluation.funds
        assert record.evaluation.funds.unit.label == "万元"

    def test_a_projects_name_alone_will_do(self, project: Path) -> None:
        typed = "单位自评\n2023\n1\n图书馆夜间开放\n\n\n项目支出\n没有写明\n\n"
        made = run(project, typed=typed)
        assert made.exit_code == 0, made.output
        assert "记录编号，即网址的一部分 [tu-shu-guan-ye-jian-kai-fang]" in made.output
        record = the_record(project, id="tu-shu-guan-ye-jian-kai-fang")
        assert record.evaluation.name == "图书馆夜间开放"
        assert record.evaluation.title == "2023年度图书馆夜间开放绩效评价报告"
        assert check(project).exit_code == 0

    def test_a_title_typed_for_the_name_loses_what_it_says_twice(self, project: Path) -> None:
        typed = (
            "单位自评\n2023\n1\n2023年度图书馆夜间开放绩效评价报告\n\nx\n\n项目支出\n没有写明\n\n"
        )
        made = run(project, typed=typed)
        assert made.exit_code == 0, made.output
        assert "项目全称不带年度和文件名称，可以改 [图书馆夜间开放]" in made.output
        evaluation = the_record(project, id="x").evaluation
        assert evaluation.name == "图书馆夜间开放"
        assert evaluation.title == "2023年度图书馆夜间开放绩效评价报告"

    def test_a_whole_title_typed_for_the_name_is_offered_as_title(self, project: Path) -> None:
        typed = "单位自评\n2023\n1\n夜间开放项目支出绩效自评表（2023年度）\n\nx\n"
        made = run(project, typed=typed)
        assert "可以改 [夜间开放]" in made.output
        assert "报告全称 [夜间开放项目支出绩效自评表（2023年度）]" in made.output

    def test_a_project_known_by_its_name_is_offered_its_id(self, project: Path) -> None:
        written(project, year="2022")
        made = run(project, typed="单位自评\n2023\n1\n图书馆 夜间开放\n\n否\n\n\n\n")
        assert "2022 年度有同一项目的记录，编号是 night-opening。" in made.output
        assert "记录编号，即网址的一部分 [night-opening]" in made.output

    def test_an_id_of_another_project_is_not_offered_again(self, project: Path) -> None:
        written(project, year="2022", id="ye-jian-kai-fang", project="另一个项目")
        made = run(project, typed="单位自评\n2023\n1\n夜间开放\n")
        assert "[ye-jian-kai-fang-2]" in made.output

    def test_by_options_without_an_id_one_is_offered(self, project: Path) -> None:
        options = {name: value for name, value in OPTIONS.items() if name != "id"}
        made = run(project, typed="\n", **options)
        assert made.exit_code == 0, made.output
        assert file_of(project, id="tu-shu-guan-ye-jian-kai-fang").is_file()

    def test_only_what_no_option_says(self, project: Path) -> None:
        options = {name: value for name, value in OPTIONS.items() if name != "title"}
        made = run(project, typed="自拟标题\n", **options)
        assert made.exit_code == 0
        assert the_record(project).evaluation.title == "自拟标题"
        assert "评价类型" not in made.output

    @pytest.mark.parametrize(
        ("kind", "scope", "listed", "left_out"),
        [
            ("单位自评", "项目支出", "单位自评-10-50-30-10", "部门整体支出-25-30-45"),
            ("单位自评", "部门整体支出", "部门整体支出-25-30-45", "PPP项目-运营期"),
            ("财政评价", "项目支出", "决策过程产出效益", "单位自评-10-50-30-10"),
            ("事前评估", "项目支出", "事前评估五项", "专项债券事前评估八项"),
            ("事前评估", "专项债券", "专项债券事前评估八项", "加权指标平铺"),
        ],
    )
    def test_the_frames_offered_are_those_of_the_kind(
        self, project: Path, kind: str, scope: str, listed: str, left_out: str
    ) -> None:
        given = {name: OPTIONS[name] for name in ("year", "department", "id", "title", "project")}
        made = run(project, typed="没有这一套\n", type=kind, scope=scope, **given)
        menu, answer = made.output.split("请输入序号或名称", 1)
        offered = re.findall(r"^  \d+\. (\S+?)　", menu, re.MULTILINE)
        assert listed in offered
        assert left_out not in offered
        assert offered[-2:] == ["以上都不是", "没有写明"]
        assert f"（“{kind}”常用的；其他的可以输入名称）" in menu
        assert left_out in answer

    @pytest.mark.parametrize("answer", ["以上都不是", "没有写明", "决策过程产出效益"])
    def test_a_frame_that_is_not_listed_may_be_said(self, project: Path, answer: str) -> None:
        given = {name: value for name, value in OPTIONS.items() if name != "frame"}
        made = run(project, typed=f"{answer}\n", **given)
        assert made.exit_code == 0, made.output
        record = the_record(project)
        assert record.evaluation.frame == (answer if "决策" in answer else None)
        assert record.evaluation.indicators
        text = file_of(project).read_text(encoding="utf-8")
        assert ("指标体系:  # 本站没有登记报告所用的指标体系" in text) is (answer == "以上都不是")
        assert len(text.splitlines()) <= 60 or record.evaluation.frame
        assert check(project).exit_code == 0

    def test_the_kinds_are_offered_as_their_documents_are_made(self, project: Path) -> None:
        offered = re.findall(r"^  \d+\. (\S+?)　", run(project, typed="").output, re.MULTILINE)
        assert offered == [kind.name for kind in KINDS]
        assert (offered[0], offered[-1]) == ("绩效目标", "结果通报")

    def test_a_form_without_points_asks_for_no_frame_but_its_period(self, project: Path) -> None:
        typed = "运行监控\n2023\n1\nnight-opening\n夜间开放\n\n项目支出\n\n\n7月\n2023年7月31日\n"
        made = run(project, typed=typed)
        assert made.exit_code == 0, made.output
        assert "指标体系" not in made.output
        assert "“7月”不是日期，应为年-月-日，如 2022-07-29" in made.output
        period = the_record(project).evaluation.period
        assert period is not None
        assert (str(period.start), str(period.end)) == ("2023-01-01", "2023-07-31")

    def test_a_rectification_asks_what_it_answers(self, project: Path) -> None:
        made = run(project, typed="整改\n2022\n1\n1\n\n\n")
        assert made.exit_code == 0, made.output
        assert "2021/yuanjiang-shiwei-bangongshi/office-work-conference" in made.output
        name = "office-work-conference-rectification"
        record = the_record(project, year="2022", id=name)
        answered = content.load(project / "content", project).records[0].evaluation
        evaluation = record.evaluation
        assert evaluation.project is not None
        assert (evaluation.project.id, evaluation.name) == (
            showcase.SEED.split("/")[2],
            answered.name,
        )
        assert [related.record for related in evaluation.related] == [showcase.SEED]
        found = [finding.id for finding in answered.findings]
        assert [name for entry in evaluation.rectification for name in entry.findings] == found
        assert len(found) > 1

    def test_what_it_answers_may_be_elsewhere(self, project: Path) -> None:
        typed = "整改\n2022\n1\n不在本站\nmeals\n助餐\n\n项目支出\n"
        made = run(project, typed=typed)
        assert made.exit_code == 0, made.output
        (related,) = the_record(project, year="2022", id="meals").evaluation.related
        assert (related.relation, related.record) == ("整改", None)

    def test_a_notice_lays_out_two_samples(self, project: Path) -> None:
        made = run(project, typed="结果通报\n2023\n1\nresults\n\n项目支出\n没有写明\n")
        assert made.exit_code == 0, made.output
        assert "项目全称" not in made.output
        evaluation = the_record(project, id="results").evaluation
        assert evaluation.project is None
        assert [item.id for item in evaluation.items] == ["item-1", "item-2"]

    def test_a_project_known_by_another_kind_keeps_its_id(self, project: Path) -> None:
        written(project, year="2022")
        made = run(
            project,
            typed="目标\n2023\n1\n1\n\n\n项目支出\n没有写明\n\n".replace("目标", "绩效目标"),
        )
        assert made.exit_code == 0, made.output
        record = the_record(project, id="night-opening-performance-target")
        assert record.evaluation.project is not None
        assert record.evaluation.project.id == "night-opening"
        assert record.evaluation.name == OPTIONS["project"]

    def test_the_year_after_the_newest_is_offered(self, project: Path) -> None:
        made = run(project, typed="单位自评\n")
        assert "评价年度 [2022]" in made.output

    def test_the_year_being_worked_on_is_offered(self, project: Path) -> None:
        written(project)
        assert "评价年度 [2023]" in run(project, typed="单位自评\n").output

    def test_breaking_off_leaves_nothing(self, project: Path) -> None:
        before = showcase.files_of(project)
        made = run(project, typed="单位自评\n2023\n1\nnight-opening\n")
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
        assert made.exit_code == 130
        assert "已取消" in made.output
        assert showcase.files_of(project) == before
        assert not file_of(project).parent.exists()


class TestFromLastYear:
    """Indicators, targets and weights are kept; what the year brought is not."""

    @pytest.fixture(autouse=True)
    def _last_year(self, project: Path) -> None:
        self.project = project
        text = written(project, year="2022", title="2022年度图书馆夜间开放绩效评价报告")
        text, replaced = re.subn(
            r"( +)- \{名称: 数量指标, .*\}\n",
            r"\1- 名称: 开放天数\n\1  分值: 12.50\n\1  得分: 11\n\1  符号: ≥\n\1  指标值: 250\n"
            r"\1  计量单位: 天\n\1  完成值: 240\n\1  偏差原因: 停电\n\1  改进措施: 备用电源\n"
            r"\1  佐证: 日志\n",
            text,
        )
        assert replaced == 1
        text = text.replace("来源: 当年财政拨款", "来源: 市级专项").replace(
            "  用途:", "  用途: 开放  "
        )
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
        made = run(self.project, typed="单位自评\n2023\n1\n1\n\n\n")
        assert made.exit_code == 0, made.output
        assert "1. 图书馆夜间开放　night-opening（2022）" in made.output
        assert "报告全称 [2023年度图书馆夜间开放绩效评价报告]" in made.output
        self.kept()

    def test_by_question_declined(self) -> None:
        typed = "单位自评\n2023\n1\nnight-opening\n不知道\n否\n新项目\n\n1\n单位自评-10\n2\n"
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
            ("type", "自评", "--type：没有“自评”，是否应为“单位自评”？可选：绩效目标、事前评估"),
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
