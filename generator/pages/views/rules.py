"""The reference of all audit rules, from their manual pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.audit.topics import by_topic
from generator.diagnostics.reading import READING
from generator.pages.addresses import RULES, home_link
from generator.pages.edition import Edition
from generator.pages.parts.rule_pages import RulePage, rule_page
from generator.pages.views.base import View, all_notices


@dataclass(frozen=True, slots=True)
class Subject:
    """What some rules are about, with these."""

    id: str
    title: str
    rules: Sequence[RulePage]


@dataclass(frozen=True, kw_only=True)
class RulesView(View):
    """Every rule with its reason, formula, source and examples."""

    template = "rules.md.jinja"

    topics: Sequence[Subject]
    reading: Sequence[RulePage]


def views(edition: Edition) -> Iterator[RulesView]:
    """One page; none where pages say nothing of the audit.

    A preview has the rules too that the bureau keeps to itself.
    """
    if not edition.explains_rules:
        return
    book = edition.book
    told = book.manuals if edition.is_preview else book.public
    known = {**book.manuals, **{page.rule: page for page in READING}}
    shown = frozenset((*told, *(page.rule for page in READING)))
    yield RulesView(
        address=RULES,
        title="核对规则",
        description="本站怎样核对评价报告中的数字和文字：每条规则的原因、公式、依据和例子",
        publisher=edition.publisher,
        breadcrumb=(home_link(),),
        notices=all_notices(edition),
        topics=tuple(
            Subject(topic.id, topic.title, tuple(rule_page(one, known, shown) for one in pages))
            for topic, pages in by_topic(book, told).items()
        ),
        reading=tuple(rule_page(page, known, shown) for page in READING),
    )
