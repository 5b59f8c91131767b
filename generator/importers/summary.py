"""What the terminal says of a source and its drafts: at most twenty lines."""

from collections import Counter
from collections.abc import Iterator

from generator.diagnostics import Severity, count
from generator.importers.again import Renewed, named
from generator.importers.drafting import chinese
from generator.importers.importing import Imported, Source
from generator.importers.ledger import Confidence
from generator.importers.merging import What
from generator.privacy.numbers import masked
from generator.values.text import shown

_LINES = 20
_LISTED = 6


def summary(source: Source) -> str:
    """The report of one source."""
    lines = [f"{source.name}：{len(source.drafts)} 份草稿"]
    each = max(_LISTED // max(len(source.drafts), 1), 1)
    for one in source.drafts:
        lines += _of_draft(one, source, each)
    if loose := source.unplaced:
        lines.append(f"不在任何草稿里的内容 {len(loose)} 处，如 {_quoted(source, loose[0].piece)}")
    lines += [f"说明：{note}" for note in source.notes]
    return _cut(lines)


def of_renewed(made: Renewed) -> str:
    """What an import of a changed source did to a draft: what has to be decided comes first."""
    count = Counter(change.what for change in made.changes)
    taken = count[What.TAKEN] + count[What.ADDED] + count[What.REMOVED]
    kept, open_ = count[What.KEPT], count[What.CONFLICT]
    head = f"照新原件更新 {taken} 处，保留您改过的 {kept} 处，要您决定的 {open_} 处"
    lines = [f"{made.path}.yml：{head}"]
    told = sorted(made.changes, key=lambda change: _ORDER.index(change.what))
    lines += (
        f"  {change.what.value}：{named(change.at)}：草稿「{shown(change.mine)}」，"
        f"新原件「{shown(change.new)}」"
        for change in told
    )
    return _cut(lines)


_ORDER = (What.CONFLICT, What.TAKEN, What.ADDED, What.REMOVED, What.KEPT)


def _cut(lines: list[str]) -> str:
    if len(lines) > _LINES:
        hidden = len(lines) - _LINES + 1
        lines = [*lines[: _LINES - 1], f"还有 {hidden} 行，见各草稿的网页"]
    return "".join(f"{masked(line)}\n" for line in lines)


def _of_draft(one: Imported, source: Source, each: int) -> Iterator[str]:
    made = one.draft
    sure = Counter(value.confidence for value in made.values.values())
    yield f"  {one.path}.yml：{shown(one.found.name)}"
    yield (
        f"    填入 {len(made.values)} 项，其中推断 {sure[Confidence.INFERRED]} 项；"
        f"待定 {len(made.open)} 处，没有归位 {len(one.unplaced)} 处"
    )
    for opened in made.open[:each]:
        readings = shown("；".join(opened.readings))
        yield f"    待定：{chinese(opened.at)}：{readings}（{opened.reason}）"
    for message in made.missing[:each]:
        yield f"    还缺：{message}"
    for span in one.unplaced[:each]:
        yield f"    没有归位：{_quoted(source, span.piece, span.start, span.end)}"
    for note in one.notes[:each]:
        yield f"    说明：{note}"
    if one.results:
        errors, warnings, hints = (count(one.results, severity) for severity in Severity)
        yield f"    核对：错误 {errors} 处，警告 {warnings} 处，提示 {hints} 处"


def _quoted(source: Source, piece: int, start: int = 0, end: int | None = None) -> str:
    found = source.ledger.pieces[piece]
    return f"{found.place}「{shown(found.text[start:end])}」"
