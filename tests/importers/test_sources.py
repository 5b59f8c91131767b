"""Sources of every kind and habit against what is right of each, field by field."""

from collections.abc import Iterable
from itertools import cycle
from pathlib import Path

import pytest
from helpers import showcase
from helpers.import_truth import SOURCES, Measure, Sourced, sourced
from helpers.scan_pages import SCANS, needed

from generator.importers import readers
from generator.importers.drafting import draft
from generator.importers.interpreter import interpreted

FIELDS, TREES = 0.97, 0.9
"""What part of the fields, and of the score trees as wholes, must be read right."""
SEALED = SOURCES.with_name("sealed")
"""Sources that nothing was mended by, while there are any: they tell what others would give."""
CLOSED = tuple(sorted(file.stem for file in SEALED.glob("*.yml")))
UNSEEN = 0.965
SCANNED = "forms-from-the-country", "papers-of-counties"
OF_SCANS, INVENTED = 0.97, 0.01
"""What part of the fields must be read right from paper, and how many may be read as others."""
FILES = tuple(sorted(file.stem for file in SOURCES.glob("*.yml")))


def measured(sources: Iterable[tuple[Sourced, str]], folder: Path) -> tuple[Measure, str]:
    loaded = showcase.loaded()
    measure, told = Measure(), list[str]()
    for source, form in sources:
        outline = readers.read(source.file(form, folder))
        _, found = interpreted(outline, loaded.declared, loaded.departments)
        filled = [one for one in found if not one.is_blank]
        records = [
            {**draft(one.gathering, loaded.declared.lexicon).record, "年度": str(one.year)}
            for one in filled
        ]
        lost, extra = measure.take(records, source.records)
        if lost or extra:
            told.append(f"{source.name} {form}: lost {lost[:4]} extra {extra[:4]}")
    return measure, "\n".join(told)


@pytest.mark.parametrize("file", FILES)
def test_each_source_is_read_as_it_is_right(file: str, tmp_path: Path) -> None:
    measure, told = measured(((one, one.formats[0]) for one in sourced(file)), tmp_path)
    assert measure.wanted
    assert not told, f"\n{told}"
    assert not measure.drafts_wrong


@pytest.mark.skipif(not CLOSED, reason="no set of sources is closed")
def test_sources_that_nothing_was_mended_by_are_read_as_before(tmp_path: Path) -> None:
    """What documents of departments give that nobody has seen: the first set told .968."""
    every = [(one, one.formats[0]) for file in CLOSED for one in sourced(file, SEALED)]
    measure, told = measured(every, tmp_path)
    assert measure.right / measure.wanted >= UNSEEN, told
    assert measure.trees_right / measure.trees >= TREES, told


@pytest.mark.promises
def test_sources_are_read_from_their_scans(tmp_path: Path) -> None:
    """Forms on paper: each by one of the ways in which offices scan."""
    needed()
    whole = [one for file in SCANNED for one in sourced(file) if one.fits_on_a_page]
    measure, told = measured(zip(whole, cycle(SCANS), strict=False), tmp_path)
    said = f"{len(whole)} scans, fields {measure.right}/{measure.wanted}, " + told
    assert measure.right / measure.wanted >= OF_SCANS, said
    assert measure.invented <= INVENTED * measure.wanted, said


@pytest.mark.promises
def test_sources_are_read_right_in_every_format(tmp_path: Path) -> None:
    every = [(one, form) for file in FILES for one in sourced(file) for form in one.formats]
    measure, told = measured(every, tmp_path)
    figures = (
        f"{len(every)} files, fields {measure.right}/{measure.wanted}, "
        f"trees {measure.trees_right}/{measure.trees}, invented {measure.invented}"
    )
    assert measure.right / measure.wanted >= FIELDS, f"{figures}\n{told}"
    assert measure.trees_right / measure.trees >= TREES, f"{figures}\n{told}"
    assert not measure.invented, f"{figures}\n{told}"
