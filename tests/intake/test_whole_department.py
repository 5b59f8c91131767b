"""An evaluation of a whole department is of no project, and need not name one."""

from pathlib import Path

import pytest
from helpers import small_site

from generator.model.project import Scope

NAMELESS = {"项目": ""}


def test_lists_show_it_by_its_title(tmp_path: Path) -> None:
    made = small_site.built(tmp_path, {"whole": NAMELESS | {"评价对象": Scope.DEPARTMENT.label}})
    assert [fault.rule for fault in made.diagnostics if fault.rule == "missing-field"] == []
    assert made.catalog is not None
    (entry,) = made.catalog.entries
    title = entry.record.head.title
    assert (entry.project, entry.name) == (title, "")
    assert title in small_site.pages(made)["2023/"]


@pytest.mark.parametrize("scope", [one for one in Scope if not one.is_whole_department])
def test_whatever_else_is_evaluated_has_a_name(scope: Scope, tmp_path: Path) -> None:
    made = small_site.built(tmp_path, {"one": NAMELESS | {"评价对象": scope.label}})
    assert "missing-field" in [fault.rule for fault in made.diagnostics]
