"""All rules there are: those of the audit in the order in which they run, and those of reading."""

from collections.abc import Mapping, Sequence
from functools import cache

from generator.audit.base import BatchCheck, Check
from generator.audit.manual import manual, name_of
from generator.audit.rules import (
    actual_not_comparable,
    actuals_copy_targets,
    adjustment_without_reason,
    advised_over_applied,
    amount_mismatch,
    amounts_disagree_in_text,
    answer_before_evaluation,
    arrival_mismatch,
    attachment_hides,
    attachment_not_read,
    benefit_or_satisfaction_missing,
    copied_achievement,
    copied_text,
    cost_differs_from_spending,
    date_implausible,
    date_out_of_order,
    deviation_without_reason,
    disclosure_metadata_missing,
    evidence_missing,
    execution_score_mismatch,
    execution_scored_twice,
    finding_without_rectification,
    findings_without_recommendations,
    full_marks_with_findings,
    full_marks_without_actual,
    grade_contradicts_score,
    grade_missing,
    impossible_target,
    indicator_of_another_year,
    indicator_too_heavy,
    likelihood_contradicts_forecast,
    low_execution_without_reason,
    money_parts_do_not_add_up,
    negative_amount,
    no_result,
    not_applicable_scored,
    nothing_found_but_points_lost,
    number_of_another_year,
    numbering,
    openness_contradicts_status,
    personal_data,
    personal_data_suspected,
    points_lost_without_reason,
    published_late,
    published_late_after_making,
    rate_mismatch,
    rate_not_computable,
    ratings_without_spread,
    recommendations_without_findings,
    rectification_open_past_due,
    rectification_without_date,
    rectification_without_state,
    related_record_missing,
    repeated_text,
    satisfaction_differs_from_survey,
    score_exceeds_weight,
    score_far_from_proportion,
    scores_do_not_add_up,
    secrecy_mark,
    secrecy_words,
    spending_behind_time,
    spent_over_budget,
    survey_does_not_add_up,
    target_far_exceeded,
    target_met_points_lost,
    target_missed_full_marks,
    template_text_left,
    too_few_indicators,
    total_missing,
    unchanged_from_last_year,
    unreadable_number,
    weight_differs_from_frame,
    weights_do_not_add_up,
    year_mismatch,
)
from generator.diagnostics.manual import Manual
from generator.diagnostics.reading import READING
from generator.values.text import half_width, nearest

CHECKS: tuple[Check, ...] = (
    money_parts_do_not_add_up,
    negative_amount,
    rate_mismatch,
    rate_not_computable,
    arrival_mismatch,
    spent_over_budget,
    low_execution_without_reason,
    spending_behind_time,
    adjustment_without_reason,
    unreadable_number,
    amount_mismatch,
    cost_differs_from_spending,
    weights_do_not_add_up,
    scores_do_not_add_up,
    score_exceeds_weight,
    weight_differs_from_frame,
    execution_score_mismatch,
    execution_scored_twice,
    no_result,
    total_missing,
    grade_missing,
    grade_contradicts_score,
    indicator_too_heavy,
    too_few_indicators,
    benefit_or_satisfaction_missing,
    target_missed_full_marks,
    target_met_points_lost,
    points_lost_without_reason,
    score_far_from_proportion,
    deviation_without_reason,
    target_far_exceeded,
    impossible_target,
    actual_not_comparable,
    actuals_copy_targets,
    not_applicable_scored,
    full_marks_without_actual,
    likelihood_contradicts_forecast,
    advised_over_applied,
    survey_does_not_add_up,
    satisfaction_differs_from_survey,
    copied_achievement,
    findings_without_recommendations,
    recommendations_without_findings,
    nothing_found_but_points_lost,
    full_marks_with_findings,
    rectification_open_past_due,
    rectification_without_state,
    rectification_without_date,
    numbering,
    template_text_left,
    year_mismatch,
    indicator_of_another_year,
    number_of_another_year,
    amounts_disagree_in_text,
    repeated_text,
    date_out_of_order,
    published_late,
    published_late_after_making,
    disclosure_metadata_missing,
    evidence_missing,
    personal_data,
    personal_data_suspected,
    secrecy_mark,
    secrecy_words,
    attachment_hides,
    openness_contradicts_status,
    attachment_not_read,
)
"""The rules over one record."""
BATCH_CHECKS: tuple[BatchCheck, ...] = (
    ratings_without_spread,
    unchanged_from_last_year,
    copied_text,
    date_implausible,
    answer_before_evaluation,
    finding_without_rectification,
    related_record_missing,
)
"""The rules over all records."""


@cache
def names() -> frozenset[str]:
    """The permanent name of every rule of the audit."""
    return frozenset((*map(name_of, CHECKS), *map(name_of, BATCH_CHECKS)))


@cache
def rules() -> Mapping[str, Manual]:
    """Every rule there is, those of reading first."""
    return {page.rule: page for page in (*READING, *manuals().values())}


def meant(word: str, *others: str) -> str:
    """The rule, or other word, that was probably meant by one that does not exist, else "".

    A rule may have been meant by its title; blanks within a word are nobody's intention.
    """
    names = {page.title: name for name, page in rules().items()}
    names |= {name: name for name in (*rules(), *others)}
    typed = "".join(half_width(word).split())
    return names.get(typed) or names.get(nearest(typed, names) or "", "")


def search(words: str) -> tuple[Manual, ...]:
    """The rules that are meant by an id or by Chinese words, the closest first.

    Of titles that hold the words the shorter is closer: the words are more of it.
    """
    every, asked = rules(), words.casefold().split()
    if words in every:
        return (every[words],)
    ranked = sorted(every.values(), key=lambda page: (_rank(page, asked), len(page.title)))
    return tuple(page for page in ranked if _rank(page, asked) < _SILENT)


_SILENT = 4


def _rank(page: Manual, words: Sequence[str]) -> int:
    """How near a page is: words in its name or title, in its summary, anywhere, nowhere."""
    places = (page.title, page.rule, page.summary, " ".join(page.parts.values()))
    return next((n for n in range(len(places)) if _says(" ".join(places[: n + 1]), words)), _SILENT)


def _says(text: str, words: Sequence[str]) -> bool:
    return all(word in text.casefold() for word in words)


@cache
def manuals() -> Mapping[str, Manual]:
    """The manual page of every rule of the audit by its name, in the order of the names."""
    pages = (*map(manual, CHECKS), *map(manual, BATCH_CHECKS))
    return {page.rule: page for page in sorted(pages, key=lambda page: page.rule)}
