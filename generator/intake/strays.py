"""What lies in the content folder and is not read: each is named, with what to do about it.

What looks as if it was meant to be published and would be missing without a word is an error;
what merely lies there is a warning. A folder of which nothing is read is named as a whole.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePath
from typing import NamedTuple

from generator.diagnostics import Diagnostic, Location, Severity
from generator.intake import walk
from generator.intake.kinds import (
    COLUMNS,
    CRITERIA,
    FRAME,
    KIND,
    PUBLISHER,
    RECORD,
    REGISTER,
    SEARCH_WORDS,
    Kind,
)
from generator.intake.record_paths import RECORDS
from generator.intake.unseen import is_meant
from generator.intake.written import PAGES
from generator.values.text import nearest

_DECLARING = {"frames": (FRAME, "misplaced-frame"), "kinds": (KIND, "misplaced-kind")}
"""Folders of files that declare something, with what is said of those in folders below."""
_FOLDERS = (RECORDS, *_DECLARING, PAGES)
_DEPTH = 4
"""Steps to a record: `records`, year, department, file."""
_YAML = frozenset({".yml", ".yaml"})
_SHORTCUTS = frozenset({".lnk", ".url"})

Listed = Mapping[Path, AbstractSet[str] | None]
"""By the folder of a record's originals: the names the record lists, None where that is unknown."""


def faults(
    files: Sequence[Path], read: AbstractSet[Path], listed: Listed, folder: Path, root: Path
) -> Iterator[Diagnostic]:
    """Everything among the files that is neither read nor an original on a record's list."""
    strays = [file for file in files if file not in read and not _is_expected(file, folder, listed)]
    for named, inside in _named(strays, folder, listed).items():
        word = _word(named, inside, named.relative_to(folder).parts)
        location = Location(walk.printable(named.relative_to(root).as_posix()))
        yield Diagnostic(word.rule, word.severity, location, word.message, word.remedy)


def _is_expected(file: Path, folder: Path, listed: Listed) -> bool:
    """Whether it is published as it stands, is on a list, or a list it may be on is unknown."""
    parts = file.relative_to(folder).parts
    if _is_closed(file):
        return False
    if parts[0] == PAGES:
        return len(parts) > 1
    originals = folder.joinpath(*parts[:_DEPTH])
    if not _is_original(parts) or originals not in listed:
        return False
    names = listed[originals]
    return names is None or parts[_DEPTH] in names


def _named(strays: Iterable[Path], folder: Path, listed: Listed) -> Mapping[Path, list[Path]]:
    """The strays by what is named: the file, or the folder of which nothing is read."""
    named: dict[Path, list[Path]] = defaultdict(list)
    for file in strays:
        parts = file.relative_to(folder).parts
        originals = folder.joinpath(*parts[:_DEPTH])
        if _is_closed(file):
            named[file].append(file)
        elif len(parts) > 1 and parts[0] not in {RECORDS, *_DECLARING}:
            named[folder / parts[0]].append(file)
        elif _is_original(parts) and originals not in listed:
            named[originals].append(file)
        else:
            named[file].append(file)
    # The record of such a folder may be there under a wrong name, which is said of its file.
    misnamed = {
        path.parent / path.name.partition(".")[0]
        for path, inside in named.items()
        if inside == [path]
    }
    return {p: inside for p, inside in named.items() if inside == [p] or p not in misnamed}


def _is_closed(path: Path) -> bool:
    """Whether it is a folder: the walk gives one only where it cannot be listed."""
    return path.is_dir() and not path.is_symlink()


def _is_original(parts: Sequence[str]) -> bool:
    """Whether a file lies where the originals of a record would."""
    suffix = PurePath(parts[-1]).suffix.lower()
    return parts[0] == RECORDS and len(parts) > _DEPTH and suffix not in _YAML


class _Word(NamedTuple):
    rule: str
    severity: Severity
    message: str
    remedy: str


def _word(path: Path, inside: Sequence[Path], parts: Sequence[str]) -> _Word:
    """What to say of a file or folder, by the folder it lies in."""
    name = walk.printable(path.name)
    if not walk.is_printable(path):
        remedy = "请重新命名；压缩包中的中文文件名解压后常会成为乱码"
        message = f"「{name}」的名称中有不能使用的字符"
        return _Word("bad-file-name", Severity.ERROR, message, remedy)
    if path.is_symlink() or path.suffix.casefold() in _SHORTCUTS:
        return _leading_elsewhere(path)
    if inside == [path] and _is_closed(path):
        message = f"读不出文件夹「{name}」，其中的文件都不会公开"
        return _Word("not-a-regular-file", Severity.ERROR, message, "请给予读取这个文件夹的权限")
    if parts[0] == RECORDS and len(parts) > 1:
        return _among_records(path, inside, parts)
    if parts[0] in _DECLARING and len(parts) > 1:
        return _among_declarations(path, parts[0], *_DECLARING[parts[0]])
    return _beside_all(path, inside)


