"""One table says how much each rule weighs for a reader; page, desk and command keep its order."""

import re
from pathlib import Path

from click.testing import CliRunner
from helpers import showcase

from generator import site
from generator.audit import verdict, weights
from generator.audit.rulebook import BUILT_IN
from generator.cli import main
from generator.diagnostics import Diagnostic, Location, Severity
from generator.intake import content
from generator.pages.views.evaluation import views
from generator.source import read_file

LONGEST = 40


def fault(rule: str, severity: Severity = Severity.WARNING, line: int = 1) -> Diagnostic:
    return Diagnostic(rule, severity, Location("a.yml", line), "甲", "")


def test_the_table_can_be_read_and_says_nothing_twice() -> None:
    assert read_file(weights.WEIGHTS, weights.WEIGHTS.parent).diagnostics == ()
    said = list(weights.phrases().values())
    assert len(set(said)) == len(said)


def test_every_rule_that_may_be_public_is_in_the_table_and_no_other() -> None:
    assert set(weights.phrases()) == verdict.public_rules()


def test_phrases_are_short_and_whole() -> None:
    for rule, said in weights.phrases().items():
        assert 0 < len(said) <= LONGEST, rule
        assert not said.endswith(("。", "；", "，")), rule


def test_nothing_of_persons_or_secrets_may_be_public() -> None:
    untold = set(BUILT_IN.manuals) - verdict.public_rules()
    assert {"personal-data", "personal-data-suspected", "secrecy-mark", "secrecy-words"} <= untold
    assert weights.phrase("personal-data") == ""
    assert weights.rank("personal-data") == len(weights.phrases())


def test_what_weighs_most_comes_first_and_places_keep_their_order() -> None:
    told = (fault("numbering"), fault("spent-over-budget", line=2), fault("numbering", line=3))
    assert weights.heaviest_first(told) == (told[1], told[0], told[2])


def test_at_the_desk_errors_come_before_what_weighs_more() -> None:
    heavy = fault("spent-over-budget")
    error, hint = fault("numbering", Severity.ERROR), fault("repeated-text", Severity.HINT)
    assert weights.gravest_first((hint, heavy, error)) == (error, heavy, hint)


def test_a_page_tells_its_notes_in_that_order() -> None:
    loaded = content.load(showcase.PROJECT / "content", showcase.PROJECT)
    pages = {view.address: view for view in views(site.edited(loaded, loaded.records))}
    rules = [note.result.rule for note in pages[f"{showcase.SEED}/"].notes]
    assert rules == sorted(rules, key=weights.rank)
    assert rules[0] == "spent-over-budget"


def test_the_summary_keeps_it_too(project: Path) -> None:
    done = CliRunner().invoke(main, ["check", "--summary", "--project", str(project)])
    blocks = re.split(r"^\S.*$", done.stdout, flags=re.MULTILINE)
    rules = [re.findall(r"^ +\d+  ([a-z-]+)  \S", block, re.MULTILINE) for block in blocks]
    assert any(len(some) > 1 for some in rules)
    for some in rules:
        known = [(BUILT_IN.pages[rule].severity.rank, weights.rank(rule)) for rule in some]
        assert known == sorted(known)
