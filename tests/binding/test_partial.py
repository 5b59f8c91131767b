"""A document with faults is read all the same, twice; what differs is what nobody could read."""

import pytest

from generator import source
from generator.binding.filling import Form, fill
from generator.binding.partial import Partial
from generator.intake.kinds import KINDS
from generator.model.evaluation import Evaluation
from generator.schema.fields import Model

HEAD = """\
格式: 1
状态: 已发布
标题: 甲
项目: {名称: 乙}
评价类型: 单位自评
评价对象: 项目支出
指标体系: 丙
"""


def form_of(text: str) -> Form[Evaluation]:
    reading = source.read(text.encode(), "a.yml")
    assert reading.document is not None, reading.diagnostics
    return fill(reading.document, Evaluation)


def partial_of(text: str) -> Partial[Evaluation]:
    form = form_of(text)
    assert form.value is None
    assert form.partial is not None
    return form.partial


def test_a_document_without_faults_is_read_once() -> None:
    form = form_of(HEAD)
    assert form.value is not None
    assert form.partial is None


def test_an_unreadable_value_is_left_out_and_all_others_are_there() -> None:
    known = partial_of(HEAD + "指标:\n- {名称: 丁, 得分: 8O}\n- {名称: 戊, 得分: 9}\n")
    less, more = known.readings
    assert [row.name for row in less.indicators] == ["丁", "戊"]
    assert less.indicators[0].score is None
    assert more.indicators[0].score is not None
    assert less.indicators[1] == more.indicators[1]
    assert known.left_out == {("indicators", 0, "score")}
    assert known.texts == ((("indicators", 0, "score"), "8O"),)
    assert known.hangs_on(("indicators", 0, "score"))
    assert not known.hangs_on(("indicators",))


def test_what_no_reading_can_do_without_is_made_up_and_said() -> None:
    known = partial_of(HEAD + "指标: [{得分: 8}]\n")
    less, more = known.readings
    assert less.indicators[0].name != more.indicators[0].name
    assert known.made_up == {("indicators", 0, "name")}
    assert known.hangs_on(("indicators",))
    assert not known.hangs_on(("funds",))


def test_a_field_that_may_stand_under_an_unknown_key_is_there_and_is_not() -> None:
    known = partial_of(HEAD + "公开: {发布单位: 甲局, 文号: 示1号}\n")
    less, more = known.readings
    assert less.disclosure.publisher is None
    assert more.disclosure.publisher is not None
    assert less.disclosure.document_number == more.disclosure.document_number == "示1号"
    assert (("disclosure", "发布单位"), "甲局") in known.texts


def test_what_follows_from_a_list_that_cannot_be_read_differs_in_number() -> None:
    less, more = partial_of(HEAD + "问题: 台账不全\n").readings
    assert less.findings == ()
    assert len(more.findings) > 1


@pytest.mark.parametrize("model", [kind.model for kind in KINDS])
def test_of_an_empty_document_everything_is_made_up(model: type[Model]) -> None:
    form = fill(source.Document("a.yml", {}), model)
    assert form.partial is not None
    assert len(form.partial.readings) == 2
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    assert {at[0] for at in form.partial.made_up} == required
