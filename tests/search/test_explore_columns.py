"""The columns of the explorer: what they add up to is what the pages of years print."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from helpers import showcase

from generator.catalog import Catalog, Entry
from generator.search import documents
from generator.search.explore import Explored
from generator.values.money import Unit

ADD = re.compile(r'gongkaiSearch\.add\("explore",(.*)\)\n', re.DOTALL)


def catalog() -> Catalog:
    loaded = showcase.loaded()
    return Catalog(loaded.regions, loaded.departments, loaded.records)


def explored(entries: list[Entry], whole: Catalog) -> dict[str, Any]:
    call = ADD.fullmatch(Explored(whole).script(entries).data.decode())
    assert call is not None
    data: dict[str, Any] = json.loads(call[1])
    return data


def all_entries(whole: Catalog) -> Iterator[Entry]:
    for document in whole.documents:
        yield from whole.with_items(document)


def test_each_year_adds_up_to_what_its_page_prints() -> None:
    whole = catalog()
    entries = list(all_entries(whole))
    columns = explored(entries, whole)["columns"]
    added: dict[tuple[str, bool, int], list[int]] = defaultdict(lambda: [0, 0])
    for entry, money in zip(entries, columns["money"], strict=True):
        for year, *amounts in money if isinstance(money, list) else ():
            for n, fen in enumerate(amounts):
                added[entry.region, entry.whole_department, year][n] += fen or 0
    for year, listed in whole.by_year.items():
        for region, summary in whole.by_region(listed, year):
            for figures in filter(None, (summary.figures, summary.departments)):
                is_whole = figures is summary.departments
                for amount, fen in zip(
                    (figures.budget, figures.spent), added[region.id, is_whole, year], strict=True
                ):
                    assert amount is not None
                    assert amount.to(Unit.YUAN).value == Decimal(fen) / 100
    assert len(added) > 4


def test_whatever_adds_nothing_says_why() -> None:
    whole = catalog()
    entries = list(all_entries(whole))
    data = explored(entries, whole)
    why = {
        (entry.address, entry.anchor): data["reasons"][money]
        for entry, money in zip(entries, data["columns"]["money"], strict=True)
        if isinstance(money, int)
    }
    assert set(why) >= {(e.address, "") for e in entries if e.holds_items}
    assert all((e.address, e.anchor) in why for e in entries if not whole.counts(e))
    assert {"含几个项目的文件，金额计在各项目上", "只列发行数，没有列预算数"} <= set(why.values())


def test_problems_stand_as_lists_of_problems_say() -> None:
    whole = catalog()
    entries = list(all_entries(whole))
    data = explored(entries, whole)
    values = [value for value, _ in data["facets"]["mended"]]
    told: dict[str, list[str]] = defaultdict(list)
    for entry, mended in zip(entries, data["columns"]["mended"], strict=True):
        found = documents.document(entry).findings
        if isinstance(mended, list):
            assert len(mended) == 1 + found
            told[entry.address] += [values[place] for place in mended[1:] if place is not None]
        elif mended is not None:
            told[entry.address] += [values[mended]] * found
    for address, listed in whole.problems.by_document.items():
        stands = [
            "open" if one.is_not_mended else "done" if one.state else "unsaid" for one in listed
        ]
        assert sorted(told.pop(address)) == sorted(stands)
    assert not told
    place = {e.address: n for n, e in enumerate(entries)}["2023/shili-zhujian/old-neighbourhood/"]
    assert values[data["columns"]["mended"][place][0]] == "open"


def test_days_grow_and_originals_are_told() -> None:
    whole = catalog()
    entries = list(all_entries(whole))
    data = explored(entries, whole)
    assert data["columns"]["day"] == [
        int(f"{e.published:%Y%m%d}") if e.published else None for e in entries
    ]
    told = dict(data["facets"]["original"])
    assert told == {"yes": "有报告原文", "no": "未提供原文"}
    has = {e.address for e, n in zip(entries, data["columns"]["original"], strict=True) if n == 0}
    assert has == {
        e.address for e in entries if e.record.originals or e.record.evaluation.source.url
    }
    assert 0 < len(has) < len(entries)
