"""What readers take along is what the pages say, in every format alike."""

import csv
import io
import json
import posixpath
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from html import unescape
from itertools import takewhile
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import openpyxl
import pytest
from helpers import demo_site, showcase

from generator import site
from generator.catalog import Catalog
from generator.exports import places
from generator.exports.evaluations import COLUMNS
from generator.exports.feeds import LATEST
from generator.exports.lists import INDICATOR, PROBLEM, RECTIFICATION
from generator.intake import content
from generator.tables.csv_text import defused
from generator.values.money import grouped

ATOM = {"a": "http://www.w3.org/2005/Atom"}
LINK = re.compile(r'<a href="([^"]+)" download=')
ALL = "data/v1/evaluations"
EVALUATIONS = "evaluations"
WHOLE = {
    EVALUATIONS: ALL,
    PROBLEM.id: "data/v1/problems/all",
    RECTIFICATION.id: "data/v1/rectifications/all",
}
SORTS = {sort.id: sort for sort in (PROBLEM, RECTIFICATION, INDICATOR)}


@cache
def taken() -> Mapping[str, bytes]:
    return {one.uri: one.data for one in showcase.published().taken_along}


@cache
def of_lists() -> Mapping[str, bytes]:
    """Without the files of single documents."""
    own = f"{places.FOLDER}{places.DOCUMENTS}/"
    return {uri: data for uri, data in taken().items() if not uri.startswith(own)}


def catalog() -> Catalog:
    found = showcase.published().catalog
    assert found is not None
    return found


def rows_of(text: bytes) -> list[dict[str, str]]:
    assert text.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))


def sheets_of(workbook: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(workbook), read_only=True)
    return {sheet.title: list(sheet.values) for sheet in book.worksheets}


def sort_of(stem: str) -> str:
    """What the rows of a list are: evaluations stand at the top, others in folders."""
    folder = stem.removeprefix(places.FOLDER).partition("/")[0]
    return folder if folder in SORTS else EVALUATIONS


@cache
def listed(stem: str) -> list[dict[str, Any]]:
    """The rows of one of the showcase's lists, which every test that asks reads once."""
    return same(stem, taken())


