"""The project folder that `gongkai demo` writes, file by file."""

import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from generator.binding.opening import open_form
from generator.demo import city, facts, heads
from generator.demo.city import Bureau, Region
from generator.demo.companions import SHARE, Companions
from generator.demo.dice import Dice
from generator.demo.faults import KINDS, Planted
from generator.demo.faults.planting import Planter
from generator.demo.originals import pdf
from generator.demo.papers import ATTACHMENT, paper
from generator.demo.plain import chinese
from generator.demo.projects import YEARS, Programme
from generator.model.evaluation import Evaluation
from generator.model.frames import BUILT_IN, Frame
from generator.model.publisher import Publisher
from generator.model.register import DepartmentKind, Departments
from generator.scaffold.site import SETTINGS, NewSite, contents_of, settings_of
from generator.source import Plain, write

_PAGES = Path(__file__).parent / "pages"
_NAME = "示例市财政绩效信息公开（演示）"
_ORGANISER = "示例市财政局（虚构）"
_TAKEN = "content/pages/"
"""What a new site brings along and the demo keeps."""
FAULTS = "faults.json"
Progress = Callable[[int], object]


def write_project(
    folder: Path, records: int, seed: int, share: Decimal = Decimal(0), progress: Progress = id
) -> tuple[Planted, ...]:
    """Write a whole site project; returns the faults that were planted.

    `share` is the part of the records with one fault each; `progress` hears the number of records
    written so far.
    """
    regions, bureaus = city.bureaus(records, Dice(seed, "city"))
    _write_site(folder, regions, bureaus)
    beside = records // SHARE
    programme = Programme(seed, records - beside, bureaus, _frames())
    companions = Companions(programme, beside, records - beside)
    planter = Planter(programme, seed, share, KINDS)
    original = pdf()
    for number, (path, data) in enumerate(_records(programme, companions, planter, seed), 1):
        file = folder / "content/records" / f"{path}.yml"
        _put(file, write(chinese(heads.marked(data), Evaluation)))
        if "attachments" in data:
            _put(file.with_suffix("") / ATTACHMENT, original)
        progress(number)
    if share:
        _put(folder / FAULTS, _as_json(planter.planted))
    return tuple(planter.planted)


def _records(
    programme: Programme, companions: Companions, planter: Planter, seed: int
) -> Iterator[tuple[str, dict[str, Plain]]]:
    for project in programme.projects():
        for one in facts.years(project, programme, seed):
            planted = planter.planted_in(one)
            data = planted or paper(one, programme, seed)
            yield one.path, data
            for companion in companions.beside(one, data, is_sound=planted is None):
                yield companion.path, planter.planted_beside(companion, one) or companion.data


def _frames() -> Mapping[str, Frame]:
    forms = [open_form(file, BUILT_IN, Frame) for file in sorted(BUILT_IN.glob("*.yml"))]
    return {form.value.id: form.value for form in forms if form.value}


def _write_site(folder: Path, regions: tuple[Region, ...], bureaus: tuple[Bureau, ...]) -> None:
    first = bureaus[0]
    new = NewSite(
        name=_NAME, organiser=_ORGANISER, region=regions[0].id, region_name=regions[0].name,
        department=first.id, department_name=first.name, kind=DepartmentKind.GOVERNMENT,
        year=YEARS[-1],
    )  # fmt: skip
    _put(folder / SETTINGS, settings_of(_NAME))
    for name, content in contents_of(new).items():
        if name.startswith(_TAKEN):
            _put(folder / name, content)
    for file in sorted(_PAGES.rglob("*.md")):
        _put(folder / "content/pages" / file.relative_to(_PAGES), file.read_bytes())
    publisher: dict[str, Plain] = {
        "format": "1",
        "name": _NAME,
        "organiser": _ORGANISER,
        "fictional": "true",
        "contact": {"address": "示例市示范路 1 号（虚构）", "telephone": "0000-8000000"},
    }
    _put(folder / "content/publisher.yml", write(chinese(publisher, Publisher)))
    register: dict[str, Plain] = {
        "format": "1",
        "regions": [{"id": r.id, "name": r.name, "note": city.NOTE} for r in regions],
        "departments": [_department(bureau, n) for n, bureau in enumerate(bureaus, 1)],
    }
    _put(folder / "content/departments.yml", write(chinese(register, Departments)))


def _department(bureau: Bureau, order: int) -> Plain:
    data: dict[str, Plain] = {
        "id": bureau.id,
        "name": bureau.name,
        "aliases": [bureau.alias],
        "former_names": [bureau.former] if bureau.former else [],
        "successor": bureau.successor,
        "until": bureau.until,
        "parent": bureau.parent,
        "region": bureau.region.id,
        "kind": bureau.kind,
        "order": str(order * 10),
    }
    return {name: value for name, value in data.items() if value}


def _as_json(planted: list[Planted]) -> str:
    entries = [fault.as_dict() for fault in sorted(planted)]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _put(file: Path, content: str | bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
