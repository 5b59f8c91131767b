"""Questions of citizens in their own words, asked as the search page asks them."""

from pathlib import Path
from typing import Any

import yaml
from helpers import showcase
from helpers.citizens import Citizens

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("citizens.yml").read_text("utf-8")
)


def test_there_are_as_many_as_promised() -> None:
    asked = [case["ask"] for cases in CASES.values() for case in cases]
    assert len(set(asked)) == len(asked) == 100


def test_the_showcase_answers_most_of_them() -> None:
    site = showcase.published()
    assert site.catalog is not None
    citizens = Citizens(site.catalog, [one.address for one in site.beside])
    assert all(len(list(citizens.asked(cases))) > len(cases) / 2 for cases in CASES.values())
