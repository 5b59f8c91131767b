"""A reviewer's spring: two hundred records with faults, by command and by page.

The worst ten, what stops the publication, one department's hand-out, two records mended and seen
as mended.
"""

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner
from helpers import demo_site
from helpers.browser import Visit
from playwright.sync_api import expect

from generator.cli import main
from generator.demo.folder import FAULTS
from generator.diagnostics import Severity

pytestmark = pytest.mark.slow

RECORDS, SEED = 200, 8
"""Of a city in which something stops the build; which faults are planted is drawn."""
WORST = 10
Found = list[dict[str, Any]]


class Spring(NamedTuple):
    """A city before its reviewer, the same without faults, and what the first check told."""

    city: Path
    sound: Path
    found: Found


def gongkai(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout


def check(city: Path, *arguments: str) -> tuple[int, Found]:
    code, printed = gongkai("check", "--project", city, "--format", "json", *arguments)
    return code, json.loads(printed)


@pytest.fixture(scope="module")
def spring(tmp_path_factory: pytest.TempPathFactory) -> Spring:
    folder = tmp_path_factory.mktemp("spring")
    city = demo_site.made(folder / "city", RECORDS, SEED, faults="0.3")
    sound = demo_site.made(folder / "sound", RECORDS, SEED)
    own = ("git", "-c", "user.name=t", "-c", "user.email=t@example.org")
    for words in (["init", "-q"], ["add", "content"], ["commit", "-qm", "one"]):
        subprocess.run([*own, *words], cwd=city, check=True)
    code, found = check(city)
    assert code == 1
    return Spring(city, sound, found)


@pytest.fixture(scope="module")
def out(spring: Spring) -> Path:
    """The hand-outs of all departments."""
    folder = spring.city.parent / "out"
    code, said = gongkai("review", "--project", spring.city, "--out", folder)
    assert code == 0
    assert f"待核对 {len(spring.found)} 处" in said
    return folder


def files(found: Found) -> list[str]:
    return list(dict.fromkeys(one["path"] for one in found))


def test_the_worst_come_first_and_what_stops_before_all(spring: Spring) -> None:
    stops = [one for one in spring.found if one["stops"]]
    assert stops
    assert files(spring.found)[: len(files(stops))] == files(stops)
    ranks = [
        min(Severity(one["severity"]).rank for one in spring.found if one["path"] == path)
        for path in files(spring.found)
    ]
    assert ranks == sorted(ranks)
    assert len(ranks) > WORST
    assert check(spring.city, "--blocking") == (1, stops)


def test_a_department_is_handed_what_is_open_in_it(spring: Spring, out: Path) -> None:
    handed = 0
    for sheet in (out / "departments").glob("*.csv"):
        text = sheet.read_bytes().decode("utf-8-sig")
        rows = [row for row in csv.DictReader(io.StringIO(text, newline="")) if row["位置"]]
        told = [one for one in spring.found if f"/{sheet.stem}/" in one["path"]]
        assert [(row["位置"], row["行"], row["规则"]) for row in rows] == [
            (one["path"], str(one["line"]), one["rule"]) for one in told
        ]
        handed += len(rows)
    assert handed == len(spring.found)


def test_two_are_mended_and_seen_as_mended(spring: Spring) -> None:
    planted = json.loads((spring.city / FAULTS).read_text(encoding="utf-8"))
    stopping = {one["path"] for one in spring.found if one["stops"]}
    others = [one["path"] for one in planted if one["path"] not in stopping]
    mended = sorted([*stopping, others[0]])[:2]
    before = {path: (spring.city / path).read_bytes() for path in mended}
    try:
        for path in mended:
            shutil.copy(spring.sound / path, spring.city / path)
        _, told = check(spring.city, "--since", "HEAD")
    finally:
        for path, data in before.items():
            (spring.city / path).write_bytes(data)
    changes = {change: [one for one in told if one["change"] == change]
               for change in ("new", "mended", "open")}  # fmt: skip
    assert changes["new"] == []
    assert {one["path"] for one in changes["mended"]} == set(mended)
    assert len(changes["mended"]) + len(changes["open"]) == len(spring.found)


def test_the_page_shows_the_worst_and_is_chosen_from_by_its_address(
    spring: Spring, out: Path, visit: Visit
) -> None:
    page = visit("index.html", site=f"{out.as_uri()}/")
    worst = page.locator(".gk-review__worst li")
    expect(worst).to_have_count(WORST)
    shown = page.locator("[data-rule]:visible")
    expect(shown).to_have_count(len(spring.found))
    page.get_by_label("只看拦截发布的").check()
    stops = [one for one in spring.found if one["stops"]]
    expect(shown).to_have_count(len(stops))
    expect(page.locator("output")).to_have_text(f"显示 {len(stops)} 处，共 {len(spring.found)} 处")
    assert page.url.endswith("?blocking=1")
    department = stops[0]["path"].split("/")[3]
    page.goto(f"{out.as_uri()}/index.html?department={department}&severity=error&rule=unknown")
    errors = [one for one in spring.found
              if one["severity"] == "error" and f"/{department}/" in one["path"]]  # fmt: skip
    expect(shown).to_have_count(len(errors))
    expect(page.get_by_label("级别")).to_have_value("error")
    page.get_by_role("link").filter(has_text="示例市").first.click()
    expect(page.locator("h1")).to_contain_text("待核对事项")
