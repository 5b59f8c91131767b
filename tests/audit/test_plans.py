"""How far rules can look is worked out once for a shape, and is what their needs say."""

from helpers import audit

from generator.audit.coverage import Extent
from generator.audit.rulebook import BUILT_IN
from generator.audit.subject import Subject
from generator.intake.records import Record
from generator.model.publisher import Thresholds


def subject(record: Record) -> Subject:
    return Subject(record, Thresholds())


def test_documents_of_one_shape_share_a_plan() -> None:
    one, other = (audit.record_of({"标题": title}) for title in ("午餐", "晚餐"))
    without_funds = audit.record_of({"资金": ""})
    assert BUILT_IN.plans.of(subject(one)) is BUILT_IN.plans.of(subject(other))
    assert BUILT_IN.plans.of(subject(one)) is not BUILT_IN.plans.of(subject(without_funds))


def test_a_plan_says_of_every_rule_what_its_needs_say() -> None:
    for changes in ({}, {"资金": ""}, {"指标": ""}, {"评价类型": "绩效目标"}):
        one = subject(audit.record_of(changes))
        plan = BUILT_IN.plans.of(one)
        for rule, can in zip(BUILT_IN.checks, plan.rules, strict=True):
            assert can.rule == rule.name
            unmet = [need for need in rule.needs if not need.is_met(one)]
            if rule.name in one.kind.unchecked or any(need.of_form for need in unmet):
                assert can.extent is Extent.UNFIT, rule.name
            else:
                assert can.reasons == tuple(need.label for need in unmet), rule.name
                assert can.extent is (Extent.LACKING if unmet else Extent.FULL), rule.name
            assert (rule in plan.asked) is (can.extent is Extent.FULL), rule.name
