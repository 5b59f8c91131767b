"""Text is text: whatever stands in a record shows as itself, on every page that shows it.

One site is made of numbered words, another of hostile text in their places; every page of the two
must have the same elements, and differ in these words only.
"""

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest
from helpers.converting import assert_same
from helpers.filling import SIGNS, Text, filled, text_fields, texts
from helpers.reading import parsed, shape, split, strings, words
from helpers.showcase import GOLDEN
from helpers.thorough import examples
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.audit.coverage import Coverage, Extent, checked
from generator.audit.runner import Outcome
from generator.binding.filling import Form
from generator.catalog import Catalog
from generator.intake.originals.attachments import Original
from generator.intake.records import Matter, Record
from generator.model.columns import Column
from generator.model.documents import Status
from generator.model.evaluation import Evaluation
from generator.model.frames import Frame
from generator.model.items import Item
from generator.model.kinds import EvaluationKind
from generator.model.publisher import Publisher
from generator.model.register import Department, Region
from generator.pages.edition import Edition
from generator.pages.rendering import Renderer
from generator.pages.views import views_of
from generator.schema.fields import Model
from generator.schema.languages import Language
from generator.source import At, Document
from generator.values.text import squeeze

MODELS: tuple[type[Model], ...] = (
    Publisher, Region, Department, Frame, EvaluationKind, Column, Evaluation,
)  # fmt: skip
FIELDS = sorted(itertools.chain.from_iterable(text_fields(model) for model in MODELS))
RENDERER = Renderer()
TOKEN = re.compile(r"字段(\d+)号")
ORIGINAL = GOLDEN / "content/records/2022/jiaoyu-tiyu-ju/school-lunch/original.pdf"
LINKED_WITHIN = ("dictionary/",)
"""Pages whose Markdown our own converter leaves to Python-Markdown."""
NOT_ON_PAGES = {
    "Contact.address": "the footer of the theme",
    "Contact.email": "the footer of the theme",
    "Contact.telephone": "the footer of the theme",
    "Filings.icp": "the footer of the theme",
    "Filings.police": "the footer of the theme",
    "FooterLink.name": "the footer of the theme",
    "Looks.icon": "the head of the theme",
    "Looks.logo": "the header of the theme",
    "Disclosure.secrecy_review": "for the bureau",
    "EvaluationKind.checked": "names of rules",
    "EvaluationKind.unchecked": "names of rules",
    "ExceptionAccepted.field": "for the bureau",
    "ExceptionAccepted.post": "for the bureau",
    "ExceptionAccepted.reason": "for the bureau",
    "ExceptionAccepted.rule": "for the bureau",
    "ExceptionAccepted.value": "for the bureau",
    "Frame.kinds": "for the menu of a new draft",
    "FrameIndicator.aliases": "for matching names",
    "Evaluation.evaluation_type": "shown as the kind that it names",
    "Item.evaluation_type": "shown as the kind that it names",
    "Wording.document": "how the title of a draft ends",
    "Wording.targets": "where nothing gives points",
    "Policy.stops": "names of rules",
    "Source.digest": "for the bureau",
}


def pages(text: Text) -> dict[str, str]:
    """Every page of a site in which `text` chooses every text."""

    def one_paragraph(where: str) -> str:
        if where == "Indicator.unit":  # no unit is what a value ends with: it would stand once
            return f"{squeeze(text(where))}数"
        return squeeze(text(where)) if where == "Section.text" else text(where)

    def of_the_frame_alone(where: str) -> str:
        """No word of a report is one of its frame, or what it says would follow from it."""
        if where.startswith(("Band.", "FrameIndicator.", "Veto.")):
            return f"{squeeze(text(where))}级"
        return text(where)

    department = filled(Department, text)
    frame = filled(Frame, of_the_frame_alone)
    evaluation = filled(Evaluation, one_paragraph)
    section = evaluation.sections[0]
    levels = tuple(section.model_copy(update={"level": n}) for n in range(1, 5))
    evaluation = evaluation.model_copy(update={"sections": levels})
    [attachment] = evaluation.attachments
    original = Original(ORIGINAL, attachment.title or "", "pdf", 1)

    kind = filled(EvaluationKind, text)

    def matter_of(item: Item, at: At) -> Matter:
        inner = tuple(matter_of(one, (*at, "items", n)) for n, one in enumerate(item.items))
        return Matter(item, at, kind, frame, inner)

    def record(year: int, status: Status) -> Record:
        this = evaluation.model_copy(update={"status": status})
        document = Document(f"content/records/{year}/shili-ju/a.yml", {})
        form = Form(document, Evaluation, Language.CHINESE, this, ())
        matter = matter_of(this, ())
        return Record("a", year, department, this, matter, (), (original,), form)

    catalog = Catalog(
        (filled(Region, text),),
        (department,),
        (record(2022, Status.PUBLISHED), record(2023, Status.DRAFT)),
    )
    unjudged = checked("numbering", Extent.PARTLY, (text("Indicator.name"), text("Survey.name")))
    outcome = Outcome((), Coverage((checked("no-result", Extent.FULL), unjudged)))
    edition = Edition(
        filled(Publisher, text), catalog, {one.path: outcome for one in catalog.records},
        kinds=(filled(EvaluationKind, text),), columns=(filled(Column, text),),
    )  # fmt: skip
    return {view.address: RENDERER.render(view) for view in views_of(edition)}


