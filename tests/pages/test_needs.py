"""What printed documents say beyond a plain self-evaluation is on their page, every value of it."""

from pathlib import Path
from typing import Any

import pytest
from helpers import audit
from helpers.reading import parsed, split, words
from helpers.tables import typed

from generator.catalog import Catalog
from generator.model.publisher import Publisher
from generator.model.register import Region
from generator.pages.edition import Edition
from generator.pages.rendering import Renderer
from generator.pages.views import evaluation

NEEDS = typed(Path(__file__).with_name("needs.yml"))
PUBLISHER = Publisher(format=1, name="示例", organiser="示例市财政局")
REGION = Region(id="shili", name="示例市")


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need["name"])
def test_every_value_is_on_the_page(need: dict[str, Any]) -> None:
    record = audit.record_of({"格式": "2", **need["record"]})
    edition = Edition(PUBLISHER, Catalog((REGION,), (audit.DEPARTMENT,), (record,)))
    [view] = evaluation.views(edition)
    page = Renderer().render(view)
    body = parsed(split(page)[1])
    said = " ".join(words(body))
    ids = " ".join(node.get("id", "") for node in body.iter() if isinstance(node.tag, str))
    links = " ".join(node.get("href", "") for node in body.iter() if isinstance(node.tag, str))
    missing = [text for text in need["shows"] if text not in f"{said} {ids} {links}"]
    assert missing == []
