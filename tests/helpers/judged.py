"""Documents judged by hand: what a careful auditor says of each, held against what the audit says.

`make judged` prints the figures, rule by rule, and writes those of all sets for the manual pages;
with a set named (SET=open) it only prints, what is false or missed too. A case names places as the
record spells them, and what is wrong there by one word; each rule speaks of the words below.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from generator import source
from generator.audit.exceptions import latest_date
from generator.audit.precision import FEWEST, JUDGED
from generator.audit.rulebook import BUILT_IN
from generator.audit.runner import audit
from generator.binding.filling import fill
from generator.catalog import Catalog
from generator.diagnostics import Diagnostic, Severity
from generator.intake.content import load
from generator.intake.matters import matter_of
from generator.intake.records import Record
from generator.intake.relations import records as relations
from generator.model.evaluation import Evaluation
from generator.model.publisher import Publisher
from generator.model.register import Department
from generator.source import At, undotted
from helpers import showcase
from helpers.audit import DECLARED
from helpers.tables import typed

FOLDER = Path(__file__).parents[1] / "audit" / "judged"
SETS = tuple(sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir()))
PUBLISHER = Publisher(format=1, name="示例", organiser="示例市财政局")
WORDS: Mapping[str, str] = {
    "achievement-differs-from-row": "prose-amount link target unchanged copied rate forecast",
    "achievement-of-another-project": "copied no-result",
    "achievement-of-other-things": "copied",
    "achievement-unchanged": "unchanged copied",
    "actual-missing": "no-result missing-cell",
    "actual-not-comparable": "target-cell target unreadable",
    "actuals-copy-last-year": "unchanged copied",
    "actuals-copy-targets": "copied target",
    "adjustment-without-reason": "reason",
    "advice-contradicts-verdict": "other grade link",
    "advised-over-applied": "other overspent product sum link",
    "aim-before-beginning": "year date",
    "all-told-done": "prose-amount link target other grade balance rectification",
    "amount-in-another-unit": "other product unreadable",
    "amount-mismatch": "product",
    "amounts-disagree-in-text": "prose-amount",
    "answer-before-evaluation": "date",
    "arrival-mismatch": "overspent rate balance",
    "as-of-another-time": "date year unchanged",
    "attachment-hides": "other",
    "attachment-not-read": "other",
    "balance-counts-unarrived": "balance",
    "balance-mismatch": "balance",
    "begun-before-assessment": "date other",
    "benefit-or-satisfaction-missing": "missing-cell",
    "body-told-otherwise": "other name",
    "bonus-over-cap": "cap",
    "breakdowns-disagree": "breakdown sum",
    "cell-missing-in-list": "missing-cell no-result",
    "change-told-otherwise": "other prose-amount",
    "coefficient-of-another-grade": "payment-row product link",
    "column-told-otherwise": "prose-amount link year",
    "completion-rate-mismatch": "rate",
    "copied-achievement": "copied no-result achievement",
    "copied-text": "copied",
    "cost-ceiling-over-budget": "overspent target-cell",
    "cost-differs-from-spending": "other prose-amount payment-row sum",
    "count-differs-from-use": "link prose-amount product other",
    "counts-give-another-rate": "rate product survey",
    "cumulative-falls": "other prose-amount link",
    "cumulative-falls-in-text": "other prose-amount link",
    "date-implausible": "date",
    "date-out-of-order": "date",
    "days-over-told-limit": "date late",
    "demand-differs-from-finding": "link rectification prose-amount",
    "deviation-rate-mismatch": "rate forecast",
    "deviation-without-reason": "reason target",
    "disclosure-metadata-missing": "missing-cell",
    "document-total-mismatch": "document-total sum",
    "done-after-period": "date year",
    "earlier-year-differs": "link other breakdown document-total",
    "evidence-fewer-than-claimed": "evidence",
    "evidence-missing": "evidence missing-cell",
    "execution-score-mismatch": "execution-score rate",
    "execution-scored-twice": "other",
    "far-from-approximate-target": "target",
    "figure-told-otherwise": "prose-amount link sum product rate survey",
    "finding-without-measure": "link rectification",
    "finding-without-rectification": "link rectification",
    "findings-without-recommendations": "link missing-cell",
    "forecast-below-actual": "forecast",
    "forecast-below-spending": "forecast",
    "forecast-missed-without-reason": "reason forecast",
    "full-marks-with-findings": "link",
    "full-marks-without-actual": "no-result missing-cell target",
    "gap-told-otherwise": "prose-amount sum rate",
    "garbled-text": "unreadable",
    "grade-contradicts-score": "grade veto",
    "grade-contradicts-told-bands": "grade",
    "grade-missing": "missing-cell grade",
    "grade-outside-usual-bands": "grade",
    "grades-counted-otherwise": "product sum grade other prose-amount link",
    "impossible-target": "target-cell",
    "indicator-misspelt": "other name",
    "indicator-of-another-year": "year evidence",
    "indicator-too-heavy": "other",
    "internal-words": "secrecy",
    "issued-over-investment": "overspent sum other link",
    "item-told-otherwise": "prose-amount link rate other",
    "judged-year-differs": "year",
    "left-after-cut": "prose-amount sum product",
    "light-contradicts-told-limits": "other forecast",
    "likelihood-contradicts-forecast": "forecast",
    "list-told-otherwise": "prose-amount product sum link other",
    "listed-total-differs": "link sum",
    "low-execution-without-reason": "low-spending reason",
    "money-parts-do-not-add-up": "sum breakdown balance",
    "more-than-period-holds": "other date",
    "negative-amount": "other",
    "no-result": "no-result missing-cell",
    "no-result-at-all": "no-result missing-cell",
    "no-such-day": "date",
    "not-applicable-scored": "target missing-cell no-result other",
    "nothing-found-but-points-lost": "link",
    "number-of-another-year": "year date",
    "numbering": "numbering",
    "numbers-counted-otherwise": "prose-amount link other sum",
    "open-without-plan": "rectification reason",
    "openness-contradicts-status": "other",
    "part-far-from-budget": "low-spending overspent reason",
    "payable-differs-from-paid": "payment-row product link",
    "payment-row-contradicts-funds": "payment-row rate",
    "period-beyond-year": "date year",
    "personal-data": "person",
    "personal-data-suspected": "person",
    "place-of-another-document": "copied",
    "plan-of-past-year": "year date",
    "points-lost-without-reason": "reason",
    "points-told-otherwise": "sum prose-amount cap link other",
    "project-counted-twice": "other link",
    "project-told-otherwise": "name copied template-text other",
    "prose-parts-over-total": "product sum prose-amount",
    "prose-sum-mismatch": "product sum prose-amount",
    "published-late": "late",
    "published-late-after-making": "late",
    "quantity-times-price": "product",
    "quoted-figure-differs": "link",
    "quoted-score-differs": "link sum",
    "quoted-title-of-another-year": "year link",
    "rank-contradicts-score": "other",
    "rate-mismatch": "rate survey",
    "rate-not-computable": "rate missing-cell",
    "rate-not-of-its-counts": "rate",
    "rate-of-initial-budget": "rate",
    "rate-of-told-spending": "rate",
    "rate-times-weight": "product sum rate",
    "rates-disagree-in-text": "rate prose-amount",
    "ratings-without-spread": "other",
    "recommendation-unchanged": "unchanged copied",
    "recommendations-without-findings": "link",
    "rectification-open-past-due": "rectification late date",
    "rectification-told-otherwise": "rectification date prose-amount link",
    "rectification-without-date": "rectification date missing-cell",
    "rectification-without-state": "rectification missing-cell",
    "rectified-over-found": "rectification",
    "rectified-sum-differs": "sum rectification",
    "related-record-missing": "link",
    "repeated-text": "copied",
    "result-disagrees-in-text": "grade sum prose-amount product",
    "review-points-without-reason": "reason",
    "row-given-twice": "other copied year link",
    "row-grade-otherwise": "grade target",
    "row-parts-mismatch": "breakdown sum prose-amount",
    "row-rate-told-otherwise": "rate prose-amount link",
    "rows-counted-otherwise": "prose-amount link sum",
    "satisfaction-differs-from-survey": "survey link",
    "satisfaction-told-otherwise": "prose-amount survey link",
    "score-against-own-rule": "target product cap",
    "score-exceeds-weight": "cap",
    "score-far-from-proportion": "target",
    "scored-without-evidence": "evidence",
    "scores-do-not-add-up": "sum",
    "secrecy-mark": "secrecy",
    "secrecy-words": "secrecy",
    "shortfall-over-gap": "prose-amount link",
    "sign-against-words": "target-cell target",
    "sign-beyond-whole": "target-cell",
    "spending-behind-time": "low-spending forecast",
    "spent-over-budget": "overspent",
    "steps-out-of-order": "date payment-row",
    "survey-does-not-add-up": "survey",
    "target-differs-from-objective": "target link prose-amount",
    "target-exceeds-whole-term": "target-cell",
    "target-far-exceeded": "reason target target-cell",
    "target-met-points-lost": "target reason",
    "target-missed-full-marks": "target execution-score",
    "target-missing": "missing-cell target-cell",
    "target-without-sign-missed": "target",
    "template-text-left": "template-text unreadable",
    "term-already-past": "date unchanged",
    "title-of-another-department": "other name",
    "told-after-document": "date",
    "told-cut-mismatch": "product sum rate prose-amount",
    "told-division-mismatch": "rate product prose-amount",
    "told-product-mismatch": "product prose-amount rate survey",
    "told-reckoning-mismatch": "rectification balance sum rate product prose-amount breakdown",
    "told-share-of-weight": "product sum",
    "told-span-mismatch": "date year",
    "told-twice-otherwise": "prose-amount link sum other",
    "too-few-indicators": "missing-cell other",
    "total-missing": "missing-cell no-result",
    "unchanged-from-last-year": "unchanged copied",
    "unknown-finding": "link",
    "unknown-reference": "link",
    "unreadable-number": "unreadable target-cell other",
    "use-amount-mismatch": "product prose-amount",
    "value-not-of-its-terms": "rate product",
    "verdict-contradicts-cut": "grade link",
    "veto-ignored": "veto grade",
    "weight-differs-from-frame": "other sum",
    "weights-do-not-add-up": "sum",
    "weights-not-a-hundred": "sum other",
    "words-of-another-field": "copied other",
    "year-mismatch": "year",
    "years-disagree-in-text": "prose-amount",
}
"""What each rule speaks of; a rule that is not here is right about nothing."""


_READ: dict[str, Sequence[Diagnostic]] = {}
"""What was said of each record in reading it, by its path."""


@dataclass(frozen=True)
class Fault:
    """Something wrong at one of some places."""

    places: tuple[At, ...]
    what: str
    says: str
    is_hint: bool

    def is_met_by(self, result: Diagnostic) -> bool:
        """Whether a result speaks of this: at its place or around it, by a fitting rule."""
        path = undotted(result.spelt or result.field)
        near = any(at[: len(path)] == path or path[: len(at)] == at for at in self.places)
        return near and self.what in WORDS.get(result.rule, "").split()


@dataclass
class Tally:
    """How often a rule spoke, and how often it was right."""

    right: int = 0
    wrong: int = 0


@dataclass
class Judgement:
    """The audit of a set of documents beside what was said by hand."""

    name: str = ""
    rules: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    hints: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    """Results that never leave the desk, apart."""
    false: list[tuple[str, Diagnostic]] = field(default_factory=list)
    missed: list[tuple[str, Fault]] = field(default_factory=list)
    only_hinted: int = 0
    """Faults that are found, but as hints only."""
    faults: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    sound: set[str] = field(default_factory=set)
    """The documents that nothing is wrong with."""

    @property
    def precision(self) -> tuple[int, int]:
        """Of the warnings and errors, how many were right."""
        right = sum(tally.right for tally in self.rules.values())
        return right, right + sum(tally.wrong for tally in self.rules.values())

    @property
    def recall(self) -> tuple[int, int]:
        """Of the faults that must be named, how many were."""
        every = self.faults.total()
        return every - len(self.missed), every


@cache
def judge(name: str) -> Judgement:
    """Audit every document of one set."""
    told = Judgement(name)
    for case in sorted((FOLDER / name).glob("*.yml")):
        _judge(case.stem, typed(case), told)
    return told


def _judge(name: str, case: Mapping[str, Any], told: Judgement) -> None:
    record, *beside = (_record(data) for data in (case["record"], *case.get("beside", ())))
    catalog = Catalog((_content().regions), tuple(_departments().values()), (record, *beside))
    results = [
        *_READ[record.path],
        *record.form.diagnostics,
        *relations.faults(record.form, record.evaluation, DECLARED),
        *audit(catalog, PUBLISHER, latest_date((record, *beside)), BUILT_IN)[record.path].results,
    ]
    must, may = (tuple(_faults(case.get(key) or ())) for key in ("faults", "may"))
    told.documents += 1
    if not must:
        told.sound.add(name)
    told.faults.update(fault.what for fault in must if not fault.is_hint)
    for result in results:
        tally = told.hints if result.severity is Severity.HINT else told.rules
        if any(fault.is_met_by(result) for fault in (*must, *may)):
            tally[result.rule].right += 1
        else:
            tally[result.rule].wrong += 1
            told.false.append((name, result))
    for fault in must:
        met = [result for result in results if fault.is_met_by(result)]
        if not fault.is_hint and not met:
            told.missed.append((name, fault))
        told.only_hinted += bool(met) and all(r.severity is Severity.HINT for r in met)


def _faults(typed: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    for one in typed:
        at = one["at"] if isinstance(one["at"], list) else [one["at"]]
        places = tuple(_place(text) for text in at)
        yield Fault(places, one["what"], one["says"], one["weight"] == "hint")


def _place(text: str) -> At:
    return tuple(int(part) if part.isdigit() else part for part in text.split("/"))


@cache
def _content() -> Any:
    return load(showcase.PROJECT / "content", showcase.PROJECT)


@cache
def _departments() -> Mapping[str, Department]:
    return {department.id: department for department in _content().departments}


def _record(data: Mapping[str, Any]) -> Record:
    year, department = int(data["年度"]), _departments()[data["部门"]]
    path = f"content/records/{year}/{department.id}/{data['编号']}.yml"
    reading = source.read(source.write(dict(data)).encode(), path)
    assert reading.document is not None, reading.diagnostics
    form = fill(reading.document, Evaluation, lexicon=DECLARED.lexicon)
    assert form.value is not None, [str(fault) for fault in form.diagnostics]
    _READ[path] = reading.diagnostics
    matter, columns = matter_of(form.value, DECLARED), DECLARED.columns
    return Record(data["编号"], year, department, form.value, matter, columns, (), form)


def table() -> str:
    """What the program keeps of all sets: how often each rule of the audit was right and wrong."""
    every = [judge(name) for name in SETS]
    total: dict[str, Tally] = defaultdict(Tally)
    for told in every:
        for rule, tally in (*told.rules.items(), *told.hints.items()):
            total[rule].right += tally.right
            total[rule].wrong += tally.wrong
    return "\n".join(
        [
            "# How often each rule was right about the documents in tests/audit/judged.",
            "# `make judged` writes this file anew.",
            f"documents: {sum(told.documents for told in every)}",
            "rules:",
            *(
                f"  {rule}: {{right: {total[rule].right}, wrong: {total[rule].wrong}}}"
                for rule in sorted(total.keys() & BUILT_IN.manuals.keys())
            ),
            "",
        ]
    )


def _print(name: str, told: Judgement, *, in_full: bool) -> None:
    right, said = told.precision
    found, every = told.recall
    lines = [
        f"{name}: precision {right}/{said} = {right / (said or 1):.3f}",
        (
            f"{name}: recall {found}/{every} = {found / (every or 1):.3f}, "
            f"{told.only_hinted} of them as hints only"
        ),
    ]
    for title, tallies in (("rules", told.rules), ("hints", told.hints)):
        lines.append(f"-- {title}: right, wrong")
        lines += [
            f"{rule:36} {tally.right:3} {tally.wrong:3}"
            + ("  too few" if tally.right + tally.wrong < FEWEST else "")
            for rule, tally in sorted(tallies.items())
        ]
    if in_full:
        lines += [f"FALSE  {name}: {result.severity} {result}" for name, result in told.false]
        lines += [
            f"MISSED {name}: {fault.what} {fault.places[0]} {fault.says}"
            for name, fault in told.missed
        ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    for asked in sys.argv[1:] or SETS:
        _print(asked, judge(asked), in_full=asked in sys.argv)
    if not sys.argv[1:]:
        JUDGED.write_text(table(), encoding="utf-8")
