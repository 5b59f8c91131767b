"""The page of rules: what one calls another leads there, by the name that readers know."""

import re

from helpers import showcase

from generator.audit.rulebook import BUILT_IN
from generator.audit.topics import TOPICS


def test_rules_name_one_another_in_chinese_and_lead_there() -> None:
    page = showcase.texts()["rules/"]
    text = re.sub(r"<code>.*?</code>|<[^>]*>|\{#.*?\}", "", page)
    assert [
        name for name in BUILT_IN.manuals if re.search(rf"(?<![\w-]){name}(?![\w-])", text)
    ] == []
    links = re.findall(r'<a href="#([a-z-]+)">“(.+?)”</a>', page)
    assert len(links) > 20
    assert {BUILT_IN.manuals[rule].title for rule, _ in links} == {title for _, title in links}


def test_a_topic_keeps_its_place() -> None:
    page = showcase.texts()["rules/"]
    for topic in TOPICS:
        assert f"## {topic.title} {{#topic-{topic.id}}}" in page
