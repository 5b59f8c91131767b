"""Events of the YAML parser to plain data with the place of every value.

Works on events because libyaml's composer recurses on nesting and expands aliases; both end
badly on hostile files. The limits here are checked while the parser is still reading.
"""

import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from generator.diagnostics import Diagnostic, Severity, ordered
from generator.source import doubled, hints, keys, quotes, scalars, signs
from generator.source.branch import Branch, Trunk
from generator.source.document import At, Document, Reading, dotted
from generator.source.faults import Fault, shorten
from generator.source.mark import Mark

MAX_DEPTH = 20
MAX_NODES = 20_000
"""Keys, values, lists and mappings counted together."""

NOTHING = frozenset(("~", "null"))
"""Words that YAML takes for no value."""

_OF_ONE_VALUE = frozenset(
    ("duplicate-key", "forbidden-character", "garbled-text", "too-long", "yaml-tag")
)


class Growth(NamedTuple):
    """What one pass of the parser gave, and what stopped it."""

    reading: Reading
    lines: list[str]
    slip: Fault | None
    """The slip at which nothing more could be read; `reading` does not hold it."""


def grow(text: str, path: str) -> Growth:
    """Read decoded text once, as far as the parser comes."""
    tree = _Tree(text, path)
    try:
        tree.read()
    except (yaml.YAMLError, UnicodeError) as error:  # UnicodeError: a tag written !%ED%A0%80
        tree.slip = hints.slip_behind(error, tree.lines, tree.last)
    return Growth(tree.reading(), tree.lines, tree.slip)


