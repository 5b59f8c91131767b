"""What rules are about: every cell that a rule may need belongs to one topic."""

from collections import Counter

from generator.audit import needs
from generator.audit.needs import Need
from generator.audit.rulebook import BUILT_IN
from generator.audit.topics import TOPICS, by_topic


def test_every_cell_belongs_to_one_topic() -> None:
    cells = [need for need in vars(needs).values() if isinstance(need, Need) and not need.of_form]
    named = Counter(need for topic in TOPICS for need in topic.needs)
    assert [need.label for need in {*cells} ^ {*named}] == []
    assert set(named.values()) == {1}


def test_every_rule_stands_below_one_topic() -> None:
    listed = by_topic(BUILT_IN, BUILT_IN.manuals)
    told = [page.rule for pages in listed.values() for page in pages]
    assert sorted(told) == sorted(BUILT_IN.manuals)
    topics = {page.rule: topic.title for topic, pages in listed.items() for page in pages}
    assert topics["spent-over-budget"] == "资金"
    assert topics["grade-contradicts-score"] == "评分和等级"
    assert topics["findings-without-recommendations"] == "问题、建议和整改"
    assert len({topic.id for topic in listed}) == len(listed)
    assert max(map(len, listed.values())) < len(told) / 2
