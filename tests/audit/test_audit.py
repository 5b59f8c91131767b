"""The audit as a whole: the real report, planted faults, exceptions, policy, and its outlets."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from helpers import audit as table
from helpers import showcase
from mkdocs.exceptions import Abort, MkDocsException

from generator import site
from generator.audit.rulebook import BUILT_IN
from generator.cli import main
from generator.diagnostics import Diagnostic, Severity
from generator.intake import content

PLANTED = {
    "2022/shili-tushuguan/library-opening": {"scores-do-not-add-up"},
    "2022/shili-zhujian/old-neighbourhood": {"grade-contradicts-score"},
    "2022/shili-shuili/river-cleaning": {"target-missed-full-marks"},
    "2022/shili-jikong/flu-vaccination": {"points-lost-without-reason"},
    "2022/shili-lixi-zhen/village-facilities": {"findings-without-recommendations"},
    "2023/shili-dangxiao/cadre-training": {"spent-over-budget"},
    "2023/shili-nongye/crop-insurance": {"year-mismatch"},
    "2023/shili-jiaotong/rural-roads": {"numbering"},
}
"""The realistic faults that the showcase shows on purpose."""


@pytest.fixture(scope="module")
def results() -> tuple[Diagnostic, ...]:
    """Everything found in the showcase."""
    loaded = showcase.loaded()
    return site.judged(loaded, site.edited(loaded, loaded.records))[0]


def at(results: tuple[Diagnostic, ...], record: str) -> list[Diagnostic]:
    path = f"content/records/{record}.yml"
    return [r for r in results if r.location.path == path and r.severity is not Severity.HINT]


def test_the_real_report_yields_exactly_its_faults(results: tuple[Diagnostic, ...]) -> None:
    found = {fault.rule: fault for fault in at(results, showcase.SEED)}
    assert set(found) == {
        "spent-over-budget",
        "total-missing",
        "grade-missing",
        "points-lost-without-reason",
        "numbering",
    }
    assert len(at(results, showcase.SEED)) == len(found)
    assert "135.71%" in found["spent-over-budget"].message
    assert "98分" in found["total-missing"].message
    assert "「优」" in found["grade-missing"].message
    assert "「产出与效益」" in found["points-lost-without-reason"].message
    assert "40分" in found["points-lost-without-reason"].message
    record = (showcase.PROJECT / showcase.SEED_RECORD).read_text(encoding="utf-8").splitlines()
    line = found["numbering"].location.line
    assert "2、" in record[line - 1]
    assert "项目资金管理情况" in record[line]


@pytest.mark.parametrize("record", PLANTED)
def test_a_planted_fault_is_found_and_nothing_else(
    results: tuple[Diagnostic, ...], record: str
) -> None:
    assert {fault.rule for fault in at(results, record)} == PLANTED[record]


def test_the_rest_of_the_city_is_found_sound(results: tuple[Diagnostic, ...]) -> None:
    known = {f"content/records/{name}.yml" for name in (*PLANTED, showcase.SEED)}
    loud = [r for r in results if r.severity is not Severity.HINT]
    assert [str(fault) for fault in loud if fault.location.path not in known] == []


class TestExceptions:
    """A record may accept a result, with reason, post and date."""

    EXCEPTION = (
        "例外:\n  - {规则: %s, 理由: 会议扩大规模，市领导同意, 岗位: 绩效科, 日期: 2022-08-01}\n"
    )

    def accepted(self, project: Path, rule: str) -> list[Diagnostic]:
        record = project / showcase.SEED_RECORD
        text = record.read_text(encoding="utf-8") + self.EXCEPTION % rule
        record.write_text(text, encoding="utf-8")
        loaded = content.load(project / "content", project)
        found = site.judged(loaded, site.edited(loaded, loaded.records))[0]
        return at(found, showcase.SEED)

    def test_the_result_is_marked_and_shown_with_its_reason(self, project: Path) -> None:
        found = self.accepted(project, "spent-over-budget")
        assert {fault.rule for fault in found if fault.accepted} == {"spent-over-budget"}
        page = (showcase.build(project) / showcase.SEED / "index.html").read_text(encoding="utf-8")
        assert "会议扩大规模，市领导同意" in page
        assert "绩效科" in page

    def test_one_that_meets_nothing_is_reported(self, project: Path) -> None:
        assert "exception-not-needed" in {f.rule for f in self.accepted(project, "rate-mismatch")}

    def test_one_that_names_no_rule_stops_a_build(self, project: Path) -> None:
        self.accepted(project, "no-such-rule")
        with pytest.raises((Abort, MkDocsException)):
            showcase.build(project)


class TestPolicy:
    """publisher.yml decides what stops a build; privacy always does."""

    def policy(self, project: Path, text: str) -> None:
        with (project / "content" / "publisher.yml").open("a", encoding="utf-8") as publisher:
            publisher.write(text)

    def test_a_report_can_be_published_as_approved(self, project: Path) -> None:
        assert (showcase.build(project) / showcase.SEED).is_dir()

    @pytest.mark.parametrize("stop", ["警告", "spent-over-budget"])
    def test_what_the_policy_names_stops(self, project: Path, stop: str) -> None:
        self.policy(project, f"核对:\n  拦截: [{stop}]\n")
        with pytest.raises((Abort, MkDocsException)):
            showcase.build(project)
        assert CliRunner().invoke(main, ["check", "--project", str(project)]).exit_code == 1

    def test_notes_may_be_kept_from_the_public(self, project: Path) -> None:
        notes = showcase.build(project) / showcase.SEED / "index.html"
        assert "数据核对说明" in notes.read_text(encoding="utf-8")
        self.policy(project, "核对:\n  公开核对说明: 否\n")
        folder = showcase.build(project)
        for page in (showcase.SEED, "sitemap", "search", "about"):
            text = (folder / page / "index.html").read_text(encoding="utf-8")
            assert "数据核对说明" not in text
            assert "rules/index.html" not in text
        assert not (folder / "rules").exists()

    def test_a_personal_number_stops_whatever_the_policy(self, project: Path) -> None:
        record = project / showcase.SEED_RECORD
        text = record.read_text(encoding="utf-8")
        mobile = "138" + "00138000"
        record.write_text(text.replace("在职39人", f"联系电话{mobile}，在职39人"), encoding="utf-8")
        with pytest.raises((Abort, MkDocsException)):
            showcase.build(project)
        shown = CliRunner().invoke(main, ["check", "--project", str(project)])
        assert shown.exit_code == 1
        assert "personal-data" in shown.output
        assert mobile not in shown.output


def test_a_personal_number_in_a_wrong_place_is_hidden_too(project: Path) -> None:
    record = project / showcase.SEED_RECORD
    mobile = "138" + "00138000"
    text = record.read_text(encoding="utf-8").replace("状态: 已发布", f"状态: 电话{mobile}")
    record.write_text(text, encoding="utf-8")
    shown = CliRunner().invoke(main, ["check", "--project", str(project)])
    assert shown.exit_code == 1
    assert "138****8000" in shown.output
    assert mobile not in shown.output


def test_a_preview_shows_reviewers_everything_open(project: Path) -> None:
    loaded = content.load(project / "content", project)
    made = site.publish(loaded, preview=True)
    pages = {artifact.uri: artifact.content for artifact in made.artifacts}
    review = str(pages["review/index.md"])
    assert "spent-over-budget" in review
    assert "第 19 行" in review
    assert "review/index.md" in {item.uri for item in made.navigation}
    assert "核对结果（仅预览）" in str(pages[f"{showcase.SEED}/index.md"])
    public = {artifact.uri: artifact.content for artifact in site.publish(loaded).artifacts}
    assert "review/index.md" not in public
    assert "仅预览" not in str(public[f"{showcase.SEED}/index.md"])


def test_every_rule_is_explained_on_the_site_and_by_the_command() -> None:
    listed = CliRunner().invoke(main, ["explain"]).output
    for name in BUILT_IN.manuals:
        assert name in listed
        said = CliRunner().invoke(main, ["explain", name])
        assert said.exit_code == 0
        assert "公式：" in said.output
    wrong = CliRunner().invoke(main, ["explain", "spent-over-budgets"])
    assert wrong.exit_code == 2
    assert "spent-over-budget？" in wrong.output


def test_a_sound_record_accepts_nothing() -> None:
    assert table.found_in(table.record_of({})) == []
