"""A sum that lacks a part is held against nothing, and the list of what was checked says so."""

from helpers import audit

from generator.audit import runner
from generator.audit.coverage import Coverage, Extent, checked
from generator.model.publisher import Thresholds


def test_a_sum_with_a_part_missing_is_said_to_be_unjudged() -> None:
    rows = [
        {
            "名称": "甲",
            "分值": "40",
            "下级": [{"名称": "一", "分值": "30"}, {"名称": "二", "得分": "5"}],
        },
        {"名称": "乙", "分值": "60", "得分": "55"},
    ]
    record = audit.record_of({"指标": rows, "评价结论": {"总分": "97"}})
    coverage = runner.run(record, Thresholds()).coverage
    said = {one.rule: one for one in coverage.rules}
    weights, scores = said["weights-do-not-add-up"], said["scores-do-not-add-up"]
    assert weights.extent is scores.extent is Extent.PARTLY
    assert weights.reasons == ("「甲」中「二」没有分值，没有相加",)
    assert scores.reasons == ("总分的各项中「一」没有得分，没有相加",)


def test_a_whole_sum_is_judged() -> None:
    coverage = runner.run(audit.record_of({}), Thresholds()).coverage
    extents = {one.rule: one.extent for one in coverage.rules}
    assert extents["weights-do-not-add-up"] is extents["scores-do-not-add-up"] is Extent.FULL


def test_the_extents_of_a_document_are_its_lists_counted() -> None:
    rules = tuple(
        checked(f"r-{n}", extent) for n, extent in enumerate((*Extent, *Extent, Extent.FULL))
    )
    coverage = Coverage(rules)
    lists = coverage.asked, coverage.partly, coverage.lacking
    assert coverage.extents == tuple(map(len, lists)) == (5, 2, 2)
