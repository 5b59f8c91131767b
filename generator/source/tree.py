"""Events of the YAML parser to plain data with the place of every value.

Works on events because libyaml's composer recurses on nesting and expands aliases; both end
badly on hostile files. The limits here are checked while the parser is still reading.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, Location, Severity, ordered
from generator.source import hints, keys, scalars
from generator.source.document import At, Document, Mark, Plain, Reading, dotted
from generator.source.faults import Fault, shorten

MAX_DEPTH = 20
MAX_NODES = 20_000
"""Keys, values, lists and mappings counted together."""

_ABSENT = frozenset(("", "~", "null"))
_NO_KEY = "?"
_OF_ONE_VALUE = frozenset(("duplicate-key", "forbidden-character", "too-long", "yaml-tag"))


def grow(text: str, path: str) -> Reading:
    """Read decoded text; `Reading.document` is None when its structure cannot be relied on."""
    tree = _Tree(text, path)
    try:
        tree.read()
    except (yaml.YAMLError, UnicodeError) as error:  # UnicodeError: a tag written !%ED%A0%80
        tree.fail(hints.explain(error, tree.lines, tree.last))
    return tree.reading()


class _Branch:
    """A mapping or list that is still open; `key` waits for its value."""

    __slots__ = ("at", "data", "key", "key_event")

    def __init__(self, at: At, data: dict[str, Plain] | list[Plain]) -> None:
        self.at = at
        self.data = data
        self.key: str | None = None
        self.key_event: yaml.ScalarEvent | None = None

    @property
    def expects_key(self) -> bool:
        return self.key is None and isinstance(self.data, dict)

    @property
    def next(self) -> At:
        """Where the next value goes."""
        if isinstance(self.data, list):
            return (*self.at, len(self.data))
        return (*self.at, _NO_KEY if self.key is None else self.key)


class _Tree:
    """One pass over the events; a fault is noted and reading goes on where it can."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.lines = text.split("\n")
        self.last: yaml.Event | None = None
        self.diagnostics: list[Diagnostic] = []
        self._root: Plain = None
        self._marks: dict[At, Mark] = {}
        self._keys: dict[At, Mark] = {}
        self._open: list[_Branch] = []
        self._nodes = 0
        self._documents = 0
        self._ended = False
        self._hashes = scalars.HASHED.search(text) is not None

    def read(self) -> None:
        for event in iter(yaml.CSafeLoader(self.text).get_event, None):
            handle = _HANDLERS.get(type(event))
            if handle is None:
                continue
            handle(self, event)
            self.last = event
            if self._ended:
                return
        if not isinstance(self._root, dict):
            self.note(hints.no_mapping(self.lines, self.last, self._root))

    def note(self, fault: Fault, at: At = ()) -> None:
        location = Location(self.path, *fault.mark)
        self.diagnostics.append(
            Diagnostic(
                fault.rule, fault.severity, location, fault.message, fault.remedy, dotted(at)
            )
        )

    def fail(self, fault: Fault) -> None:
        """Note the syntax error; it says more than any warning at the same place."""
        location = Location(self.path, *fault.mark)
        self.diagnostics = [d for d in self.diagnostics if d.location != location]
        self.note(fault)

    def reading(self) -> Reading:
        document = None
        faults = {d.rule for d in self.diagnostics if d.severity is Severity.ERROR}
        if isinstance(self._root, dict) and faults <= _OF_ONE_VALUE:
            document = Document(self.path, self._root, self._marks, self._keys)
        return Reading(document, ordered(self.diagnostics))

    def start_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._end(
                "yaml-document",
                Mark.of(event.start_mark),
                "「---」之后是第二份文档，一个文件只能放一份",
                "请删去这一行「---」，或把后面的内容另存为一个文件",
            )

    def alias(self, event: yaml.AliasEvent) -> None:
        mark = self._enter(event)
        self.note(scalars.special(mark, self.lines[mark.line - 1]), self._next())
        self._put(None)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        mark = self._enter(event)
        text, faults = scalars.clean(event, mark)
        if self._open and self._open[-1].expects_key:
            at = self._key(event, text, mark)
        else:
            at = self._value(event, text, mark)
        if event.anchor is not None or event.tag is not None:
            self.note(scalars.special(mark, self.lines[mark.line - 1]), at)
        for fault in faults:
            self.note(fault, at)

    def start(self, event: yaml.CollectionStartEvent) -> None:
        """Open a mapping or list."""
        mark, at = self._enter(event), self._next()
        if event.anchor is not None or event.tag is not None:
            self.note(scalars.special(mark, self.lines[mark.line - 1]), at)
        if len(self._open) == MAX_DEPTH:
            self._end(
                "too-deep", mark, f"这里的嵌套超过 {MAX_DEPTH} 层", "请检查是否多写了括号或缩进"
            )
        if self._open and self._open[-1].expects_key:
            self.note(keys.without_name(mark), at)
        self._marks[at] = mark
        mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Branch(at, {} if mapping else []))

    def close(self, event: yaml.CollectionEndEvent) -> None:
        del event
        self._put(self._open.pop().data)

    def _key(self, event: yaml.ScalarEvent, key: str, mark: Mark) -> At:
        branch = self._open[-1]
        at = (*branch.at, key)
        if event.implicit[0] and (fault := keys.refused(key, mark)):
            self.note(fault, at)
        if key in branch.data:
            lines = f"第 {self._keys[at].line} 行和第 {mark.line} 行"
            self.note(
                Fault(
                    "duplicate-key",
                    mark,
                    f"「{shorten(key)}」写了两次，在{lines}",
                    "请只留一处；如果是两项内容，请用不同的名称或写成列表",
                ),
                at,
            )
        self._keys[at] = mark
        branch.key, branch.key_event = key, event
        return at

    def _value(self, event: yaml.ScalarEvent, text: str, mark: Mark) -> At:
        at = self._next()
        self._marks[at] = mark
        if not event.implicit[0]:
            self._put(text)
            return at
        key = self._open[-1].key_event if self._open and not text else None
        if key is not None and mark == Mark.of(key.end_mark):
            self.note(keys.missing_colon(str(at[-1]), self._keys[at]), at)
        if self._hashes and (
            fault := scalars.swallowed(
                event, self.lines[Mark.of(event.end_mark).within(self.lines).line - 1]
            )
        ):
            self.note(fault, at)
        self._put(None if text in _ABSENT else text)
        return at

    def _put(self, value: Plain) -> None:
        if not self._open:
            self._root = value
            return
        branch = self._open[-1]
        if isinstance(branch.data, list):
            branch.data.append(value)
        elif branch.key is None:  # a key that is no text; refused, the rest is still read
            self._keys.setdefault(branch.next, Mark(1, 1))
            branch.key = _NO_KEY
        else:
            branch.data[branch.key] = value
            branch.key = None

    def _next(self) -> At:
        return self._open[-1].next if self._open else ()

    def _enter(self, event: yaml.Event) -> Mark:
        """Count a node; its place."""
        mark = Mark.of(event.start_mark).within(self.lines)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._end("too-many-nodes", mark, f"文件超过 {MAX_NODES:,} 项", "请把内容拆成几个文件")
        return mark

    def _end(self, rule: str, mark: Mark, message: str, remedy: str) -> None:
        self.note(Fault(rule, mark, message, remedy), self._next())
        self._ended = True


_HANDLERS: Mapping[type[yaml.Event], Callable[[_Tree, Any], None]] = MappingProxyType(
    {
        yaml.DocumentStartEvent: _Tree.start_document,
        yaml.AliasEvent: _Tree.alias,
        yaml.ScalarEvent: _Tree.scalar,
        yaml.MappingStartEvent: _Tree.start,
        yaml.SequenceStartEvent: _Tree.start,
        yaml.MappingEndEvent: _Tree.close,
        yaml.SequenceEndEvent: _Tree.close,
    }
)
