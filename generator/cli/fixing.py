"""`gongkai fmt --fix`: what is certain of each message, shown as lines and put into the files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import NamedTuple, cast

import click

from generator import disk, site
from generator.binding.filling import Form
from generator.binding.mending import Mended, mended
from generator.binding.opening import form_of, open_form
from generator.cli.project import content_name
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.formats import as_text
from generator.intake import content, declarations, kinds, record_files
from generator.intake.declarations import Declarations
from generator.model.evaluation import Evaluation
from generator.privacy.numbers import masked
from generator.schema.fields import Model
from generator.source import decoded_lines


class Fixed(NamedTuple):
    """What became of the files."""

    changed: int
    """Those with something to mend."""
    stuck: int
    """Faults of reading that nobody can mend, or decide, but whoever wrote them."""


def fix(files: Sequence[Path], root: Path, *, check: bool) -> Fixed:
    """Mend these files, or only show it."""
    faults, declared = _found(files, root)
    changed = made = stuck = 0
    waiting: list[Diagnostic] = []
    unread: list[Diagnostic] = []
    for file in files:
        path = _path(file, root)
        own = faults.get(path, [])
        if not any(fault.fixes or _is_stuck(fault) for fault in own):
            continue
        before = file.read_bytes()
        read = partial(_read, path=path, model=kinds.kind_of(file).model, declared=declared)
        result = mended(before, own, read)
        left = read(result.content).diagnostics
        stuck += sum(fault.severity is Severity.ERROR for fault in left)
        waiting += result.waiting
        unread += result.unread
        if result.content == before:
            continue
        changed, made = changed + 1, made + len(result.told)
        click.echo("\n".join((path, *_shown(before, result), "")))
        if not check:
            disk.replace(file, result.content)
    if waiting:
        click.echo("以下各处须由填写人决定，没有改动：")
        click.echo(as_text(waiting), nl=False)
    if unread:
        click.echo("以下文件仍读不懂，请按提示修改后再运行一次：")
        click.echo(as_text(unread), nl=False)
    if changed and not check:  # what is mended can be judged, which may tell of more
        faults, _ = _found(files, root)
    others = sum(not fault.fixes for file in files for fault in faults.get(_path(file, root), ()))
    verb = "可以改正" if check else "已改正"
    rest = f"；另有 {others} 处没有现成的改法，请运行 gongkai check 查看" if others else ""
    click.echo(
        f"{verb} {made} 处，在 {changed} 份文件中；须由填写人决定的 {len(waiting)} 处{rest}",
        err=True,
    )
    return Fixed(changed, stuck)


def _is_stuck(fault: Diagnostic) -> bool:
    return fault.severity is Severity.ERROR and not fault.fixes


def _read(content: bytes, path: str, model: type[Model], declared: Declarations) -> Form[Model]:
    """A file in hand, with what is wrong with that to which it refers."""
    if model is not Evaluation:
        return form_of(content, path, model, declared.lexicon)
    form = form_of(content, path, Evaluation, declared.lexicon)
    whole = (*form.diagnostics, *record_files.related(form, declared))
    return cast("Form[Model]", replace(form, diagnostics=whole))


def _found(
    files: Sequence[Path], root: Path
) -> tuple[Mapping[str, list[Diagnostic]], Declarations]:
    """All that `check` says of each file by its path, and what the site declares for its files."""
    folder = root / content_name(root)
    found: list[Diagnostic] = []
    if folder.is_dir():
        loaded = content.load(folder, root)
        declared = loaded.declared
        found += site.judged(loaded, site.edited(loaded, loaded.records))[0]
    else:
        declared = declarations.of_folder(folder, root)
        for file in files:
            form = open_form(file, _base(file, root), kinds.kind_of(file).model, declared.lexicon)
            found += form.diagnostics
    by_path: dict[str, list[Diagnostic]] = {}
    for fault in found:
        if not fault.accepted:
            by_path.setdefault(fault.location.path, []).append(fault)
    return by_path, declared


def _base(file: Path, root: Path) -> Path:
    return root if file.is_relative_to(root) else file.parent


def _path(file: Path, root: Path) -> str:
    return file.relative_to(_base(file, root)).as_posix()


def _shown(before: bytes, result: Mended) -> Iterator[str]:
    """What was wrong with each line, the line as it was, and as it is."""
    old, new = decoded_lines(before), decoded_lines(result.content)
    for tag, one, two, three, four in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            continue
        for number in range(one + 1, two + 1):
            said = dict.fromkeys(message for line, message in result.told if line == number)
            yield from (f"  第 {number} 行：{message}" for message in said)
        yield from (f"  - {masked(line).strip()}" for line in old[one:two])
        yield from (f"  + {masked(line).strip()}" for line in new[three:four])
