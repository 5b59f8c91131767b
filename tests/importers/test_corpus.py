"""The records of the showcase, printed in many habits and formats and read again."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers import showcase
from helpers.import_corpus import STAGES, printed
from helpers.import_sources import FORMATS, written
from helpers.thorough import THOROUGH

from generator.importers import readers
from generator.importers.drafting import draft
from generator.importers.interpreter import interpreted
from generator.intake.records import Record
from generator.model.evaluation import Evaluation
from generator.model.indicators import Indicator

Facts = Counter[tuple[Any, ...]]
FIELDS, TREES = 0.97, 0.9
"""What part of the fields, and of the score trees as wholes, must be read as they are printed."""
_EVERY = 3
"""Of so many rounds through the formats each run takes one."""


def cases() -> Iterator[tuple[int, Record, str]]:
    told = [
        r for r in showcase.loaded().records if r.evaluation.indicators and r.evaluation.project
    ]
    for n, record in enumerate(told):
        if THOROUGH or n // len(FORMATS) % _EVERY == 0:
            yield n, record, FORMATS[n % len(FORMATS)]


def plain(text: object) -> str:
    return "".join(str(text).split()).replace("☑", "■")


def facts(item: Evaluation) -> Facts:
    found: Facts = Counter(_of_head(item))
    found.update(fact for top in item.indicators for row in top.leaves() for fact in _of_row(row))
    found.update(("finding", plain(one.text)) for one in item.findings)
    found.update(("advice", plain(one.text)) for one in item.recommendations)
    return found


def _of_head(item: Evaluation) -> Iterator[tuple[Any, ...]]:
    # The forms print the year below the title, whether or not the title names it.
    yield "title", re.sub(r"（20\d\d年度）$", "", plain(item.title))
    yield from (("total", item.result.total), ("grade", item.result.grade))
    yield from (("expected", item.objective.expected), ("achieved", item.objective.achieved))
    if item.project:
        project = item.project
        yield from (("name", project.name), ("code", project.code), ("unit", project.unit))
    for row in item.funds.rows if item.funds else ():
        for stage in STAGES:
            if getattr(row, stage) is not None:
                yield "fund", row.source, stage, getattr(row, stage)


def _of_row(row: Indicator) -> Iterator[tuple[Any, ...]]:
    for name in ("weight", "score", "review_score"):
        if getattr(row, name) is not None:
            yield name, row.name, getattr(row, name)
    for name in ("target_shown", "actual_shown", "deviation_reason", "corrective_action"):
        if getattr(row, name):
            yield name, row.name, plain(getattr(row, name))


def tree(rows: tuple[Indicator, ...]) -> list[Any]:
    return [(plain(r.name), r.weight if r.is_leaf else None, r.score if r.is_leaf else None,
             tree(r.children)) for r in rows]  # fmt: skip


@pytest.mark.slow
def test_what_is_printed_is_what_is_read(tmp_path: Path) -> None:
    loaded = showcase.loaded()
    right = wanted = whole = 0
    exact, wrong = Counter[str](), list[str]()
    invented: Facts = Counter()
    for n, record, form in cases():
        file = written([printed(record, n)], tmp_path / f"{n}.{form}")
        _, found = interpreted(readers.read(file), loaded.declared, loaded.departments)
        drafts = [
            draft(one.gathering, loaded.declared.lexicon) for one in found if not one.is_blank
        ]
        read = drafts[0].evaluation if drafts else None
        truth = facts(record.evaluation)
        got = facts(read) if read else Counter()
        whole += 1
        right += (truth & got).total()
        wanted += truth.total()
        extra = got - truth
        invented += extra
        is_exact = read is not None and tree(read.indicators) == tree(record.evaluation.indicators)
        exact[form] += is_exact
        if extra or not is_exact or truth - got:
            wrong.append(
                f"{n} {record.id} {form}: lost {list(truth - got)[:3]} extra {list(extra)[:3]}"
            )
    trees = exact.total() / whole
    told = f"fields {right / wanted:.4f}, trees {trees:.3f} of {whole}\n" + "\n".join(wrong)
    assert right / wanted >= FIELDS, told
    assert trees >= TREES, told
    assert not invented, told