def numbered(where: str) -> str:
    return f"字段{FIELDS.index(where)}号"


@dataclass(frozen=True)
class Seen:
    """What a reader gets of a page: its elements, and all words in their order."""

    elements: list[tuple[str, tuple[str, ...], int]]
    words: list[str]


def seen(page: str) -> Seen:
    meta, body = split(page)
    tree = parsed(body)
    return Seen(shape(tree), [*words(tree), *strings(meta)])


@cache
def control() -> dict[str, tuple[str, Seen]]:
    return {address: (page, seen(page)) for address, page in pages(numbered).items()}


def assert_shown(chosen: Callable[[str], str]) -> None:
    """Every page of the hostile site says what the control site says, with these words.

    Our own converter makes the same HTML of it.
    """

    def put(match: re.Match[str]) -> str:
        return squeeze(chosen(FIELDS[int(match[1])]))

    hostile = pages(chosen)
    assert hostile.keys() == control().keys()
    for address, (page, expected) in control().items():
        if address not in LINKED_WITHIN:
            assert_same(split(hostile[address])[1].strip())
        if not TOKEN.search(split(page)[1]):
            assert split(hostile[address])[1] == split(page)[1], address
            continue
        found = seen(hostile[address])
        same_elements = found.elements == expected.elements
        assert same_elements, address
        pairs = zip(found.words, (squeeze(TOKEN.sub(put, w)) for w in expected.words), strict=True)
        assert next((pair for pair in pairs if pair[0] != pair[1]), None) is None, address


@given(st.lists(texts(), min_size=len(FIELDS), max_size=len(FIELDS)))
@settings(
    max_examples=examples(30),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    # Of more than a hundred texts at once some are drawn that no field can hold.
    suppress_health_check=[HealthCheck.filter_too_much],
)
@pytest.mark.slow
def test_any_text_in_any_field_shows_as_itself(chosen: list[str]) -> None:
    assert_shown(lambda where: chosen[FIELDS.index(where)])


def around(sign: str) -> tuple[str, str]:
    return f"{sign} 甲 {sign}".strip(), f"{sign}甲{sign}".strip()


@pytest.mark.parametrize("turn", range(8))
@pytest.mark.slow
def test_signs_at_the_start_and_end_of_texts_do_nothing(turn: int) -> None:
    """Each field has another sign, and another in each turn."""
    forms = [form for sign in SIGNS for form in around(sign)]
    assert_shown(lambda where: forms[(FIELDS.index(where) + turn * 25) % len(forms)])


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.promises
def test_a_sign_at_the_start_and_end_of_every_text_does_nothing(sign: str) -> None:
    assert_shown(lambda where: around(sign)[FIELDS.index(where) % 2])


def test_every_text_field_is_on_some_page_or_known_not_to_be() -> None:
    shown = {FIELDS[int(n)] for page, _ in control().values() for n in TOKEN.findall(page)}
    assert set(FIELDS) - shown == set(NOT_ON_PAGES)


def test_paragraphs_of_a_section_stay_paragraphs() -> None:
    def text(where: str) -> str:
        return "# 甲\n\n1. 乙\n    丙" if where == "Section.text" else "丁"

    evaluation = filled(Evaluation, text)
    assert evaluation.sections[0].paragraphs == ("# 甲", "1. 乙", "丙")
