"""`公开核对说明: 否` keeps all of the audit at the desk: pages and index say what reports say."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from helpers import showcase
from helpers.search_engine import reports_in
from helpers.showcase import GOLDEN, PROJECT

from generator import site
from generator.audit import weights
from generator.audit.rulebook import BUILT_IN
from generator.intake import content
from generator.pages.addresses import DATA, DICTIONARY, RULES
from generator.pages.templating import escape
from generator.search import INDEX

WORDS = (
    "核对规则", "数据核对说明", "栏目或内容未核对", "按明细计算为", "按总分应为", "按明细合计为",
    "超出预算", "合计与明细不一致", "gk-differs", "gk-results", "gk-accepted", "gk-checked",
)  # fmt: skip
"""What pages say where they tell of the audit, or contradict a report."""
ASKED = "超出预算"
"""What readers may ask for stands in the manifest of the index on every site."""
MARKS = re.compile(
    r"""\#\#\ 数据核对说明\ .*?</details>                        # the notes, what was checked
    | <p\ class="gk-verdict[^\n]*</p>                            # its heaviest note
    | \ <span\ class="gk-differs">[^<]*</span>                   # another number
    | (?<=gk-number)\ gk-differs
    | <figure.*?</figure>                                        # looked at by themselves
    | ^[^\n]*比[^\n]*多\ [\d,.]+(?:万|亿)?元。$                  # more than the budget
    | ^<li><a\ href="[./]*rules/index\.html">核对规则</a></li>$  # the way to the rules
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
COMPUTED = re.compile(r'(<td class="gk-number">[\d,.]+%</td>\n<td class="gk-number">)[\d,.]+%')
"""A rate beside the one that the report states."""


@dataclass(frozen=True)
class Twins:
    """The same content, published with what the audit says and without."""

    told: Mapping[str, str]
    untold: Mapping[str, str]
    messages: frozenset[str]


def made(project: Path, *, notes: bool) -> site.Site:
    loaded = content.load(project / "content", project)
    assert loaded.publisher
    policy = loaded.publisher.policy.model_copy(update={"notes": notes})
    publisher = loaded.publisher.model_copy(update={"policy": policy})
    return site.publish(replace(loaded, publisher=publisher))


@cache
def twins(project: Path) -> Twins:
    told, untold = (made(project, notes=notes) for notes in (True, False))
    messages = frozenset(fault.message for fault in told.diagnostics)
    return Twins(texts(told), texts(untold), messages)


def texts(made: site.Site) -> Mapping[str, str]:
    """All but the tables to take along and their page, which then lack columns: tests/exports."""
    return {
        a.uri: a.content
        for a in made.artifacts
        if isinstance(a.content, str) and not a.uri.startswith(DATA)
    }


every_project = pytest.mark.parametrize("project", [PROJECT, GOLDEN], ids=["showcase", "golden"])


def plain(page: str) -> str:
    """A page without what may differ, and without the blank lines that stood around it."""
    return re.sub(r"\n+", "\n", MARKS.sub("", COMPUTED.sub(r"\1—", page))).strip()


def test_every_difference_is_one_of_the_audit() -> None:
    both = twins(PROJECT)
    assert both.told.keys() - both.untold.keys() == {f"{RULES}index.md"}
    assert both.untold.keys() <= both.told.keys()
    differing = {uri for uri in both.untold if both.told[uri] != both.untold[uri]}
    assert len(differing) > 10
    for uri in differing:
        assert plain(both.told[uri]) == plain(both.untold[uri]), uri


@every_project
def test_the_index_is_the_same(project: Path) -> None:
    """But for the money that adds up: like the sums of years it follows what decides on a sum."""
    both = twins(project)
    told, untold = (_without_sums(files) for files in (both.told, both.untold))
    assert told
    assert told == untold


def _without_sums(files: Mapping[str, str]) -> dict[str, str]:
    """The index without the files of the explorer, and without their names."""
    return {
        uri: re.sub(r'"explore":"\w+"', "", text)
        for uri, text in files.items()
        if uri.startswith(INDEX) and not text.startswith('gongkaiSearch.add("explore"')
    }


def _unpacked(page: str) -> str:
    """What the index holds of a report, which no word is found in as it lies there."""
    return json.dumps([*reports_in([page])], ensure_ascii=False)


@every_project
def test_no_word_of_the_audit_stands_anywhere(project: Path) -> None:
    """The dictionary says how content is written, rules that may be named in it among that."""
    both = twins(project)
    assert both.messages
    messages = {said for message in both.messages for said in (message, str(escape(message)))}
    anchors = {f"#{rule}" for rule in set(BUILT_IN.manuals)}
    phrases = {f">{said}<" for said in weights.phrases().values()}
    for uri, page in both.untold.items():
        text = (page + _unpacked(page)).replace(f'"{ASKED}"', "")
        if not uri.startswith(DICTIONARY):
            found = [one for one in (*WORDS, *messages, *anchors, *phrases) if one in text]
            assert found == [], uri


@every_project
def test_the_same_words_are_there_where_they_may_be(project: Path) -> None:
    """So that the test above looks for what there is."""
    pages = "".join(twins(project).told.values())
    assert {"核对规则", "数据核对说明", "按总分应为", "gk-differs"} <= {
        w for w in WORDS if w in pages
    }


def test_a_total_that_its_parts_contradict_counts_as_it_stands() -> None:
    both = twins(GOLDEN)
    year = "2021/index.md"
    assert "的支出（合计与明细不一致）" in both.told[year]
    assert "<dt>支出合计</dt><dd>1,211.30万元</dd>" in both.untold[year]
    assert "没有计入" not in both.untold[year]


def test_a_rate_stands_beside_no_other() -> None:
    both = twins(GOLDEN)
    stated = [uri for uri, text in both.told.items() if COMPUTED.search(text)]
    assert stated
    assert [uri for uri in stated if COMPUTED.search(both.untold[uri])] == []


def test_a_preview_keeps_the_rules_for_the_desk() -> None:
    loaded = content.load(PROJECT / "content", PROJECT)
    assert loaded.publisher
    policy = loaded.publisher.policy.model_copy(update={"notes": False})
    publisher = loaded.publisher.model_copy(update={"policy": policy})
    preview = site.publish(replace(loaded, publisher=publisher), preview=True)
    pages = {artifact.uri: str(artifact.content) for artifact in preview.pages}
    assert f"{RULES}index.md" in pages
    assert "核对结果（仅预览）" in pages[f"{showcase.SEED}/index.md"]
    assert "数据核对说明" not in pages[f"{showcase.SEED}/index.md"]
