"""What the demo plants, the audit finds: at its place, once, and nothing else.

A sound city has no errors and no warnings, which its own tests prove. In `make promises` hints are
held against those of the same city without faults as well.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from helpers import demo_site
from helpers.thorough import THOROUGH

from generator import site
from generator.demo.faults import KINDS
from generator.diagnostics import Diagnostic, Severity
from generator.intake import content

RECORDS = 1_500 if THOROUGH else 480
SEEDS = (3, 11, 101) if THOROUGH else (5,)
SPEAKS_AT = {
    "findings-without-recommendations": "findings",
    "full-marks-with-findings": "result.total",
    "unchanged-from-last-year": "project.name",
    "veto-ignored": "result.grade",
    "target-differs-from-objective": "indicators",
    "answer-before-evaluation": "related.0.record",
    "spending-behind-time": "funds.explanation",
}
"""Rules that speak at another value than the one that was changed."""
SPEAKS_BESIDE = {
    "target-without-sign-missed": "score",
    "rate-times-weight": "score",
    "rate-not-of-its-counts": "actual",
    "score-against-own-rule": "score",
    "sign-against-words": "operator",
    "impossible-target": "target",
}
"""Rules that speak at another cell of the row."""
SPEAKS_IN_ROW = "told-share-of-weight"
"""Speaks at the points that a table has: those of a review, where there are any."""
FOLLOWS = {"quoted-score-differs": "result.total"}
"""Where a fault follows from the planted one: a total adds up the points as they are misquoted."""
OF_THE_YEAR = "ratings-without-spread"
"""Speaks of all records of a department: one that drops out may tip the scale."""
OF_THE_PROSE = "review-points-without-reason"
"""Hangs on whether prose names a row, and changed facts are told in other words."""
COPIES = "unchanged-from-last-year"
"""Takes over what is found in last year's report as well."""

OF_LAST_YEAR = "recommendation-unchanged"
"""Hangs on the advice of two years, which a fault in either may have put in other words."""
BETRAYED = {
    "copied-text": ("words-of-another-field",),
    "achievement-of-another-project": (
        "achievement-of-other-things",
        "words-of-another-field",
    ),
    "satisfaction-differs-from-survey": ("figure-told-otherwise",),
}
"""What other records prove to be copied may betray itself by its words as well, and a changed count
of a survey by a text that tells it."""

Found = Mapping[str, Sequence[Diagnostic]]


def results_of(root: Path) -> Found:
    """What the audit finds, by path."""
    loaded = content.load(root / "content", root)
    assert not loaded.diagnostics
    outcomes = site.edited(loaded, loaded.records).outcomes
    return {path: outcome.results for path, outcome in outcomes.items()}


def places(results: Iterable[Diagnostic]) -> Counter[tuple[str, str]]:
    return Counter((one.rule, one.field) for one in results)


def place_of(fault: Mapping[str, Any]) -> str:
    """Where the rule has to speak."""
    rule, field = str(fault["rule"]), str(fault["field"])
    if rule == SPEAKS_IN_ROW:
        return field.rpartition(".")[0]
    if rule in SPEAKS_BESIDE:
        return f"{field.rpartition('.')[0]}.{SPEAKS_BESIDE[rule]}"
    return SPEAKS_AT.get(rule, field)


def is_there(field: str, wanted: str) -> bool:
    """Whether one of two places is the other one or holds it."""
    one, other = field.split("."), wanted.split(".")
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def last_years(paths: Iterable[str], path: str) -> str:
    """The record of the same project a year before; empty where there is none."""
    *_, year, _, name = path.split("/")
    last = f"content/records/{int(year) - 1}/"
    return next((p for p in paths if p.startswith(last) and p.endswith(f"/{name}")), "")


def earlier(sound: Found, path: str, rule: str) -> Sequence[Diagnostic]:
    """What was found in a record before; of a copy, what was found in the one it was made from."""
    source = last_years(sound, path) if rule == COPIES else ""
    return (*sound.get(path, ()), *sound.get(source, ()))


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_planted_is_found_there_and_nothing_else(tmp_path: Path, seed: int) -> None:
    root = demo_site.made(tmp_path / "faulty", RECORDS, seed, "0.5")
    sound = results_of(demo_site.made(tmp_path / "sound", RECORDS, seed)) if THOROUGH else {}
    planted = {p["path"]: p for p in json.loads((root / "faults.json").read_text("utf-8"))}
    assert {p["rule"] for p in planted.values()} == {kind.rule for kind in KINDS}
    for path, results in results_of(root).items():
        fault = planted.get(path, {})
        rule = fault.get("rule", "")
        before = places(earlier(sound, path, rule))
        new = [
            one
            for one in results
            if one.rule == rule
            or one.severity is not Severity.HINT
            or (path in sound and one.rule not in (OF_THE_YEAR, OF_THE_PROSE))
        ]
        found = places(new) - before
        hangs_on_two = rule not in ("", OF_LAST_YEAR) or last_years(planted, path)
        idle = (*BETRAYED.get(rule, ()), OF_LAST_YEAR if hangs_on_two else "")
        found = Counter({at: n for at, n in found.items() if at[0] not in idle})
        if not fault:
            assert not found, path
            continue
        assert {name for name, _ in found} == {rule}, (path, fault, found)
        wanted = place_of(fault)
        there = Counter({at: n for at, n in found.items() if is_there(at[1], wanted)})
        assert there, (path, fault, found)
        if path in sound or new[0].severity is not Severity.HINT:
            assert there.total() == 1, (path, fault, found)
            assert {field for _, field in found - there} <= {FOLLOWS.get(rule)}, (path, found)
        for one in new:
            if one.rule == rule and one.field == fault["field"]:
                assert one.location.line == fault["line"], (path, fault)
