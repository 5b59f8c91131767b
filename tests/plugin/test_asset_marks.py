"""No page meets a script or style sheet of another version: their addresses carry one mark."""

import re
from pathlib import Path

from helpers import showcase
from helpers.both_ways import differing
from helpers.browser import Visit

LOADED = re.compile(r'(?:src|href)="([^"]*assets/[a-z-]+\.(?:js|css))(\?[0-9a-f]{8})?"')
UNMARKED = {"faults.js"}


def marks(site: Path) -> set[str]:
    """Of all scripts and styles that pages load; no mark is an empty one."""
    return {
        found[2] or ""
        for page in site.rglob("*.html")
        for found in LOADED.finditer(page.read_text(encoding="utf-8"))
        if Path(found[1]).name not in UNMARKED
    }


def test_all_pages_bear_one_mark_both_ways(small: Path) -> None:
    assert differing(small) == []
    (mark,) = marks(small / "site")
    assert len(mark) == 9


def test_a_changed_style_sheet_changes_every_address(project: Path, tmp_path: Path) -> None:
    before = marks(showcase.build(project))
    own = tmp_path / "own/assets/gongkai.css"
    own.parent.mkdir(parents=True)
    own.write_text("/* another */\n", encoding="utf-8")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    theme = f"\n  custom_dir: {own.parents[1].as_posix()}\n"
    settings.write_text(re.sub(r"(\ntheme:)\n", rf"\1{theme}", text), encoding="utf-8")
    after = marks(showcase.build(project))
    assert len(before) == len(after) == 1
    assert before != after


def test_scripts_hand_their_mark_on(visit: Visit, address: str) -> None:
    page = visit("index.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.get_by_role("combobox").fill("農村公路")
    page.get_by_role("option").first.wait_for()
    own = [url for url in asked if ".js" in url and url.startswith("assets/")]
    names = {url.partition("?")[0] for url in own}
    assert {"assets/search.js", "assets/traditional.js"} <= names
    assert len({url.partition("?")[2] for url in own}) == 1
    assert all(re.fullmatch(r"[a-z/-]+\.js\?[0-9a-f]{8}", url) for url in own)
