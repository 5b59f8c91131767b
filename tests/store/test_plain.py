"""What the store writes down reads back as it was."""

from dataclasses import fields
from pathlib import Path

import pytest
from helpers.demo_site import made
from helpers.showcase import GOLDEN, PROJECT

from generator import site
from generator.catalog import Entry
from generator.intake import content
from generator.intake.content import Content
from generator.intake.known_files import KnownFile
from generator.pages.edition import Edition
from generator.search.documents import document
from generator.store import plain


@pytest.fixture(scope="module", params=["golden", "showcase", "demo"])
def read(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Content, Edition]:
    project: Path = {"golden": GOLDEN, "showcase": PROJECT}.get(request.param) or made(
        tmp_path_factory.mktemp("plain") / "demo", 40, faults="0.5"
    )
    loaded = content.load(project / "content", project)
    return loaded, site.edited(loaded, loaded.records, preview=True)


def test_entries(read: tuple[Content, Edition]) -> None:
    loaded, edition = read
    frames = {frame.id: frame for frame in loaded.frames}
    kinds = {kind.id: kind for kind in loaded.declared.kinds}
    for one in edition.catalog.documents:
        entries = tuple(edition.catalog.with_items(one))
        data = plain.plain_entries(entries)
        back = plain.entries_from(data, one.record, frames, kinds)
        assert back == entries
        # Equal numbers may be printed differently: 9.5 and 9.50.
        assert [_printed(entry) for entry in back] == [_printed(entry) for entry in entries]


def _printed(entry: Entry) -> list[str]:
    names = (field.name for field in fields(Entry) if field.name != "record")
    return [repr(getattr(entry, name)) for name in names]


def test_heads_and_diagnostics(read: tuple[Content, Edition]) -> None:
    loaded, _ = read
    assert loaded.records
    for record in loaded.records:
        known = KnownFile(record.head, record.form.diagnostics, ("a.pdf",), {"a.pdf": "0"})
        assert plain.FILE.validate_json(plain.FILE.dump_json(known)) == known


def test_outcomes(read: tuple[Content, Edition]) -> None:
    _, edition = read
    told = 0
    for outcome in edition.outcomes.values():
        data = plain.plain_outcome(outcome)
        assert plain.outcome_from(data, edition.book.names) == outcome
        told += len(outcome.results)
    assert told > 5


def test_terms(read: tuple[Content, Edition]) -> None:
    _, edition = read
    for entry in edition.catalog.documents:
        terms = document(entry).terms
        assert plain.terms_from(plain.plain_terms(terms)) == terms


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"{}", b"null", b"\xff", b'[["a"]]', b'{"results":[],"extents":"9"}']
)
def test_what_is_no_such_data_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        plain.outcome_from(data, ("a",))
    with pytest.raises(ValueError, match=r"."):
        plain.FILE.validate_json(data)
    if data != b"[]":  # as many entries, or parts, as there are: none
        with pytest.raises(ValueError, match=r"."):
            plain.terms_from(data)
        with pytest.raises(ValueError, match=r"."):
            plain.entries_from(data, None, {}, {})  # type: ignore[arg-type]