def same(stem: str, files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """The rows of a list as JSON has them, once the other formats have the same."""
    sort = sort_of(stem)
    told = json.loads(files[f"{stem}.json"])[sort]
    table = rows_of(files[f"{stem}.csv"])
    schema = json.loads(files[places.schema("" if sort == EVALUATIONS else sort)])
    types = schema["properties"][sort]["items"]["properties"]
    assert len(told) == len(table)
    for one, row in zip(told, table, strict=True):
        for (key, value), typed in zip(one.items(), row.values(), strict=True):
            assert _typed(typed, types[key]["type"][0]) == value
    return list(told)


def _typed(cell: str, holds: str) -> str | float | None:
    """What a program makes of a cell of CSV, its formulas made live again."""
    if holds in ("number", "integer"):
        return float(cell) if cell else None
    live = cell.startswith("'") and defused(cell[1:]) == cell
    return (cell[1:] if live else cell) or None


def same_sheet(told: list[dict[str, Any]], sheet: list[tuple[Any, ...]]) -> None:
    """A sheet has the rows that JSON has."""
    _, *rows = sheet
    assert len(rows) == len(told)
    for one, cells in zip(told, rows, strict=True):
        for value, cell in zip(one.values(), cells, strict=True):
            assert (cell.date().isoformat() if hasattr(cell, "date") else cell) == value


def test_every_format_of_every_list_has_the_same_rows() -> None:
    csvs, jsons = (
        {uri.removesuffix(end) for uri in of_lists() if uri.endswith(end)}
        for end in (".csv", ".json")
    )
    schemas = {stem for stem in jsons if stem.endswith("/schema")}
    assert jsons - schemas == {stem for stem in csvs if sort_of(stem) != INDICATOR.id}
    rows = {stem: listed(stem) for stem in jsons - schemas}
    for stem, told in rows.items():
        if sort_of(stem) == EVALUATIONS:
            sheets = sheets_of(taken()[f"{stem}.xlsx"])
            same_sheet(told, sheets["评价"])
            for sort in (PROBLEM, RECTIFICATION):
                if sort.name in sheets:
                    same_sheet(rows[stem.replace("v1/", f"v1/{sort.id}/")], sheets[sort.name])
    assert len(rows[ALL]) == len(catalog().entries)
    for year, entries in catalog().by_year.items():
        assert len(rows[places.of_year(year).stem]) == len(entries)
    of_departments = [stem for stem in rows if f"{places.FOLDER}departments/" in stem]
    assert sum(len(rows[stem]) for stem in of_departments) == len(catalog().entries)


def test_every_problem_is_taken_along_as_its_page_has_it() -> None:
    pages = showcase.texts()
    rows = listed("data/v1/problems/all")
    on_pages = sum(page.count('<span class="gk-item__name">问题 ') for page in pages.values())
    assert len(rows) == on_pages > 100
    for row in rows:
        address, anchor = row["address"].split("#")
        item = pages[address].split(f'id="{anchor}"')[1].partition("</div>")[0]
        for key in ("text", "cause", "category", "amount", "responsible", "state"):
            assert (row[key] or "") in unescape(item)
        for advice in (row["advice"] or "").splitlines():
            assert advice in unescape(pages[address])
    assert Counter(row["state"] for row in rows)["已整改"] == 3
    parts = [listed(stem) for stem in _stems("problems", "20")]
    assert sum(map(len, parts)) == len(rows)


def test_every_indicator_is_taken_along_as_its_page_has_it() -> None:
    """Each row of a score table by its name, its points and its values."""
    told: Counter[tuple[object, ...]] = Counter()
    for stem in _stems("indicators", ""):
        for line in rows_of(taken()[f"{stem}.csv"]):
            name, target, actual = (
                _typed(line[key], "string") for key in ("指标", "指标值", "完成值")
            )
            weight, score = (_typed(line[key], "number") for key in ("分值（分）", "得分（分）"))
            told[line["页面"], name, weight, score, target, actual] += 1
            assert line["页面"].startswith(f"{stem.rpartition('/')[2]}/")
    kept: Counter[tuple[object, ...]] = Counter()
    for document in catalog().documents:
        record = document.record
        for matter in (record.matter, *record.matter.below):
            prefix = f"{matter.anchor}-" if matter.anchor else ""
            for top in matter.item.indicators:
                for row in top.tree():
                    points = (None if p is None else float(p) for p in (row.weight, row.score))
                    shown_as = (row.target_shown or None, row.actual_shown or None)
                    kept[f"{record.address}#{prefix}scores", row.name, *points, *shown_as] += 1
    assert told == kept
    assert kept.total() > 500


def test_each_document_has_files_of_its_own_with_the_rows_of_the_lists() -> None:
    whole = {key: listed(stem) for key, stem in WHOLE.items()}
    schema = json.loads(taken()[places.schema(places.DOCUMENTS)])
    told: dict[str, list[dict[str, Any]]] = {key: [] for key in WHOLE}
    for document in catalog().documents:
        place = places.of_document(document)
        assert place.json is not None
        own = json.loads(taken()[place.json])
        jsonschema.validate(own, schema)
        assert own["name"] == document.record.evaluation.title
        for key, rows in told.items():
            assert {row["address"].partition("#")[0] for row in own[key]} <= {document.address}
            rows.extend(row for row in own[key] if row.get("holds_items") != "是")
        year = rows_of(taken()[f"data/v1/indicators/{document.year}.csv"])
        lines = [row for row in year if row["页面"].partition("#")[0] == document.address]
        assert lines == (rows_of(taken()[place.csv]) if place.csv in taken() else [])
        assert [[*row.values()] for row in own[INDICATOR.id]] == [
            [_typed(cell, c.holds) for c, cell in zip(INDICATOR.columns, row.values(), strict=True)]
            for row in lines
        ]
        link = showcase.texts()[document.address]
        assert f'{place.json}"' in link
        assert (f'{place.csv}"' in link) is bool(lines)
    for key, rows in told.items():
        assert sorted(map(repr, rows)) == sorted(map(repr, whole[key]))


def test_what_became_of_problems_is_taken_along() -> None:
    pages = showcase.texts()
    rows = listed("data/v1/rectifications/all")
    assert len(rows) == sum(
        page.count('<li>\n<p class="gk-item__name">') for page in pages.values()
    )
    for row in rows:
        page = unescape(pages[row["address"].partition("#")[0]])
        for key in ("state", "demand", "measure", "progress", "responsible", "due"):
            assert (row[key] or "") in page


def _stems(sort: str, begins: str) -> list[str]:
    folder = f"{places.FOLDER}{sort}/"
    csvs = (uri for uri in taken() if uri.startswith(folder + begins) and uri.endswith(".csv"))
    return [uri.removesuffix(".csv") for uri in csvs]


def test_rows_say_what_the_pages_say() -> None:
    pages = showcase.texts()
    for row in json.loads(taken()["data/v1/evaluations.json"])["evaluations"]:
        page = pages[row["address"].partition("#")[0]]
        assert row["project"] in page
        assert (row["grade"] or "") in page
        assert str(row["total"] or "") in page
        assert row["published"] is None or row["published"] in page
    year = pages["2023/"]
    for row in json.loads(taken()["data/v1/2023.json"])["evaluations"]:
        assert row["budget"] is None or any(
            grouped(amount) in year or f"{amount:f}" in year
            for amount in _in_each_unit(str(row["budget"]))
        )


def _in_each_unit(yuan: str) -> list[Decimal]:
    return [Decimal(yuan) / 10**shift for shift in (0, 4, 8)]


def test_the_schema_fits_and_names_every_column() -> None:
    for uri, data in of_lists().items():
        if uri.endswith(".json") and not uri.endswith("schema.json"):
            told = json.loads(data)
            beside = posixpath.normpath(posixpath.join(posixpath.dirname(uri), told["schema"]))
            sort = sort_of(uri)
            assert beside == places.schema("" if sort == EVALUATIONS else sort)
            if "departments/" not in uri:  # the same rows again
                jsonschema.validate(told, json.loads(taken()[beside]))
    for sort, told in ((sort, told) for sort, told in SORTS.items() if told.has_json):
        rows = json.loads(taken()[places.schema(sort)])["properties"][sort]["items"]
        assert [*rows["properties"]] == [column.key for column in told.columns]
    schema = json.loads(taken()[places.schema()])
    named = schema["properties"]["evaluations"]["items"]["properties"]
    assert [key for key in named if key != "counted"] == [column.key for column in COLUMNS]
    assert named["budget"]["type"] == ["number", "null"]


def test_feeds_lead_to_the_newest_reports() -> None:
    feeds = {uri: data for uri, data in taken().items() if uri.endswith(".xml")}
    assert len(feeds) > 2
    addresses = {page.uri for page in showcase.published().pages}
    ids = []
    for uri, data in feeds.items():
        root = ElementTree.fromstring(data)  # noqa: S314 - our own
        days = [one.text or "" for one in root.findall("a:entry/a:updated", ATOM)]
        assert days == sorted(days, reverse=True)
        assert len(days) <= LATEST
        assert root.findtext("a:updated", namespaces=ATOM) == days[0]
        for link in root.findall("a:entry/a:link", ATOM):
            led = posixpath.normpath(posixpath.join(posixpath.dirname(uri), link.attrib["href"]))
            assert f"{led.removesuffix('.html')}.md" in addresses
        ids.append(root.findtext("a:id", namespaces=ATOM))
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("uri", ["2023/", "departments/shili-wenlv/", "data/"])
def test_pages_lead_to_files_that_are_there(uri: str) -> None:
    links = [unquote(link) for link in LINK.findall(showcase.texts()[uri])]
    assert len(links) >= 3
    for link in links:
        assert posixpath.normpath(posixpath.join(posixpath.dirname(uri), link)) in taken()


def test_nothing_that_was_worked_out_leaves_where_notes_are_off() -> None:
    loaded = showcase.loaded()
    assert loaded.publisher
    policy = loaded.publisher.policy.model_copy(update={"notes": False})
    publisher = loaded.publisher.model_copy(update={"policy": policy})
    made = site.publish(replace(loaded, publisher=publisher))
    of_all = takewhile(lambda one: not one.uri.startswith(f"{places.FOLDER}20"), made.taken_along)
    untold = {one.uri: one.data for one in of_all}
    whole, fewer = (same(ALL, files) for files in (taken(), untold))
    computed = {"total_computed", "grade_computed"}
    assert any(row["total_computed"] for row in whole)
    assert fewer == [{k: v for k, v in row.items() if k not in computed} for row in whole]


def test_a_name_is_no_formula(tmp_path: Path) -> None:
    project = demo_site.made(tmp_path / "city", 3, 4)
    file = next(iter(demo_site.record_files(project)))
    name = '=HYPERLINK(1,2),"a"<b>'
    text = file.read_text("utf-8")
    before = demo_site.data_of(file)["项目"]["名称"]
    file.write_text(text.replace(f"名称: {before}", f"名称: '{name}'", 1), "utf-8")
    made = site.publish(content.load(project / "content", project))
    files = {one.uri: one.data for one in made.taken_along}
    (cell,) = (
        row["项目"] for row in rows_of(files["data/v1/evaluations.csv"]) if "HYPER" in row["项目"]
    )
    assert cell == f"'{name}"
    book = openpyxl.load_workbook(io.BytesIO(files["data/v1/evaluations.xlsx"]))
    assert all(c.data_type != "f" for row in book.worksheets[0].iter_rows() for c in row)


def test_days_are_days_in_a_workbook() -> None:
    head, *rows = sheets_of(taken()["data/v1/evaluations.xlsx"])["评价"]
    at = list(head).index("发布日期")
    assert {type(row[at].date()) for row in rows if row[at]} == {date}


def test_rows_that_count_add_up_to_what_the_year_page_says() -> None:
    rows = json.loads(taken()["data/v1/2024.json"])["evaluations"]
    counting = [r for r in rows if r["counted"] == "是" and r["whole_department"] == "否"]
    assert 0 < len(counting) < len(rows)
    keys = [(row["department_id"], row["project_id"]) for row in counting]
    assert len(set(keys)) == len(keys)
    budget = sum(Decimal(str(row["budget"])) for row in counting if row["budget"] is not None)
    assert f"{budget / 10_000:,.2f}万元" in showcase.texts()["2024/"]
