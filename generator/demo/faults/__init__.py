"""Faults to plant in records, one kind at a time; each named after the rule it should trigger.

A kind changes either the facts, before the sentences about them are written, or the finished
paper, some of them by what another paper says. It says which value it changed, or None where the
record gives it no room.
"""

from collections.abc import Mapping
from types import MappingProxyType

from generator.demo.faults import (
    aims,
    answers,
    beside,
    breakdowns,
    cells,
    copies,
    days,
    marks,
    money,
    papers,
    prose,
    publication,
    quotations,
    quotients,
    scores,
    standards,
    strangers,
    targets,
    told,
    weights,
)
from generator.demo.faults.kinds import FaultKind, Planted

__all__ = ["KINDS", "UNPLANTED", "FaultKind", "Planted"]

KINDS: tuple[FaultKind, ...] = (
    *money.KINDS,
    *breakdowns.KINDS,
    *weights.KINDS,
    *scores.KINDS,
    *marks.KINDS,
    *aims.KINDS,
    *targets.KINDS,
    *cells.KINDS,
    *papers.KINDS,
    *publication.KINDS,
    *prose.KINDS,
    *told.KINDS,
    *answers.KINDS,
    *copies.KINDS,
    *beside.KINDS,
    *quotients.KINDS,
    *quotations.KINDS,
    *days.KINDS,
    *standards.KINDS,
    *strangers.KINDS,
)
_BESIDE_IT = "of a file beside the record: the demo's attachment is one plain PDF"
UNPLANTED: Mapping[str, str] = MappingProxyType(
    {
        "actuals-copy-last-year": "of a column of last year, which the demo's tables lack",
        "achievement-differs-from-row": "of a count told twice: the demo's texts take the row's",
        "achievement-of-other-things": "a text from nowhere: all of the demo's tell of a project",
        "advice-contradicts-verdict": "of advice to end or go on: the demo's tell how to mend",
        "all-told-done": "of a conclusion in words: the demo's texts do not sum up",
        "attachment-hides": _BESIDE_IT,
        "attachment-not-read": _BESIDE_IT,
        "balance-counts-unarrived": "of a column of balances, which the demo's tables do not print",
        "begun-before-assessment": "of an assessment before the start: the demo's papers look back",
        "body-told-otherwise": "of a client among the bodies, whom the demo's do not name",
        "change-told-otherwise": "of a column for last year, which the demo's tables do not print",
        "column-told-otherwise": "of a column of one's own, which the demo's projects do not print",
        "cost-ceiling-over-budget": "of a row for all costs: the demo's rows tell a cost of each",
        "count-differs-from-use": "of a count beside its price: the demo's uses tell sums alone",
        "cumulative-falls": "of two documents that count on: each of the demo counts its own year",
        "cumulative-falls-in-text": "of a text that counts on: the demo's count their own year",
        "deviation-rate-mismatch": "of a column of one's own, which the demo's rows do not print",
        "done-after-period": "of a day as target and result: the demo's rows tell days in words",
        "finding-without-measure": "of problems in prose: the demo's stand in their own list",
        "forecast-below-spending": "of the few progress reports: other kinds take them",
        "gap-told-otherwise": "of a difference in words: the demo's texts tell the values alone",
        "grade-outside-usual-bands": "of a list without a frame: each of the demo's names one",
        "indicator-misspelt": "a slip of typing, which no copy of a form has",
        "issued-over-investment": "of a project's whole cost, which the demo does not print",
        "item-told-otherwise": "of words on a list: the demo's lists have no text",
        "list-told-otherwise": "of words on a list: the demo's lists have no text",
        "listed-total-differs": "of the few notices of results: other kinds take them",
        "numbers-counted-otherwise": "of how many there are: the demo's texts do not count lists",
        "rows-counted-otherwise": "of how many there are: the demo's texts do not count rows",
        "open-without-plan": "of a blank that others fill: the demo's answers all tell a time",
        "period-beyond-year": "of a later end: a form made before it would be out of order too",
        "plan-of-past-year": "of a plan for a year: the demo's advice names none",
        "points-told-otherwise": "of a row's points in words: the demo's texts tell the total",
        "project-told-otherwise": "a text from nowhere: all of the demo's tell of its own project",
        "no-such-day": "of days in words: the demo tells those that there are",
        "rank-contradicts-score": "of a ranking: the demo's lists tell points and grades only",
        "rate-of-initial-budget": "of a rate in each row: the demo prints one for the whole table",
        "rate-of-told-spending": "of the two sums behind a rate: the demo prints the row alone",
        "ratings-without-spread": "of a department's whole year: no record alone is at fault",
        "rectification-told-otherwise": "of words on a state: the demo's answers tell no more",
        "row-grade-otherwise": "of grades beside points: the demo's rows print one of the two",
        "row-parts-mismatch": "of parts below a row: the demo's rows count each for itself",
        "row-rate-told-otherwise": "of a rate of one source: the demo's texts tell that of all",
        "satisfaction-told-otherwise": "of a rate told twice: the demo's texts leave it to the row",
        "sign-beyond-whole": "of two signs in one table of targets: the demo prints one",
        "title-of-another-department": "a slip of copying a record into another folder",
        "told-reckoning-mismatch": "of a reckoning in one sentence, which the demo's do not hold",
        "told-span-mismatch": "of days from one to another: the demo's texts tell none",
        "told-twice-otherwise": "of a count in two texts: the demo's tell each of its own",
        "value-not-of-its-terms": "of a formula beside a row: the demo's rows tell none",
        "verdict-contradicts-cut": "of a cut in words: the demo's opinions name the sum alone",
        "weights-not-a-hundred": "of a table without a frame: each of the demo's names one",
        "words-of-another-field": "a text from nowhere: all of the demo's tell of its own project",
    }
)
"""The rules that no fault in one record of the demo triggers, each with the reason."""
