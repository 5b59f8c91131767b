"""What clerks type: each slip of slips.yml gets its message and the line as it should be.

Every remedy that is printed is applied and all is checked again: none fails, none is silent. The
slips are files of two projects, so that all of them are read in one run, and mended in another.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

import pytest
from helpers.frame_records import PUBLISHER, write
from helpers.tables import typed

from generator.audit import runner
from generator.audit.exceptions import latest_date
from generator.audit.faulty import audit_faulty
from generator.audit.rulebook import BUILT_IN
from generator.audit.rules import title_of_another_department
from generator.binding.mending import mended
from generator.binding.opening import form_of
from generator.catalog import Catalog
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.reading import READING
from generator.intake import content, declarations
from generator.intake.content import Content
from generator.model.evaluation import Evaluation
from generator.model.publisher import Publisher, Thresholds
from generator.source import patched

HERE = Path(__file__).parent
RECORD = (HERE / "slips-record.yml").read_text(encoding="utf-8")
DEPARTMENT = "shili-jiaoyu"
REGISTER = {
    "格式": "1",
    "地区": [{"编号": "shili", "名称": "示例市"}],
    "部门": [
        {"编号": DEPARTMENT, "名称": "示例市教育局", "地区": "shili", "类型": "政府部门"},
        {"编号": "shili-shuili", "名称": "示例市水利局", "地区": "shili", "类型": "政府部门"},
    ],
}
OF_READING = {page.rule for page in READING}


class Slip(NamedTuple):
    """One row of the table."""

    kind: str
    typed: str
    instead_of: str
    rule: str
    fixed: str | None
    """The line as it should be, where there is no doubt."""
    readings: tuple[str, ...]
    """The lines among which somebody must choose."""
    advice: str | None
    """A part of the remedy, where no line can be printed."""
    done: str | None
    """What a clerk types who follows the advice."""

    @property
    def content(self) -> str:
        return with_line(self.instead_of, self.typed)


def with_line(old: str, new: str) -> str:
    """The record with a piece of it typed otherwise."""
    assert RECORD.count(old) >= 1, old
    return RECORD.replace(old, new, 1)


def slips() -> Iterator[Slip]:
    table = typed(HERE / "slips.yml")
    for group in table:
        for row in group["rows"]:
            yield Slip(
                group["slip"], row["typed"], row.get("of", group.get("of", "")),
                row.get("rule", group.get("rule", "")), row.get("fixed"),
                tuple(row.get("readings", ())), row.get("advice", group.get("advice")),
                row.get("done"),
            )  # fmt: skip


SLIPS = tuple(slips())


def loaded(root: Path, files: Mapping[str, bytes]) -> Mapping[str, tuple[Diagnostic, ...]]:
    """All that is said of each record of a project, by its name; none is held against another.

    (They are all of one project.)
    """
    write(root / "content" / "publisher.yml", PUBLISHER)
    write(root / "content" / "departments.yml", REGISTER)
    folder = root / "content" / "records" / "2023" / DEPARTMENT
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / f"{name}.yml").write_bytes(text)
    found = content.load(root / "content", root)
    told: dict[str, list[Diagnostic]] = {name: [] for name in files}
    for fault in (*found.diagnostics, *audited(found)):
        if fault.rule != "duplicate-evaluation":
            told[Path(fault.location.path).stem].append(fault)
    return {name: tuple(dict.fromkeys(faults)) for name, faults in told.items()}


def audited(found: Content) -> Iterator[Diagnostic]:
    for record in found.records:
        yield from runner.run(record, Thresholds()).results
    publisher = found.publisher or Publisher(format=1, name="甲", organiser="乙")
    yield from audit_faulty(found.faulty, publisher, latest_date(found.records), BUILT_IN)
    catalog = Catalog(found.regions, found.departments, found.records)
    for record, result in title_of_another_department.check(catalog, Thresholds()):
        yield record.form.fault(
            "title-of-another-department", result.path, result.message, result.remedy
        )


class Told(NamedTuple):
    """What is said of every slip, and of all of them mended in every way that is printed."""

    slips: Mapping[str, tuple[Diagnostic, ...]]
    sound: tuple[Diagnostic, ...]
    ways: Mapping[str, tuple[Diagnostic, ...]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    files = {f"s{n}": slip.content.encode() for n, slip in enumerate(SLIPS)}
    first = loaded(tmp_path_factory.mktemp("typed"), {"sound": RECORD.encode(), **files})
    ways: dict[str, bytes] = {"sound": RECORD.encode()}
    for n, slip in enumerate(SLIPS):
        name = f"s{n}"
        for m, way in enumerate(remedied(slip, files[name], first[name])):
            ways[f"{name}-{m}"] = way
    again = loaded(tmp_path_factory.mktemp("mended"), ways)
    return Told(first, first["sound"], again)


def remedied(slip: Slip, typed: bytes, faults: tuple[Diagnostic, ...]) -> Iterator[bytes]:
    """The file in every way in which a remedy was printed for it."""
    if slip.done is not None:
        yield with_line(slip.instead_of, slip.done).encode()
    if slip.fixed is not None:
        yield mended(typed, faults, as_form).content
    for fault in faults:
        if fault.rule == slip.rule and fault.fix is None:
            for fix in fault.fixes:
                yield patched(typed, [fix]) or b""


LEXICON = declarations.of_folder(Path("nowhere"), Path()).lexicon


def as_form(text: bytes) -> Any:
    return form_of(text, "a.yml", Evaluation, LEXICON)


def test_the_record_by_itself_is_sound(told: Told) -> None:
    assert [str(fault) for fault in told.sound] == []


@pytest.mark.parametrize("number", range(len(SLIPS)), ids=lambda n: f"{SLIPS[n].typed}")
def test_what_is_typed_gets_its_line(told: Told, number: int) -> None:
    slip = SLIPS[number]
    faults = told.slips[f"s{number}"]
    named = [fault for fault in faults if fault.rule == slip.rule]
    assert named, [str(fault) for fault in faults]
    fixes = [[dedent(fix.result).strip() for fix in fault.fixes] for fault in named]
    if slip.fixed is not None:
        assert [slip.fixed] in fixes
        assert any(fault.fix is not None for fault in named)
    elif slip.readings:
        assert list(slip.readings) in fixes
        assert all(fault.fix is None for fault in named)
    else:
        assert slip.advice
        assert slip.done is not None
        assert any(slip.advice in fault.message + fault.remedy for fault in named)


@pytest.mark.parametrize("number", range(len(SLIPS)), ids=lambda n: f"{SLIPS[n].typed}")
def test_every_remedy_that_is_printed_holds(told: Told, number: int) -> None:
    """What was said is gone, and nothing else is wrong with the file that was not before."""
    slip, name = SLIPS[number], f"s{number}"
    ways = {key: faults for key, faults in told.ways.items() if key.split("-")[0] == name}
    assert ways
    said = {(fault.rule, fault.message) for fault in told.slips[name] if fault.rule == slip.rule}
    for faults in ways.values():
        assert [str(fault) for fault in faults if (fault.rule, fault.message) in said] == []
        assert [str(fault) for fault in faults if is_error_of_reading(fault)] == []


def is_error_of_reading(fault: Diagnostic) -> bool:
    return fault.rule in OF_READING and fault.severity is Severity.ERROR


def test_what_has_no_doubt_is_mended_as_it_was_before(told: Told) -> None:
    """The files say what the sound record says, but for what was typed otherwise on purpose."""
    for number, slip in enumerate(SLIPS):
        if slip.fixed is not None:
            faults = told.ways[f"s{number}-0"]
            assert [f for f in faults if f.severity is Severity.ERROR] == [], slip


def test_the_table_is_wide() -> None:
    kinds = Counter(slip.kind for slip in SLIPS)
    assert len(SLIPS) >= 150
    assert len(kinds) >= 25
    assert max(kinds.values()) <= 12
    assert len({(slip.instead_of, slip.typed) for slip in SLIPS}) == len(SLIPS)
