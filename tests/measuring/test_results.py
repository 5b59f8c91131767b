"""The page of results says what was measured, and what was not."""

import re
from pathlib import Path

import pytest
from helpers.showcase import ROOT

from bench import results
from bench.peers.hugo import Hugo
from bench.peers.linters import YAMLLINT
from bench.peers.ours import CLOCKED, COLD, EDITED, UNCHANGED, Clocked
from bench.race import BASE, Race
from bench.runs import Run
from bench.tables import block, growths


def race(records: int, scale: float) -> Race:
    mb = 1_000_000
    rows = {
        CLOCKED: [Run(4.4 * scale, 9, 0)],
        COLD: [Run(4 * scale, 8, 120 * mb, 30, 6 * mb)],
        UNCHANGED: [Run(1 * scale, 2, 50 * mb)],
        EDITED + "a changed score": [Run(2 * scale, 4, 50 * mb)],
        EDITED + "a record removed": [Run(3 * scale, 6, 50 * mb)],
        YAMLLINT: [Run(3 * scale, 6, 20 * mb)],
        BASE: [Run(2 * scale, 2, 400 * mb, 20, 2 * mb)],
    }
    return Race(records=records, pages=2 * records, in_memory=True, rows=rows, missing=["Zensical"])


def clocked() -> Clocked:
    made = Clocked()
    made.seconds = [{"start-up": 0.4, "read": 1.0, "HTML": 2.0, "worker processes": 0, "rest": 1.0}]
    made.absent = ("store",)
    return made


def row(page: str, name: str) -> list[str]:
    """The cells of the first row of a name."""
    found = re.search(rf"^\| {re.escape(name)} \|(.*)\|$", page, re.MULTILINE)
    assert found, name
    return [cell.strip() for cell in found[1].split("|")]


def test_the_page_holds_every_figure() -> None:
    races = [race(1000, 1), race(10_000, 10)]
    page = results.page([block(one, clocked()) for one in races], growths(races), "make bench")
    assert "## 10,000 records, 20,000 pages" in page
    assert row(page, "HTML") == ["2.000", "45%", "1.00"]
    assert row(page, "all") == ["4.400", "100%", "2.20"]
    assert "worker processes" not in page
    assert "does not have: store" in page
    assert "takes 1.10 of what it takes without. Peak memory without them: 120 MB" in page
    assert row(page, "Hugo") == ["2.00", "0.50", "1.50"]
    assert "the dearest of four: a record removed." in page
    assert row(page, COLD) == ["2.00", "4.00", "4.00", "8.00", "120", "30", "6.0"]
    assert row(page, UNCHANGED)[-2:] == ["0", "0.0"]
    assert row(page, YAMLLINT) == ["1.50", "3.00", "3.00", "6.00", "20", "–", "–"]
    assert "**Not installed, and so not measured: Zensical.**" in page
    assert [row(page[page.index("## Growth") :], name) for name in (COLD, BASE)] == [["1.00"]] * 2


def test_what_is_published_was_written_by_the_command() -> None:
    text = (ROOT / "bench/RESULTS.md").read_text(encoding="utf-8")
    head = r"Written by `make bench.*` on \d{4}-\d\d-\d\d; \d+ cores, Python \d"
    assert re.match(head, text.splitlines()[2])
    assert row(text, "all")[1] == "100%"
    assert row(text, BASE)[0] == "1.00"


@pytest.mark.slow
def test_a_run_without_hugo_says_so(tmp_path: Path) -> None:
    page = results.measured([20], [Hugo(tmp_path)], "make bench", 1, 0)
    assert "**Not installed, and so not measured: Hugo.**" in page
    for stage in ("start-up", "read", "translate", "validate", "audit", "text", "write", "index"):
        each, _, of_hugo = row(page, stage)
        assert float(each) > 0
        assert of_hugo == "–"
    assert "### Our CPU, divided by theirs" not in page
