"""The search engine as tests ask it: in a page of a built site, over any protocol."""

import json
import random
import re
import shutil
import zlib
from base64 import b85decode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from generator import artifacts
from generator.catalog import Catalog
from generator.intake import content
from generator.pages.edition import Edition
from generator.pages.findable import findable
from generator.plugin import THEME
from generator.search.packing import ENCODING, dictionary
from generator.search.terms import fold
from generator.site import Site
from helpers import demo_site

PAGE = "page.html"
SHOWN = 10
_NO_PAGES = Site((), (), (), (), ())
ASK = "([text, options]) => gongkaiSearch.query(text, options)"
_REPORT = re.compile(r'gongkaiSearch\.add\("report",(".*")\)\n')
HAN = re.compile(r"[\u4e00-\u9fff]+")


def page_of(project: Path, scripts: Sequence[str] = ("search",), site: Site | None = None) -> Path:
    """A site with the engine and the index of a project, and a page that carries nothing else."""
    folder = project / "site"
    index_to(folder, project, site)
    shutil.copytree(THEME / "assets", folder / "assets")
    head = '<!doctype html><meta charset="utf-8"><link rel="icon" href="assets/mark.svg">'
    carried = "".join(f'<script src="assets/{name}.js"></script>' for name in scripts)
    (folder / PAGE).write_text(head + carried, encoding="utf-8")
    return folder


def index_to(folder: Path, project: Path, site: Site | None = None) -> None:
    """Write the index of a project into a site."""
    artifacts.write((site or indexed(project)).index, folder)


def indexed(project: Path) -> Site:
    """What is indexed of a project, without its pages and the audit."""
    loaded = content.load(project / "content", project)
    catalog = Catalog(loaded.regions, loaded.departments, loaded.records)
    words = loaded.declared.search_words
    assert loaded.publisher is not None
    edition = Edition(loaded.publisher, catalog, written=loaded.written)
    beside = tuple(findable(edition, words))
    return replace(_NO_PAGES, catalog=catalog, words=words, beside=beside)


def unpacked(packed: str) -> Any:
    """What a script holds of one report: what is shown beside its texts, then these."""
    reading = zlib.decompressobj(-15, zdict=dictionary())
    return json.loads(reading.decompress(b85decode(packed)).decode(ENCODING))


def reports_in(scripts: Iterable[str]) -> Iterator[Any]:
    """What the index holds of each report, among scripts of a site."""
    for script in scripts:
        if found := _REPORT.fullmatch(script):
            yield unpacked(json.loads(found[1]))


def ask(page: Page, text: str, **options: Any) -> Any:
    """What the engine answers in a page that carries it."""
    return page.evaluate(ASK, [text, {"limit": SHOWN, **options}])


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one query did."""

    query: str
    recall: float
    first: int | None
    """The place of the first right result, from 1."""


def judged(query: str, expected: Sequence[str], addresses: Sequence[str]) -> Outcome:
    """Hold the results against the reports that are right; a part of a report stands for it."""
    found = sum(any(a.startswith(right) for a in addresses) for right in expected)
    places = (n for n, a in enumerate(addresses, 1) if a.startswith(tuple(expected)))
    return Outcome(query, found / min(SHOWN, len(expected)), next(places, None))


def recall(outcomes: Iterable[Outcome]) -> float:
    """The mean over all queries."""
    each = [outcome.recall for outcome in outcomes]
    return sum(each) / len(each)


def texts(project: Path) -> Mapping[str, str]:
    """All values of each record, folded, by the address of its page: read without the index."""
    records = project / "content" / "records"
    return {
        f"{file.relative_to(records).with_suffix('').as_posix()}/": "\n".join(
            fold(text) for text in demo_site.texts(_shown(demo_site.data_of(file)))
        )
        for file in sorted(records.rglob("*.yml"))
        if len(file.relative_to(records).parts) == _DEPTH
    }


def _shown(data: dict[str, Any]) -> dict[str, Any]:
    """Without what no page shows of every record."""
    disclosure = {k: v for k, v in data.get("公开", {}).items() if k != "保密审查"}
    return {k: v for k, v in data.items() if k != "例外"} | {"公开": disclosure}


_DEPTH = 3


class Holders:
    """Which reports hold each two signs that stand together, so that few are read for a piece."""

    def __init__(self, reports: Mapping[str, str]) -> None:
        self._names = list(reports)
        self._by_pair: dict[str, set[int]] = {}
        for number, text in enumerate(reports.values()):
            for pair in set(demo_site.bigrams(text)):
                self._by_pair.setdefault(pair, set()).add(number)

    def of(self, piece: str) -> list[str]:
        """The reports that hold all pairs of a piece of Chinese signs, in their order."""
        few = sorted((self._by_pair.get(pair, set()) for pair in demo_site.bigrams(piece)), key=len)
        return [self._names[number] for number in sorted(set.intersection(*few))]


def substrings(
    reports: Mapping[str, str], number: int, seed: int
) -> Iterator[tuple[str, Sequence[str]]]:
    """Pieces of two to nine signs cut anywhere, with all reports that hold them."""
    dice = random.Random(seed)
    names = list(reports)
    held = Holders(reports)
    while number:
        runs = [run for run in HAN.findall(reports[dice.choice(names)]) if len(run) > 1]
        run = dice.choice(runs)
        length = min(len(run), dice.randint(2, 9))
        start = dice.randint(0, len(run) - length)
        piece = run[start : start + length]
        right = [name for name in held.of(piece) if piece in reports[name]]
        if len(right) <= SHOWN:
            number -= 1
            yield piece, right
