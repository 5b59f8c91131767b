"""The explorer at the size of 10,000 reports: every choice is answered before a reader waits."""

import json
import re
import shutil
from pathlib import Path

import pytest
from helpers import browser as browsers
from helpers import search_engine
from helpers.browser import Host, Visit

from generator.plugin import THEME
from generator.search.script_files import FOLDER

REPORTS = 10_000
PATIENCE = 2_000
"""Milliseconds; measured 640 on a machine with ten times as much to do as it has cores."""
SCRIPTS = (
    "search",
    "search-question",
    "search-meaning",
    "explore-asked",
    "explore-table",
    "explore-sums",
)
ASK = """async chosen => {
  const { rows } = await gongkaiTable.open(), start = performance.now()
  const options = { offset: 0, limit: 0 }
  const found = await gongkaiTable.list({ kind: ["evaluation"], ...chosen }, "rate", options)
  gongkaiTable.sums(found.kept, [])
  const { total, facets } = found
  return { rows: rows.length, total, facets, took: performance.now() - start }
}"""


@pytest.fixture
def large(city: Path, tmp_path: Path) -> Path:
    """A site whose index names the segment of a city over and over."""
    search_engine.index_to(tmp_path, city)
    shutil.copytree(THEME / "assets", tmp_path / "assets")
    manifest = tmp_path / FOLDER / "manifest.js"
    call = re.fullmatch(r'(gongkaiSearch\.add\("manifest",)(.*)(\)\n)', manifest.read_text("utf-8"))
    assert call is not None
    data = json.loads(call[2])
    data["segments"] *= -(-REPORTS // 300)
    manifest.write_text(call[1] + json.dumps(data) + call[3], "utf-8")
    scripts = (f'<script src="assets/{name}.js"></script>' for name in SCRIPTS)
    head = '<!doctype html><meta charset="utf-8"><link rel="icon" href="assets/mark.svg">'
    (tmp_path / search_engine.PAGE).write_text(head + "".join(scripts), "utf-8")
    return tmp_path


@pytest.mark.promises
def test_ten_thousand_reports_are_chosen_from_at_once(
    large: Path, visit: Visit, host: Host
) -> None:
    page = visit(search_engine.PAGE, width=browsers.WIDE, site=host(large))
    everything = page.evaluate(ASK, {})
    assert everything["total"] >= REPORTS
    assert everything["rows"] > 3 * REPORTS
    years = {value: count for value, _, count in everything["facets"]["year"]}
    assert sum(years.values()) == everything["total"]
    some = sorted(years)[:2]
    chosen = page.evaluate(ASK, {"year": some, "ranges": {"score": [60, 100]}})
    assert 0 < chosen["total"] <= sum(years[year] for year in some)
    assert max(everything["took"], chosen["took"]) < PATIENCE
