"""What each rule of the audit costs per record, in units of reading it."""

import statistics
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from generator import site, source
from generator.audit.base import BatchCheck, BesideCheck, Rule
from generator.audit.manual import name_of
from generator.audit.rulebook import BUILT_IN
from generator.audit.runner import subjects_of
from generator.audit.subject import Subject
from generator.catalog import Catalog
from generator.intake import content
from generator.model.publisher import Thresholds

TURNS = 5


def cost(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def compared(works: dict[str, Callable[[], object]], base: str) -> dict[str, tuple[float, float]]:
    """Median CPU seconds of each, and the median ratio to the base measured in the same turn."""
    turns = [{name: cost(work) for name, work in works.items()} for _ in range(TURNS)]
    return {
        name: (
            statistics.median(turn[name] for turn in turns),
            statistics.median(turn[name] / turn[base] for turn in turns),
        )
        for name in works
    }


def show(title: str, rows: Iterable[tuple[str, tuple[float, float]]], records: int) -> None:
    """A table on standard output."""
    sys.stdout.write(f"\n{title}\n")
    for name, (seconds, ratio) in rows:
        sys.stdout.write(f"  {seconds / records * 1000:8.3f} ms  {ratio:7.3f} ×  {name}\n")


def _each(rule: Rule, subjects: Iterable[Subject]) -> int:
    return sum(len(list(rule.check(subject))) for subject in subjects)


def _besides(rule: BesideCheck, catalog: Catalog) -> int:
    return sum(len(list(rule.check(document, catalog))) for document in catalog.documents)


def _all(rule: BatchCheck, catalog: Catalog, thresholds: Thresholds) -> int:
    return len(list(rule.check(catalog, thresholds)))


def measure(project: Path) -> None:
    """Measure every rule on a project."""
    folder = project / "content"
    loaded = content.load(folder, project)
    if loaded.publisher is None:
        raise SystemExit("the project has no usable publisher.yml")
    records, publisher = loaded.records, loaded.publisher
    edition = site.edited(loaded, records)
    catalog = edition.catalog
    files = [project / record.path for record in records]
    texts = [(file.read_bytes(), file.name) for file in files]
    size = sum(len(text) for text, _ in texts) / len(texts) / 1000
    sys.stdout.write(f"{len(records)} records of {size:.1f} KB, {TURNS} turns\n")

    subjects = [s for record in records for s in subjects_of(record, publisher.thresholds)]
    rules: dict[str, Callable[[], object]] = {
        "read YAML": lambda: [source.read(text, name) for text, name in texts]
    }
    asked = [(subject, set(BUILT_IN.plans.of(subject).asked)) for subject in subjects]
    for rule in BUILT_IN.checks:
        rules[rule.name] = partial(_each, rule, [s for s, theirs in asked if rule in theirs])
    for beside in BUILT_IN.beside:
        rules[name_of(beside)] = partial(_besides, beside, catalog)
    for batch in BUILT_IN.batch:
        rules[name_of(batch)] = partial(_all, batch, catalog, publisher.thresholds)
    ranked = sorted(compared(rules, "read YAML").items(), key=lambda row: -row[1][1])
    show("Rules, per record", ranked, len(records))