def _leading_elsewhere(path: Path) -> _Word:
    """What to say of what is nothing by itself."""
    what = "文件夹" if path.is_symlink() and path.is_dir() else "文件"
    kind = "链接" if path.is_symlink() else "快捷方式"
    message, remedy = f"「{path.name}」是{kind}，不会被读取", f"请删去{kind}，放入{what}本身"
    return _Word("not-a-regular-file", Severity.ERROR, message, remedy)


def _among_records(path: Path, inside: Sequence[Path], parts: Sequence[str]) -> _Word:
    name = path.name
    if inside != [path]:
        message = f"文件夹「{name}」没有对应的记录 {name}.yml，其中 {len(inside)} 个文件不会公开"
        remedy = f"请放回 {name}.yml，或移走这个文件夹"
        return _Word("record-gone", Severity.ERROR, message, remedy)
    if _is_original(parts):
        message = f"附件「{name}」没有记录列出，不会公开"
        remedy = "请放在与记录同名的文件夹中，并在记录的「附件」中列出；不公开的请移出内容文件夹"
        return _Word("unlisted-original", Severity.WARNING, message, remedy)
    if path.suffix != ".yml":
        message = f"「{name}」不是记录文件"
        if right := _renamed(path):
            return _Word(
                "bad-file-name", Severity.ERROR, message, f"扩展名应为 .yml，请把文件名改为 {right}"
            )
        remedy = "记录文件的扩展名应为 .yml；附件请放入与记录同名的文件夹"
        return _Word("bad-file-name", Severity.ERROR, message, remedy)
    message, remedy = "记录不在 年度/部门/ 文件夹中", "应为 年度/部门编号/记录编号.yml"
    return _Word("misplaced-record", Severity.ERROR, message, remedy)


def _renamed(path: Path) -> str:
    """The name of a record whose ending is not the usual one; empty for any other file."""
    name = path.name
    for ending in _ENDINGS:
        if name.casefold().endswith(ending) and len(name) > len(ending):
            return f"{name[: -len(ending)]}.yml"
    return ""


_ENDINGS = (".yml.txt", ".yaml.txt", ".yml.yml", ".yaml", ".yml")
"""What is made of `.yml` by habit, by Notepad or by capitals."""


def _among_declarations(path: Path, folder: str, kind: Kind, misplaced: str) -> _Word:
    if not is_meant(path):
        message = f"{folder} 文件夹中的「{path.name}」不会被读取"
        return _Word("unread-file", Severity.WARNING, message, "请移出内容文件夹")
    if path.suffix != ".yml":
        message = f"「{path.name}」不是{kind.label}文件"
        remedy = f"{kind.label}文件的扩展名应为 .yml"
        return _Word("bad-file-name", Severity.ERROR, message, remedy)
    message, remedy = f"{kind.label}不能放在下级文件夹中", f"应为 {kind.path}"
    return _Word(misplaced, Severity.ERROR, message, remedy)


def _beside_all(path: Path, inside: Sequence[Path]) -> _Word:
    """What lies in the content folder itself, which holds five files and four folders."""
    severity = Severity.ERROR if any(map(is_meant, inside)) else Severity.WARNING
    if inside != [path]:
        guess = nearest(path.name, _FOLDERS)
        asked = f"是否应为 {guess}/？" if guess else ""
        for kind in (COLUMNS, CRITERIA, SEARCH_WORDS):
            if path.name.casefold() == kind.name:
                asked = f"{kind.label}都登记在一个文件 {kind.path} 里；"
        message = f"文件夹「{path.name}」不会被读取，其中有 {len(inside)} 个文件"
        *others, last = (f"{name}/" for name in _FOLDERS)
        remedy = f"{asked}内容文件夹中只有 {'、'.join(others)} 和 {last}；用不上的请移走"
        return _Word("unread-folder", severity, message, remedy)
    message = f"「{path.name}」不会被读取"
    for kind in (PUBLISHER, REGISTER, COLUMNS, CRITERIA, SEARCH_WORDS):
        if path.name.casefold().startswith(kind.name):
            return _Word("bad-file-name", severity, message, f"请把文件名改为 {kind.path}")
    for name, (kind, _) in _DECLARING.items():
        if path.name.casefold().partition(".")[0] in {name, kind.name}:
            return _Word("unread-file", severity, message, f"{kind.label}应放在 {kind.path}")
    if path.name.casefold() == "word.yml":
        return _Word("bad-file-name", severity, message, f"是否应为 {SEARCH_WORDS.path}？")
    remedy = f"记录应放在 {RECORD.path}，手写的页面放在 {PAGES}/；用不上的请移走"
    return _Word("unread-file", severity, message, remedy)
