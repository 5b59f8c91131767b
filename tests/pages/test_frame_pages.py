"""Pages of scoring frames, and pages of evaluations whose frame is out of the ordinary."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from helpers import audit, frame_records

from generator import site
from generator.binding.spelling import spell
from generator.model.frames import Band, Frame, Veto, WeightForm
from generator.pages.addresses import PAGE
from generator.pages.views.frame import LISTED

FRAMES = {frame.id: frame for frame in audit.frames().values()}
PLAIN = "transfer-without-points"
REVIEWED = "decision-management-performance-2-13-85"


def pages(content: Path) -> dict[str, str]:
    """The Markdown of a content folder by address."""
    built = site.build(content, content.parent)
    assert not built.stopping, built.diagnostics
    texts = {a.uri: a.content for a in built.artifacts if isinstance(a.content, str)}
    return {uri.removesuffix(PAGE): text for uri, text in texts.items()}


def page_of(frame: Frame, tmp_path: Path) -> str:
    return pages(frame_records.folder(tmp_path, {"one": frame}))[f"frames/{frame.id}/"]


@pytest.fixture
def everything(tmp_path: Path) -> dict[str, str]:
    """A site with one record in every frame."""
    return pages(frame_records.folder(tmp_path, FRAMES))


def test_frames_in_use_have_a_page_and_no_others(tmp_path: Path) -> None:
    used = [FRAMES["unit-self-evaluation"], FRAMES[PLAIN]]
    made = pages(frame_records.folder(tmp_path, {f.id: f for f in used}))
    assert {a for a in made if a.startswith("frames/")} == {
        "frames/",
        *(f"frames/{frame.id}/" for frame in used),
    }
    for frame in used:
        assert f'<a href="{frame.id}/index.html">' in made["frames/"]


def test_a_site_without_records_lists_no_frames(tmp_path: Path) -> None:
    made = pages(frame_records.folder(tmp_path, {}))
    assert "目前还没有公开的评价报告" in made["frames/"]


def test_every_frame_s_page_and_its_record_lead_to_each_other(everything: dict[str, str]) -> None:
    for frame in FRAMES.values():
        evaluation = everything[f"2022/ju/{frame.id}/"]
        assert f'href="../../../frames/{frame.id}/index.html"' in evaluation
        assert f'href="../../2022/ju/{frame.id}/index.html"' in everything[f"frames/{frame.id}/"]


def test_every_frame_s_page_has_its_fixed_anchors(everything: dict[str, str]) -> None:
    for frame in FRAMES.values():
        found = re.findall(r"^## .*\{#([a-z]+)\}$", everything[f"frames/{frame.id}/"], re.MULTILINE)
        grades = ["grades"] if frame.is_scored else []
        assert found == ["indicators", "calculation", *grades, "evaluations"]


def test_every_indicator_is_shown_with_what_it_measures(everything: dict[str, str]) -> None:
    for frame in FRAMES.values():
        page = everything[f"frames/{frame.id}/"]
        table = page[page.index("<table") : page.index("</table>")]
        for indicator in frame.tree():
            assert f">{indicator.name}<" in table
            assert (indicator.explanation or "").split("；")[0].split("=")[0] in table


def test_merged_cells_cover_exactly_the_rows_below_them(everything: dict[str, str]) -> None:
    for address, page in everything.items():
        for table in re.findall(
            r"<table class=\"gk-table gk-(?:frame|scores)\">.*?</table>", page, re.DOTALL
        ):
            widths = _widths(table)
            assert len(set(widths)) == 1, (address, widths)


def _widths(table: str) -> list[int]:
    """Columns of every row, cells that reach down from above included."""
    widths, begun = [], [0] * 200
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", table, re.DOTALL)
    for n, row in enumerate(rows):
        width = begun[n]
        for attributes in re.findall(r"<t[hd]([^>]*)>", row):
            columns = int(_attribute("colspan", attributes))
            width += columns
            for below in range(n + 1, n + int(_attribute("rowspan", attributes))):
                begun[below] += columns
        widths.append(width)
    return widths


def _attribute(name: str, attributes: str) -> str:
    found = re.search(rf'{name}="(\d+)"', attributes)
    return found[1] if found else "1"


def test_weights_bands_and_steps_are_explained(tmp_path: Path) -> None:
    page = page_of(FRAMES["unit-self-evaluation"], tmp_path)
    assert '产出指标<span class="gk-level-sum">50 分</span>' in page
    assert "<td>80 分及以上，不足 90 分</td>" in page
    assert "<td>不足 60 分</td>" in page
    assert "部分达成并具有一定效果的，得分为分值的 60%（含）至 80%" in page
    assert "得分 = 分值 × 预算执行率，最多得满分" in page


def test_rates_name_their_base_and_when_to_explain_them(tmp_path: Path) -> None:
    received = page_of(FRAMES["decision-process-output-benefit"], tmp_path / "a")
    assert "预算执行率 = 支出 ÷ 到位资金。" in received
    adjusted = page_of(FRAMES["execution-10-indicators-90"], tmp_path / "b")
    assert "支出 ÷ 预算；预算取全年（调整后）预算" in adjusted
    assert "低于 90% 的，须说明原因" in adjusted


def test_whole_points_are_said(tmp_path: Path) -> None:
    assert "得分取整数" in page_of(FRAMES[REVIEWED], tmp_path)


def test_open_weights_are_said(tmp_path: Path) -> None:
    sentence = "没有列出分值的指标"
    assert sentence in page_of(FRAMES["whole-department-2013"], tmp_path / "a")
    assert sentence not in page_of(FRAMES[REVIEWED], tmp_path / "b")
    assert sentence not in page_of(FRAMES[PLAIN], tmp_path / "c")


BONUS = FRAMES["execution-10-indicators-90"].model_copy(
    update={
        "format": 2, "id": "bonus", "name": "本地加分体系", "weight_form": WeightForm.PERCENT,
        "bonus_cap": Decimal(3), "deduction_cap": Decimal(5),
        "veto": Veto(grade="差", averted=("无", "未发生")), "columns": ("得分率", "核心指标"),
        "bands": (*FRAMES["execution-10-indicators-90"].bands, Band(name="不予评级")),
    }
)  # fmt: skip


def test_what_a_form_prints_beyond_points_is_said(tmp_path: Path) -> None:
    frame_records.write(tmp_path / "content" / "frames" / "bonus.yml", spell(BONUS))
    page = page_of(BONUS, tmp_path)
    assert "<dt>分值写法</dt><dd>原表的分值印成百分比</dd>" in page
    assert "<dt>原表栏目</dt><dd>得分率、核心指标</dd>" in page
    assert "<li>加分合计最多 3 分。</li>" in page
    assert "<li>扣分合计最多 5 分。</li>" in page
    assert "等级为差；完成值填写“无”、“未发生”的，表示没有发生" in page
    assert re.search(r"不予评级</span></th>\n<td>不按总分评定</td>", page)


def test_a_form_that_prints_nothing_beyond_points_says_nothing_of_it(tmp_path: Path) -> None:
    page = page_of(FRAMES["unit-self-evaluation"], tmp_path)
    for word in ("分值写法", "原表栏目", "加分合计", "扣分合计", "否决", "不按总分评定"):
        assert word not in page, word


def test_a_long_list_of_uses_is_cut_and_leads_to_the_year(tmp_path: Path) -> None:
    frame = FRAMES[PLAIN]
    content = frame_records.folder(tmp_path, {f"r{n:02}": frame for n in range(LISTED + 3)})
    frame_records.folder(tmp_path, {"later": frame}, year=2023)
    page = pages(content)[f"frames/{frame.id}/"]
    assert f"{LISTED + 4} 份评价报告" in page
    assert page.count("2022/ju/") == LISTED
    assert '还有 3 份，见<a href="../../2022/index.html">' in page
    assert page.index("### 2023年度（1 份） {#year-1}") < page.index("{#year-2}")


def test_a_frame_without_points_shows_targets_and_nothing_else(tmp_path: Path) -> None:
    made = pages(frame_records.folder(tmp_path, {"one": FRAMES[PLAIN]}))
    page, _, notes = made["2022/ju/one/"].partition("## 数据核对说明")
    assert notes  # which name the rules that found nothing to look at
    table = page[page.index("<table") : page.index("</table>")]
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)<', table) == [
        "一级指标",
        "二级指标",
        "指标值",
        "完成值",
    ]
    for word in ("分值", "得分", "失分", "小计", "总分", "等级", "未评级", "未列示"):
        assert word not in page, word
    assert "不计分" in page
    for address in ("", "2022/", "2022/ju/", "departments/ju/"):
        assert '<span class="gk-none">不计分</span>' in made[address]
        assert "未评级" not in made[address]


def test_points_that_a_report_prints_are_shown_whatever_its_frame(tmp_path: Path) -> None:
    content = frame_records.folder(tmp_path, {"one": FRAMES[PLAIN]})
    data = frame_records.record("one", FRAMES[PLAIN])
    data["指标"] = [{"名称": "产出指标", "分值": "60", "得分": "55"}]
    frame_records.write(content / "records" / "2022" / "ju" / "one.yml", data)
    page, _, notes = pages(content)["2022/ju/one/"].partition("## 数据核对说明")
    assert notes
    assert '<td class="gk-number gk-places-0" data-label="得分">55</td>' in page
    assert "满分" not in page
    assert "等级" not in page


def test_review_scores_stand_beside_the_unit_s_own_with_their_sums(tmp_path: Path) -> None:
    content = frame_records.folder(tmp_path, {"one": FRAMES[REVIEWED]})
    data = frame_records.record("one", FRAMES[REVIEWED])
    data["指标"] = [
        {"名称": "决策", "分值": "2", "得分": "2", "复核分": "2"},
        {"名称": "管理", "分值": "13", "得分": "13", "复核分": "11"},
        {
            "名称": "绩效",
            "分值": "85",
            "下级": [
                {"名称": "产出", "分值": "45", "得分": "45", "复核分": "40"},
                {"名称": "效益", "分值": "40", "得分": "38", "复核分": "35"},
            ],
        },
    ]
    frame_records.write(content / "records" / "2022" / "ju" / "one.yml", data)
    page = pages(content)["2022/ju/one/"]
    subtotal, total = (
        [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>.*?</td>", row)]
        for row in re.findall(
            r"<tr[^>]*>\n<th[^>]*>(?:小计|总分)</th>\n(.*?)</tr>", page, re.DOTALL
        )
    )
    assert subtotal == ["85", "83 计算值", "2", "75 计算值"]
    assert total == ["100", "98 计算值", "2", "88 计算值"]
    assert "复核得 <b>88</b> 分" in page

    data["评价结论"] = {"总分": "98", "复核总分": "87"}
    frame_records.write(content / "records" / "2022" / "ju" / "one.yml", data)
    page = pages(content)["2022/ju/one/"]
    assert '<dd>87 <span class="gk-differs">按明细计算为 88</span></dd>' in page


def test_the_navigation_leads_to_the_list_of_frames(tmp_path: Path) -> None:
    content = frame_records.folder(tmp_path, {"one": FRAMES[PLAIN]})
    navigation = site.build(content, tmp_path).navigation
    assert "frames/index.md" in [item.uri for item in navigation]
