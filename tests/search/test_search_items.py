"""Items of a document are results of their own, and whatever somebody wrote can be found."""

from helpers.filling import filled, text_fields

from generator.binding.filling import Form
from generator.catalog import Catalog
from generator.intake.records import Matter, Record
from generator.model.evaluation import Evaluation
from generator.model.frames import NO_FRAME
from generator.model.items import Item
from generator.model.kinds import EvaluationKind
from generator.model.register import Department, Region
from generator.schema.languages import Language
from generator.search.documents import Document, document
from generator.search.terms import terms
from generator.source import Document as File

NOT_SEARCHED = {
    "Disclosure.secrecy_review": "for the bureau",
    "ExceptionAccepted.field": "for the bureau",
    "ExceptionAccepted.post": "for the bureau",
    "ExceptionAccepted.reason": "for the bureau",
    "ExceptionAccepted.rule": "for the bureau",
    "ExceptionAccepted.value": "for the bureau",
    "Evaluation.evaluation_type": "the name of the kind stands for it",
    "Item.evaluation_type": "the name of the kind stands for it",
    "Source.digest": "for the bureau",
}
FIELDS = sorted(text_fields(Evaluation))


def token(where: str) -> str:
    return f"字{FIELDS.index(where)}段" if where in FIELDS else "甲"


def site() -> Catalog:
    """One document with every field filled in, about two items of which one holds another."""
    whole = filled(Evaluation, token)
    [outer] = whole.items
    last = outer.items[0] if outer.items else outer
    leaf = last.model_copy(update={"items": (), "id": "leaf"})
    group = outer.model_copy(update={"items": (leaf,), "id": "group"})
    single = leaf.model_copy(update={"id": "single"})
    annexes = tuple(one.model_copy(update={"file": None}) for one in whole.attachments)
    update = {"items": (group, single), "attachments": annexes}
    evaluation = whole.model_copy(update=update)
    kind = filled(EvaluationKind, token)
    inside = Matter(leaf, ("items", 0, "items", 0), kind, NO_FRAME)
    matters = (
        Matter(group, ("items", 0), kind, NO_FRAME, (inside,)),
        Matter(single, ("items", 1), kind, NO_FRAME),
    )
    matter = Matter(evaluation, (), kind, NO_FRAME, matters)
    department = filled(Department, token)
    form = Form(
        File("content/records/2022/shili-ju/a.yml", {}),
        Evaluation,
        Language.CHINESE,
        evaluation,
        (),
    )
    record = Record("a", 2022, department, evaluation, matter, (), (), form)
    return Catalog((filled(Region, token),), (department,), (record,))


def results(catalog: Catalog) -> tuple[Document, ...]:
    [whole] = catalog.documents
    return tuple(map(document, catalog.with_items(whole)))


def test_the_document_and_each_of_its_items_is_a_result_once() -> None:
    found = results(site())
    assert [(one.entry.address, one.anchors[0]) for one in found] == [
        ("2022/shili-ju/a/", ""),
        ("2022/shili-ju/a/", "item-leaf"),
        ("2022/shili-ju/a/", "item-single"),
    ]


def test_parts_lead_to_the_item_they_stand_in() -> None:
    found = results(site())
    assert [one.anchors[1:] for one in found] == [
        (
            "finding-id-w1", "item-group-finding-id-w1",
            "recommendation-id-j1", "item-group-recommendation-id-j1",
        ),
        ("item-leaf-finding-id-w1", "item-leaf-recommendation-id-j1"),
        ("item-single-finding-id-w1", "item-single-recommendation-id-j1"),
    ]  # fmt: skip
    assert [(one.findings, one.recommendations) for one in found] == [(2, 2), (1, 1), (1, 1)]
    assert all(len(one.anchors) == len(one.texts) == len(one.terms) for one in found)


def test_every_text_somebody_wrote_can_be_found_and_read() -> None:
    found = results(site())
    shown = "\n".join(text for one in found for text in one.texts)
    known = set().union(*(part for one in found for part in one.terms))
    missing = {where for where in FIELDS if token(where) not in shown}
    assert missing == set(NOT_SEARCHED)
    assert {w for w in FIELDS if not terms(token(w)) <= known} == set(NOT_SEARCHED)


def test_what_an_item_says_is_found_there_only() -> None:
    whole = filled(Evaluation, token)
    name = "只在分项里的话"
    item = filled(Item, lambda where: name if where == "Objective.achieved" else "乙")
    single = item.model_copy(update={"items": (), "id": "single"})
    evaluation = whole.model_copy(update={"items": (single,)})
    [record] = (one.record for one in site().documents)
    kind = filled(EvaluationKind, token)
    inner = Matter(single, ("items", 0), kind, NO_FRAME)
    matter = Matter(evaluation, (), kind, NO_FRAME, (inner,))
    made = Record("a", 2022, record.department, evaluation, matter, (), (), record.form)
    catalog = Catalog(site().regions, (record.department,), (made,))
    assert [name in "\n".join(one.texts) for one in results(catalog)] == [False, True]
