"""A rate that divides by nothing is said wherever a rate stands, never left out."""

from pathlib import Path

import pytest
from helpers import small_site

SAID = "无法计算（全年预算为 0）"


@pytest.mark.parametrize("spent", ["0", "5"])
def test_a_rate_by_nothing_is_said(tmp_path: Path, spent: str) -> None:
    funds = {"单位": "万元", "明细": [{"来源": "市级", "全年预算": "0", "支出": spent}]}
    pages = small_site.pages(small_site.built(tmp_path, {"lunch": {"资金": funds}}))
    page = pages["2023/ju/lunch/"]
    figures, _, rest = page.partition('<dl class="gk-figures">')[2].partition("</dl>")
    lead, _, table = rest.partition('<div class="gk-lead">')[2].partition("</div>")
    assert [SAID in part for part in (lead, figures, table)] == [True, True, True]
    for address in ("", "2023/", "2023/ju/"):
        assert SAID in pages[address], address


def test_a_rate_without_amounts_is_not_spoken_of(tmp_path: Path) -> None:
    funds = {"单位": "万元", "明细": [{"来源": "市级", "全年预算": "0"}]}
    pages = small_site.pages(small_site.built(tmp_path, {"lunch": {"资金": funds}}))
    assert "无法计算" not in "".join(pages.values())


def test_a_rate_without_a_budget_names_the_base_that_there_is(tmp_path: Path) -> None:
    funds = {"单位": "万元", "明细": [{"来源": "市级", "到位": "140", "支出": "55"}]}
    pages = small_site.pages(small_site.built(tmp_path, {"lunch": {"资金": funds}}))
    page = pages["2023/ju/lunch/"]
    assert "到位 <b>140万元</b>，支出 <b>55万元</b>，执行率 <b>39.29%</b>（支出 ÷ 到位）" in page
    assert "支出 55万元 ÷ 到位 140万元" in page
