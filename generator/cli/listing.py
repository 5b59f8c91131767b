"""What lies on a desk, as text for people."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from generator.audit import weights
from generator.audit.coverage import Coverage
from generator.audit.rulebook import Rulebook
from generator.cli import coverage
from generator.desk.filing import Desk, Drawer, Filed
from generator.desk.standing import worst
from generator.diagnostics import Change, Diagnostic
from generator.diagnostics.diagnostic import STOPS
from generator.diagnostics.formats import as_text


def by_file(desk: Desk, checked: Mapping[str, Coverage]) -> str:
    """One block for each file, the worst first, under the document's title where it is known.

    Files without results have one only where it says what was checked in them.
    """
    blocks = [
        _block(file) + (f"{coverage.line(checked[file.path])}\n" if file.path in checked else "")
        for file in desk.files
        if file.results or file.path in checked
    ]
    return "\n".join([*blocks, ""]) if blocks else ""


def _block(file: Filed) -> str:
    return f"{file.title}\n{''.join(as_text([one]) + _offer(one) for one in file.results)}"


def _offer(result: Diagnostic) -> str:
    """The exception that would accept a result, set in below it, where one is offered."""
    if not result.waiver or not result.is_open:
        return ""
    offered = result.waiver.splitlines()
    heading = f"；已有「{offered[0]}」的，只加它下面的一行" if offered[1:] else ""
    lines = (f"    | {line}\n" for line in offered)
    return "".join(
        (f"    原文确实如此的，把下面的内容加入记录，填上岗位和日期{heading}：\n", *lines)
    )


def by_change(desk: Desk) -> str:
    """What is new, what is open, what is mended, each file by file."""
    parts = []
    for change in Change:
        files = [
            replace(file, results=[one for one in file.results if one.change is change])
            for file in desk.files
        ]
        told = [file for file in files if file.results]
        if told:
            number = sum(len(file.results) for file in told)
            parts.append("\n".join([f"{change.label} {number} 处\n", *map(_block, told), ""]))
    return "".join(parts)


def summary(desk: Desk, book: Rulebook) -> str:
    """How often each rule speaks in each department, the worst of them first."""
    drawers = [drawer for drawer in desk.drawers if any(file.results for file in drawer.files)]
    ranked = sorted(drawers, key=lambda drawer: worst(_open(drawer)))
    return "".join(_of_department(drawer, book) for drawer in ranked)


def _open(drawer: Drawer) -> list[Diagnostic]:
    return [result for file in drawer.files for result in file.open]


def _of_department(drawer: Drawer, book: Rulebook) -> str:
    """By gravity, then what weighs most first; what stops a build is marked."""
    results = _open(drawer)
    numbers = Counter(result.rule for result in results)
    stops = Counter(result.rule for result in results if result.stops)

    def gravity(rule: str) -> tuple[bool, int, int, str]:
        return rule not in stops, book.pages[rule].severity.rank, weights.rank(rule), rule

    lines = [f"{drawer.name}：{len(results)} 处{_marked(stops.total())}\n"]
    for rule in sorted(numbers, key=gravity):
        title = book.pages[rule].title
        lines.append(f"  {numbers[rule]:>4}  {rule}  {title}{_marked(stops[rule])}\n")
    return "".join(lines)


def _marked(stops: int) -> str:
    return f"（{STOPS} {stops} 处）" if stops else ""
