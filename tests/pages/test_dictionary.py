"""The data dictionary shows every field of every file, and its addresses stay."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

import pytest
from helpers import showcase
from helpers.filling import models
from helpers.reading import parsed, split

from generator.intake import declarations
from generator.intake.kinds import KINDS
from generator.schema.fields import Model
from generator.schema.vocabulary import Term, vocabulary
from generator.values.text import squeeze


@pytest.fixture(scope="module")
def page() -> Element:
    made = showcase.published()
    (written,) = (a.content for a in made.artifacts if a.uri == "dictionary/index.md")
    assert isinstance(written, str)
    return parsed(split(written)[1])


def rows(page: Element) -> set[tuple[str, ...]]:
    """The cells of every row, as read."""
    return {
        tuple(squeeze("".join(cell.itertext())) for cell in row)
        for row in page.iter("tr")
        if row.find("td") is not None
    }


def cells(term: Term) -> tuple[str, ...]:
    """What stands beside the type: both keys, required, unit, description."""
    required, unit = "必填" if term.required else "—", term.unit or "—"
    return term.label, term.name, required, unit, squeeze(term.description)


MODELS = {model for kind in KINDS for model in models(kind.model, set())}


@pytest.mark.parametrize("model", sorted(MODELS, key=str), ids=lambda model: model.__name__)
def test_every_field_is_there(model: type[Model], page: Element) -> None:
    shown = {(row[:2] + row[3:]): row[2] for row in rows(page)}
    for term in vocabulary(model).terms.values():
        words = [f"{choice.label} {choice.value}" for choice in term.choice or ()]
        assert [word for word in words if word not in shown[cells(term)]] == []


def test_every_kind_is_there(page: Element) -> None:
    shown = {row[:2]: row[2:] for row in rows(page)}
    declared = declarations.of_folder(showcase.PROJECT / "content", showcase.PROJECT)
    for kind in declared.kinds:
        assert shown[kind.name, kind.english] == (
            listed(kind.aliases), f"{kind.description}依据：{kind.source}",
            kind.timing.label, kind.points.label, kind.grades.label,
            *map(listed, ([block.label for block in kind.required], kind.verdicts)),
            *map(listed, (kind.likelihoods, kind.columns)),
        )  # fmt: skip
    assert shown["运行监控", "monitoring"][-2] == "确定能、有可能、完全不可能、不可能"


def test_every_column_is_there(page: Element) -> None:
    shown = rows(page)
    declared = declarations.of_folder(showcase.PROJECT / "content", showcase.PROJECT)
    for column in declared.columns:
        choices = f"：{listed(column.choices)}" if column.choices else ""
        assert (
            column.name, column.english, column.position.label, f"{column.type.label}{choices}",
            column.unit or "—", column.description or "—",
        ) in shown  # fmt: skip


def listed(words: Sequence[str]) -> str:
    return "、".join(words) or "—"


def test_addresses_stay(page: Element) -> None:
    ids = [e.attrib["id"] for e in page.iter() if e.tag in ("h2", "h3")]
    assert len(ids) == len(set(ids))
    assert {
        "record", "project", "funds", "funds-rows", "funds-stated-total", "funds-stated-rates",
        "objective", "indicators", "result", "findings", "recommendations", "sections",
        "disclosure", "attachments", "source", "exceptions", "departments",
        "departments-regions", "departments-departments", "publisher", "publisher-column",
        "publisher-contact", "publisher-filings", "frame", "frame-bands", "frame-steps",
        "frame-indicators", "evaluation-types", "added-columns",
    } <= set(ids)  # fmt: skip
    links = {a.attrib["href"] for a in page.iter("a") if a.attrib["href"].startswith("#")}
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_the_tables_have_names_of_their_own(page: Element) -> None:
    captions = ["".join(caption.itertext()) for caption in page.iter("caption")]
    assert len(captions) == len(set(captions)) == len(list(page.iter("table")))
