"""The style sheet: its rooms are all in it, small, and served as one file."""

import re
from pathlib import Path

from helpers import showcase

from generator.pages.styles import FOLDER, ROOMS, sheet
from generator.pages.theme import SHEET, THEME

LONGEST = 300
"""Lines of a room."""


def test_every_room_is_in_the_sheet_and_stays_small() -> None:
    lines = {
        file.stem: len(file.read_text(encoding="utf-8").splitlines())
        for file in (THEME / FOLDER).iterdir()
    }
    assert lines.keys() == set(ROOMS)
    assert len(ROOMS) == len(set(ROOMS))
    assert {room: count for room, count in lines.items() if count >= LONGEST} == {}


SELECTOR = re.compile(r"(?:^|[{};])([^{};]+)\{")


def test_no_rule_hangs_on_an_id() -> None:
    """Pages that people write may have any id."""
    plain = re.sub(r"/\*.*?\*/", "", sheet(), flags=re.DOTALL)
    selectors = SELECTOR.findall(plain)
    assert len(selectors) > 400
    assert [one for one in selectors if "#" in one] == []


def test_paper_strokes_no_text() -> None:
    """In a PDF a stroke is text of its own, and every number would be found twice."""
    paper = (THEME / FOLDER / "print.css").read_text(encoding="utf-8")
    stroked = re.findall(r"([^{}]+)\{[^}]*paint-order: stroke", sheet())
    unstroked = re.findall(r"([^{}]+)\{[^}]*stroke: none", paper)
    assert stroked
    assert [one for one in map(str.strip, stroked) if one not in "".join(unstroked)] == []


def test_a_site_has_the_sheet_and_not_its_rooms(project: Path) -> None:
    site = showcase.build(project)
    assert (site / SHEET).read_text(encoding="utf-8") == sheet()
    assert not (site / FOLDER).exists()


def test_a_sheet_of_a_theme_of_ones_own_stands_in_its_place(project: Path) -> None:
    own = project / "theme" / SHEET
    own.parent.mkdir(parents=True)
    own.write_text("/* own */", encoding="utf-8")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("theme:\n", "theme:\n  custom_dir: theme\n"), encoding="utf-8")
    assert (showcase.build(project) / SHEET).read_text(encoding="utf-8") == "/* own */"
