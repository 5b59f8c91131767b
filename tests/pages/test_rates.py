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
    lead, _, rest = page.partition('<dl class="gk-figures">')
    figures, _, table = rest.partition("</dl>")
    assert [SAID in part for part in (lead, figures, table)] == [True, True, True]
    for address in ("", "2023/", "2023/ju/"):
        assert SAID in pages[address], address


def test_a_rate_without_amounts_is_not_spoken_of(tmp_path: Path) -> None:
    funds = {"单位": "万元", "明细": [{"来源": "市级", "全年预算": "0"}]}
    pages = small_site.pages(small_site.built(tmp_path, {"lunch": {"资金": funds}}))
    assert "无法计算" not in "".join(pages.values())
