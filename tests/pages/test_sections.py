"""The prose of a report: headings stand where something stands below them."""

from helpers import showcase

from generator.model.documents import Section
from generator.pages.parts.sections import told


def test_a_heading_with_nothing_below_it_is_left_out_and_moves_no_other() -> None:
    sections = [
        Section(level=1, title="概况"),
        Section(level=2, title="资金", text="已到位。"),
        Section(level=2, title="组织"),
        Section(level=1, title="问题"),
        Section(level=2, title="空的"),
        Section(level=1, title="附注", text="无。"),
    ]
    assert [(n, one.title) for n, one in told(sections)] == [(1, "概况"), (2, "资金"), (6, "附注")]


def test_pages_have_no_empty_headings_of_prose() -> None:
    page = showcase.texts()[f"{showcase.SEED}/"]
    prose = page.split("## 报告正文")[1].split("\n## ")[0]
    lines = [line for line in prose.splitlines() if line][1:]
    headings = [n for n, line in enumerate(lines) if line.startswith("###")]
    assert len(headings) > 3
    assert all(lines[n + 1 :] for n in headings)
    levels = [len(line) - len(line.lstrip("#")) for line in lines]
    assert all(levels[n + 1] == 0 or levels[n + 1] > levels[n] for n in headings)
