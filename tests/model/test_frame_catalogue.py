"""The frames that come with the program: each can be read, adds up, and carries a record."""

from decimal import Decimal
from pathlib import Path

import pytest
from helpers import frame_records

from generator.binding.filling import Form
from generator.binding.opening import open_form
from generator.catalog.entries import entries_of
from generator.diagnostics import Severity
from generator.intake import content, declarations
from generator.model.frames import BUILT_IN, Frame, Role
from generator.model.indicators import Indicator
from generator.schema.vocabulary import vocabulary

FILES = tuple(sorted(BUILT_IN.glob("*.yml")))


def form_of(file: Path) -> Form[Frame]:
    return open_form(file, BUILT_IN, Frame)


def frame_of(file: Path) -> Frame:
    frame = form_of(file).value
    assert frame is not None
    return frame


FRAMES = {file.stem: frame_of(file) for file in FILES}
every_frame = pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_frame_is_read_without_a_word(file: Path) -> None:
    form = form_of(file)
    assert form.diagnostics == ()
    assert form.value is not None
    assert form.value.id == file.stem


def test_names_are_told_apart() -> None:
    names = [frame.name for frame in FRAMES.values()]
    assert sorted(names) == sorted(set(names))
    assert not set(names) & set(FRAMES)


@every_frame
def test_what_a_rule_fixes_adds_up(frame: Frame) -> None:
    for parent, weight, children in [
        (frame.name, frame.total, frame.indicators),
        *((i.name, i.weight, i.children) for i in frame.tree() if i.children),
    ]:
        weights = [child.weight for child in children if child.weight is not None]
        if len(weights) == len(children):
            assert sum(weights) == weight, parent
        else:
            assert sum(weights) <= (weight or Decimal("Infinity")), parent


@every_frame
def test_only_a_frame_with_points_has_grades(frame: Frame) -> None:
    assert bool(frame.bands) is frame.is_scored
    assert frame.is_scored or all(i.weight is None for i in frame.tree())


@every_frame
def test_no_word_stands_for_two_indicators_of_one_level(frame: Frame) -> None:
    for siblings in (frame.indicators, *(i.children for i in frame.tree())):
        words = [word for i in siblings for word in (i.name, *i.aliases)]
        assert sorted(words) == sorted(set(words))


@every_frame
def test_only_the_execution_rate_scores_in_proportion(frame: Frame) -> None:
    assert all(i.role is Role.EXECUTION for i in frame.tree() if i.proportional)


def test_each_level_1_indicator_is_explained() -> None:
    silent = [
        f"{frame.id}: {i.name}"
        for frame in FRAMES.values()
        for i in frame.indicators
        if not i.explanation
    ]
    assert not silent


@every_frame
def test_scales_run_from_their_best_step_to_nothing(frame: Frame) -> None:
    for scale in (frame.grade_ranges, frame.step_ranges):
        starts = [step.start for step, _ in scale if step.start is not None]
        assert starts == sorted(set(starts), reverse=True)
        assert [end for _, end in scale] == [None, *starts][: len(scale)]
        assert starts[-1:] in ([], [0])


@every_frame
def test_what_a_form_prints_is_a_field_or_a_declared_column(frame: Frame) -> None:
    declared = {
        column.name for column in declarations.of_folder(BUILT_IN / "none", BUILT_IN).columns
    }
    fields = {term.label for term in vocabulary(Indicator).terms.values()}
    assert set(frame.columns) <= fields | declared


def test_a_frame_with_whole_points_rounds_half_up() -> None:
    frame = FRAMES["decision-management-performance-2-13-85"]
    assert frame.rounded(Decimal("12.5")) == 13
    assert frame.rounded(Decimal("12.4")) == 12


@every_frame
def test_a_record_in_the_frame_is_read_and_rated(frame: Frame, tmp_path: Path) -> None:
    loaded = content.load(frame_records.folder(tmp_path, {"one": frame}), tmp_path)
    assert [d for d in loaded.diagnostics if d.severity is Severity.ERROR] == []
    (record,) = loaded.records
    entry, *_ = entries_of(record, "")
    assert record.frame.id == frame.id
    assert entry.is_scored is frame.is_scored
    if frame.is_scored:
        assert (entry.total.stated, entry.total.computed) == (None, frame.total)
        assert entry.grade.shown == frame.bands[0].name
        assert not record.evaluation.full_marks(frame).differs
    else:
        assert entry.total.shown is None
        assert entry.grade.shown is None
        assert not entry.is_graded


def test_a_reviewer_s_scores_add_up_beside_the_others() -> None:
    first = Indicator(name="甲", score=Decimal(9), review_score=Decimal(8))
    second = Indicator(name="乙", score=Decimal(5), review_score=Decimal("4.5"))
    parent = Indicator(name="上级", children=(first, second))
    assert parent.scores.computed == 14
    assert parent.review_scores.computed == Decimal("12.5")
    unreviewed = Indicator(name="丙", score=Decimal(5))
    assert Indicator(name="上级", children=(first, unreviewed)).review_scores.shown is None
