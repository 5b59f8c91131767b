"""Search at the size of a city: 300 reports in every run, 3,000 with `make promises`."""

import shutil
from collections.abc import Callable
from pathlib import Path

import browser as browsers
import demo_site
import pytest
import search_engine
from browser import Visit
from search_engine import ask, judged, recall

from generator import site
from generator.plugin import THEME
from generator.search.index import FOLDER

ENOUGH = 0.97
QUERIES = 60
Made = Callable[[int], Path]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The engine and the index of a demo in a folder, with a page that carries nothing else."""

    def make(records: int) -> Path:
        project = demo_site.made(tmp_path_factory.mktemp("demo"), records, seed=7)
        folder = project / "site"
        artifacts = site.build(project / "content", project).artifacts
        site.write((a for a in artifacts if a.uri.startswith(FOLDER)), folder)
        shutil.copytree(THEME / "assets", folder / "assets")
        head = '<!doctype html><meta charset="utf-8"><link rel="icon" href="assets/mark.svg">'
        page = f'{head}<script src="assets/search.js"></script>'
        (folder / "page.html").write_text(page, encoding="utf-8")
        return project

    return make


@pytest.mark.parametrize(
    "records", [300, pytest.param(3_000, marks=pytest.mark.promises)], ids="{} reports".format
)
def test_any_part_of_any_report_is_found(made: Made, visit: Visit, records: int) -> None:
    project = made(records)
    reports = search_engine.texts(project)
    assert len(reports) == records
    with browsers.serve(project / "site") as served:
        for base in (served, f"{(project / 'site').as_uri()}/"):
            page = visit("page.html", site=base)
            outcomes = [
                judged(piece, right, [r["address"] for r in ask(page, piece)["results"]])
                for piece, right in search_engine.substrings(reports, QUERIES, seed=23)
            ]
            page.close()
            assert [outcome for outcome in outcomes if outcome.first is None] == []
            assert recall(outcomes) >= ENOUGH, [o for o in outcomes if o.recall < 1]
