"""What in a PDF runs, reaches out, or hides a file: found by names outside strings and comments."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.intake.originals import links
from generator.intake.originals.pdf import strings
from generator.intake.originals.pdf.objects import Objects, objects

_ACTIVE: Mapping[bytes, str] = MappingProxyType(
    {
        b"JavaScript": "脚本（JavaScript）",
        b"JS": "脚本（JavaScript）",
        b"Launch": "启动程序的动作",
        b"XFA": "动态表单（XFA）",
        b"RichMedia": "富媒体",
        b"SubmitForm": "向外提交数据的动作",
        b"ImportData": "读入外部数据的动作",
        b"GoToR": "打开其他文件的动作",
        b"GoToE": "打开其他文件的动作",
    }
)
_EMBEDDED = frozenset({b"EmbeddedFile", b"EmbeddedFiles", b"EF", b"FileAttachment"})
_OF_INTEREST = re.compile(rb"/(?:" + b"|".join((*_ACTIVE, *_EMBEDDED)) + rb")(?![A-Za-z0-9])")
_MARK = re.compile(rb"\\.|[()%]|/[^\s\0/<>\[\](){}%\\]*", re.DOTALL)
_LINE_END = re.compile(rb"[\r\n]|$")
_TARGET = (
    rb"[\s\0]{0,9}(?:(" + strings.STRING + rb"|" + strings.HEXADECIMAL + rb")"
    rb"|(\d{1,10})[\s\0]{1,9}\d{1,5}[\s\0]{1,9}R)"
)
_VALUE = re.compile(_TARGET, re.DOTALL)
_LINK = re.compile(rb"/URI" + _TARGET, re.DOTALL)


def active(data: bytes) -> tuple[str, ...]:
    """Scripts, actions and links that do more than lead to an address, each once."""
    found = objects(data)
    names = [phrase for name in _named(found) if (phrase := _ACTIVE.get(name))]
    return tuple(dict.fromkeys((*names, *_strange_links(found))))


def has_embedded(found: Objects) -> bool:
    """Whether another file lies in this one."""
    return any(name in _EMBEDDED for name in _named(found))


def _named(found: Objects) -> Iterator[bytes]:
    """The names in all objects that hold one of interest."""
    for head in found.heads:
        if _OF_INTEREST.search(head):
            yield from (name for name, _ in _names(head))


def _names(head: bytes) -> Iterator[tuple[bytes, int]]:
    """Names outside strings and comments, each with where it begins."""
    depth = passed = 0
    for mark in _MARK.finditer(head):
        sign = mark[0]
        if mark.start() < passed:
            continue
        if sign == b"(":
            depth += 1
        elif sign == b")":
            depth = max(0, depth - 1)
        elif sign == b"%" and not depth:
            ended = _LINE_END.search(head, mark.end())
            passed = ended.end() if ended else len(head)
        elif sign.startswith(b"/") and not depth:
            yield sign[1:], mark.start()


def _strange_links(found: Objects) -> Iterator[str]:
    """Links to something else than an address."""
    numbered = found.by_number()
    for head in found.heads:
        strange = {
            link.start(): target
            for link in (_LINK.finditer(head) if b"/URI" in head else ())
            if not links.is_ordinary(target := _target(link, numbered))
        }
        for _, start in _names(head) if strange else ():
            if start in strange:
                yield f"不是网址的链接{links.target_shown(strange[start])}"


def _target(link: re.Match[bytes], numbered: Mapping[int, bytes]) -> str:
    """Where a link leads, written beside it or in an object of its own."""
    value = _VALUE.match(numbered.get(int(link[2]), b"")) if link[2] else link
    return strings.text(value[1]) if value and value[1] else ""