class _Tree:
    """One pass over the events; a fault is noted and reading goes on where it can."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.lines = text.split("\n")
        self.last: yaml.Event | None = None
        self.diagnostics: list[Diagnostic] = []
        self._trunk = Trunk(self.lines)
        self._slips_within: dict[int, tuple[Fault, ...]] = {}
        self._nodes = 0
        self._documents = 0
        self._ended = False
        self.slip: Fault | None = None
        self._hashes = scalars.may_lose(text)
        self._asks = keys.may_ask(text)

    def read(self) -> None:
        for event in iter(yaml.CSafeLoader(self.text).get_event, None):
            handle = _HANDLERS.get(type(event))
            if handle is None:
                continue
            handle(self, event)
            self.last = event
            if self._ended:
                return
        if not isinstance(self._trunk.root, dict):
            self._stop(hints.no_mapping(self.lines, self.last, self._trunk.root))

    def note(self, fault: Fault, at: At = ()) -> None:
        line = self.lines[fault.mark.line - 1]
        self.diagnostics.append(fault.diagnostic(self.path, line, dotted(at)))

    def reading(self) -> Reading:
        document, root = None, self._trunk.root
        faults = {d.rule for d in self.diagnostics if d.severity is Severity.ERROR}
        if isinstance(root, dict) and self.slip is None and faults <= _OF_ONE_VALUE:
            document = Document(self.path, root, self._trunk.places, self._slips_within, self.text)
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
        self.note(signs.special(mark, self.lines[mark.line - 1]), self._trunk.next)
        if not self._trunk.expects_key:
            self._trunk.begin(mark)
        self._trunk.put(None)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        mark = self._enter(event)
        text, faults = scalars.clean(event, mark, self.lines)
        is_key = self._trunk.expects_key
        noted = [*faults]
        if "\t" in text:
            end = Mark.of(event.end_mark).within(self.lines)
            tabbed = scalars.tabbed(mark, end, self.lines[mark.line - 1])
            noted += [tabbed] if tabbed else []
        if event.anchor is not None or event.tag is not None:
            noted.insert(0, signs.special(mark, self.lines[mark.line - 1]))
        if noted:
            at = (*self._trunk.next[:-1], text) if is_key else self._trunk.next
            for fault in noted:
                self.note(fault, at)
        if is_key:
            self._key(event, text, mark)
        else:
            self._value(event, text, mark)

    def start(self, event: yaml.CollectionStartEvent) -> None:
        """Open a mapping or list."""
        mark = self._enter(event)
        if event.anchor is not None or event.tag is not None:
            self.note(signs.special(mark, self.lines[mark.line - 1]), self._trunk.next)
        if len(self._trunk.open) == MAX_DEPTH:
            self._end(
                "too-deep", mark, f"这里的嵌套超过 {MAX_DEPTH} 层", "请检查是否多写了括号或缩进"
            )
        if self._trunk.expects_key:
            self.note(keys.without_name(mark), self._trunk.next)
        self._trunk.fork(mark, {} if isinstance(event, yaml.MappingStartEvent) else [])

    def close(self, event: yaml.CollectionEndEvent) -> None:
        del event
        self._trunk.close()

    def _key(self, event: yaml.ScalarEvent, key: str, mark: Mark) -> None:
        branch = self._trunk.open[-1]
        key = sys.intern(key)  # a thousand records share some fifty keys
        branch.key, branch.key_mark, branch.key_event = key, mark, event
        if event.implicit[0] and (fault := keys.refused(key, mark, self.lines)):
            self._refuse(fault)
        if key in branch.data:
            self._doubled(key, mark)

    def _refuse(self, fault: Fault) -> None:
        """Say of a key that it is none; a misplaced one has misplaced what stands below it."""
        if fault.mend is None:
            self.note(fault, self._trunk.next)
        else:
            self._stop(fault)

    def _doubled(self, key: str, mark: Mark) -> None:
        """The later of two values stands; its place in the file is the one that counts."""
        before = self._trunk.drop(key) or mark
        lines = f"第 {before.line} 行和第 {mark.line} 行"
        meant = doubled.readings(before, mark, self.lines[mark.line - 1])
        self.note(
            Fault(
                "duplicate-key",
                mark,
                f"「{shorten(key)}」写了两次，在{lines}",
                "请只留一处；如果是两项内容，请用不同的名称或写成列表",
                mend=meant[0] if len(meant) == 1 else None,
                readings=meant if len(meant) > 1 else (),
                elsewhere=tuple(doubled.removals(before, mark, self.lines)),
            ),
            self._trunk.next,
        )

    def _value(self, event: yaml.ScalarEvent, text: str, mark: Mark) -> None:
        number = self._trunk.begin(mark)
        if not event.implicit[0]:
            self._trunk.put(self._marked(event, text, mark))
            return
        branch = self._trunk.open[-1] if self._trunk.open else None
        key = branch.key_event if branch and not text else None
        if branch and key is not None:
            self._without_value(branch, key, mark)
        if self._hashes or (text and event.end_mark and event.end_mark.line >= mark.line):
            self._look_further(event, number, mark)
        if text in NOTHING:
            self.note(scalars.nothing(text, mark, self.lines[mark.line - 1]), self._trunk.next)
            text = ""
        self._trunk.put(text if text and not text.isspace() else None)

    def _look_further(self, event: yaml.ScalarEvent, number: int, mark: Mark) -> None:
        """Look for what a text without quotes lost, and for slips in its lines."""
        end = Mark.of(event.end_mark).within(self.lines)
        if fault := scalars.swallowed(mark, end, self.lines[end.line - 1]):
            self.note(fault, self._trunk.next)
        if end.line > mark.line and (slips := keys.slips_in_run(mark, end, self.lines)):
            self._slips_within[number] = slips

    def _marked(self, event: yaml.ScalarEvent, text: str, mark: Mark) -> str | None:
        """What stands in quotes, below the sign of a block, or behind a tag or anchor."""
        if not event.style:
            return text or None
        if event.style == ">" and not text:
            if found := signs.lone(mark, self.lines[mark.line - 1]):
                self.note(found[1], self._trunk.next)
                return found[0]
        elif event.style in scalars.QUOTES:
            end = Mark.of(event.end_mark).within(self.lines)
            if end.line > mark.line and quotes.swallowing(self.lines, mark, end, surely=True):
                self._stop(quotes.open_quote(mark, self.lines))
        return text

    def _without_value(self, branch: Branch, key: yaml.ScalarEvent, mark: Mark) -> None:
        """Say of a name that YAML left it without a value."""
        name, here = str(branch.next), branch.key_mark or mark
        fault: Fault | None = None
        if mark == Mark.of(key.end_mark):
            line = self.lines[here.line - 1]
            if parted := keys.parted_number(name, here, line):
                self._stop(parted)
                return
            fault = keys.missing_colon(name, here, line)
        if self._asks:
            fault = keys.without_value(name, here, self.lines[here.line - 1]) or fault
        if fault:
            self.note(fault, self._trunk.next)

    def _enter(self, event: yaml.Event) -> Mark:
        """Count a node; its place."""
        mark = Mark.of(event.start_mark).within(self.lines)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._end("too-many-nodes", mark, f"文件超过 {MAX_NODES:,} 项", "请把内容拆成几个文件")
        return mark

    def _stop(self, slip: Fault) -> None:
        """Give up at a slip that the parser read over."""
        self.slip = slip
        self._ended = True

    def _end(self, rule: str, mark: Mark, message: str, remedy: str) -> None:
        self.note(Fault(rule, mark, message, remedy), self._trunk.next)
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
