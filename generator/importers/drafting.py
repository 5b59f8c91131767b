"""What was gathered becomes the draft of a record, which the reader of records loads."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from unicodedata import east_asian_width

from generator import source
from generator.binding.filling import Form, fill
from generator.binding.opening import NEWEST
from generator.binding.standard import respelt
from generator.diagnostics import Severity
from generator.importers.ledger import Confidence, Gathering, Open, Value
from generator.model.documents import Status
from generator.model.evaluation import Evaluation
from generator.schema.languages import Language
from generator.schema.lexicon import Lexicon
from generator.schema.vocabulary import Term, vocabulary
from generator.source import At, Plain, undotted
from generator.values.money import Unit

_NAME = "import"
_TRIES = 50
"""Each takes away at least one value that the reader of records refuses."""
_ERROR = Severity.ERROR
_UNIT: At = ("funds", "unit")
_BLANK, _NUMBER = "待填", "0"
_WIDTH = 110
"""Columns for a row on one line; a Chinese character takes two."""
_OF_PATH = frozenset(("year", "department"))
"""What a record's folders say."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with where its values come from."""

    evaluation: Evaluation | None
    """None where something is missing without which there is no record, such as its kind."""
    record: Mapping[str, Plain]
    """As a file in Chinese holds it."""
    values: Mapping[At, Value]
    """By the path in the record, in English names."""
    open: tuple[Open, ...]
    words: Mapping[str, str]
    """The Chinese words of kinds, by their English ones."""
    missing: tuple[str, ...]
    """What must be filled in before the draft can be read, in words."""
    text: str
    """The file."""

    def said(self, at: At) -> str:
        """A value as a file in Chinese spells it."""
        text, term = self.values[at].text, _term(at)
        if term is None or term.choice is None:
            return self.words.get(text, text) if term and term.listed else text
        choice = next((one for one in term.choice if one.value == text), None)
        return choice.label if choice else text


def draft(gathering: Gathering, lexicon: Lexicon) -> Draft:
    """The draft; a value that the reader of records refuses is left open with its reason."""
    values = {at: value for at, value in gathering.values.items() if at[0] not in _OF_PATH}
    opened = list(gathering.open)
    stand_ins = _units(values)
    form = _filled({**values, **stand_ins}, gathering, lexicon)
    for _ in range(_TRIES):
        errors = {undotted(f.field): f.message for f in form.diagnostics if f.severity is _ERROR}
        refused = _refused(values, errors)
        if form.value is not None or not refused:
            break
        for at, reason in refused.items():
            value = values.pop(at)
            opened.append(Open(at, (value.text,), value.spans, reason))
        form = _filled({**values, **stand_ins}, gathering, lexicon)
    record, absent = _whole(form, values, stand_ins, gathering)
    missing = tuple(f"没有找到{chinese(at)}，请填写" for at in absent)
    if not form.document.data:
        missing = tuple(f"{one.message}；{one.remedy}" for one in form.diagnostics)
    lines = "\n".join([*_comments(opened), *(f"还缺：{one}" for one in missing)])
    layout = source.Layout({(): _as_comments(lines)}, inline=frozenset(rows_on_a_line(record)))
    text = source.write(record, layout)
    words = {word.name: word.label for word in lexicon.words.get("kinds", ())}
    closed = _closing(values)
    evaluation = None if stand_ins else form.value
    return Draft(
        evaluation, record, {closed(at): value for at, value in values.items()},
        tuple(replace(one, at=closed(one.at)) for one in opened), words, missing,
        text,
    )  # fmt: skip


def _refused(values: Mapping[At, Value], errors: Mapping[At, str]) -> dict[At, str]:
    """The values that the reader of records refuses, with its reasons; else all below a place.

    A block that it does not know at all would otherwise take the whole draft with it.
    """
    refused = {at: reason for at, reason in errors.items() if at in values}
    if refused:
        return refused
    return {
        at: reason
        for place, reason in errors.items()
        for at in values
        if place and at[: len(place)] == place
    }


def _term(at: At) -> Term | None:
    try:
        return vocabulary(Evaluation).term(at)
    except KeyError:
        return None


def _closing(values: Iterable[At]) -> Callable[[At], At]:
    """How paths change where entries of a list hold nothing and are left out."""
    held: dict[At, set[int]] = {}
    for at in values:
        for depth, part in enumerate(at):
            if isinstance(part, int):
                held.setdefault(at[:depth], set()).add(part)
    places = {at: {part: n for n, part in enumerate(sorted(parts))} for at, parts in held.items()}

    def closed(at: At) -> At:
        return tuple(
            places.get(at[:depth], {}).get(part, part) if isinstance(part, int) else part
            for depth, part in enumerate(at)
        )

    return closed


def _filled(values: Mapping[At, Value], gathering: Gathering, lexicon: Lexicon) -> Form[Evaluation]:
    flat: dict[At, Plain] = {at: value.text for at, value in values.items()}
    flat |= {at: list(words) for at, words in gathering.choices.items()}
    data: dict[str, Plain] = {"format": str(NEWEST), "status": Status.DRAFT.value}
    data |= _nested(flat)
    # Whoever has something to say of a value asks for its place, so it is read from a file.
    reading = source.read(source.write(data).encode(), _NAME)
    if reading.document is None:  # nothing can be said of its fields
        empty = source.Document(_NAME, {})
        told = reading.diagnostics
        return Form(empty, Evaluation, Language.CHINESE, None, told, lexicon=lexicon)
    return fill(reading.document, Evaluation, lexicon=lexicon)


def _units(values: Mapping[At, Value]) -> dict[At, Value]:
    """A stand-in for the unit of money where amounts are told and their unit is not.

    Lists print it once for all; each of a thousand items would ask for it by itself.
    """
    if _UNIT in values:
        return {}
    tables = {at[: at.index("funds") + 1] for at in values if "funds" in at}
    if all((*table, "unit") in values for table in tables):
        return {}
    return {_UNIT: Value(next(iter(Unit)).value, (), Confidence.DOUBTFUL)}


def _nested(flat: Mapping[At, Plain]) -> dict[str, Plain]:
    """Values by their paths as the data of a file; gaps in lists close up."""
    tree: dict[str | int, object] = {}
    for at, value in flat.items():
        here = tree
        for part in at[:-1]:
            here = here.setdefault(part, {})  # type: ignore[assignment]
        here[at[-1]] = value
    plain = _plain(tree)
    return plain if isinstance(plain, dict) else {}


def _plain(node: object) -> Plain:
    if not isinstance(node, dict):
        return node  # type: ignore[return-value]
    if node and all(isinstance(key, int) for key in node):
        return [_plain(node[key]) for key in sorted(node)]
    return {str(key): _plain(value) for key, value in node.items()}


def _whole(
    form: Form[Evaluation],
    values: Mapping[At, Value],
    stand_ins: Mapping[At, Value],
    gathering: Gathering,
) -> tuple[dict[str, Plain], list[At]]:
    """The record in Chinese, and what it must have and has not.

    A file that lacks something cannot be read; a stand-in is put there, and taken out again.
    """
    absent = list(stand_ins)
    for _ in range(_TRIES):
        lacking = [undotted(f.field) for f in form.diagnostics if f.rule == "missing-field"]
        if form.value is not None or not lacking:
            break
        # What items may take over from the document is asked for once.
        whole = [_UNIT if at[-2:] == _UNIT else at for at in lacking]
        absent += [at for at in dict.fromkeys(whole) if at not in absent]
        put = {at: stand_ins.get(at) or _stand_in(at, form.lexicon) for at in absent}
        form = _filled({**values, **put}, gathering, form.lexicon)
    if form.value is None:
        return {}, absent
    record = respelt(form, Language.CHINESE)
    for at in absent:
        _take_out(record, tuple(vocabulary(Evaluation).typed(at, Language.CHINESE)))
    return record, absent


def _stand_in(at: At, lexicon: Lexicon) -> Value:
    term = vocabulary(Evaluation).term(at)
    kinds = lexicon.words.get(term.listed, ())
    choice = next((one.value for one in term.choice or ()), "")
    text = kinds[0].name if kinds else choice or (_BLANK if term.prose else _NUMBER)
    return Value(text, (), Confidence.DOUBTFUL)


def _take_out(data: Plain, at: At) -> None:
    """Without the blocks that held nothing else."""
    here: Any = data
    way = [here := here[part] for part in at[:-1]]
    for part, block in zip(reversed(at), reversed([data, *way]), strict=True):
        if part == at[-1] or not block[part]:
            del block[part]


def _as_comments(lines: str) -> tuple[str, ...]:
    return tuple(f"# {line}" for line in lines.splitlines())


def rows_on_a_line(data: Plain, at: At = ()) -> Iterator[At]:
    """Entries of tables that hold nothing but words: a draft has them on a line each."""
    match data:
        case dict():
            for key, value in data.items():
                yield from rows_on_a_line(value, (*at, key))
        case list():
            for n, value in enumerate(data):
                if at[-1] in _TABLES and isinstance(value, dict) and _is_flat(value):
                    yield (*at, n)
                yield from rows_on_a_line(value, (*at, n))


def _is_flat(row: Mapping[str, Plain]) -> bool:
    if any(isinstance(value, dict | list) for value in row.values()):
        return False
    signs = "".join(f"{key}{value}----" for key, value in row.items())
    return sum(1 + (east_asian_width(sign) in "WFA") for sign in signs) <= _WIDTH


_TABLES = frozenset(("明细", "下级", "指标", "机构", "按用途", "按年度", "按地区"))
"""Lists whose short entries stand on a line each."""


def _comments(opened: list[Open]) -> list[str]:
    """At the head of the file, what is left to be decided."""
    lines = ["导入的草稿：请对照原件逐项核对；没有确定的内容列在同名的网页里。"]
    for one in opened:
        readings = "；".join(one.readings)
        lines.append(f"待定：{chinese(one.at)}，原文“{' '.join(readings.split())}”，{one.reason}")
    return lines


def chinese(at: At) -> str:
    """A path in the words of a record: `指标第1项 · 下级第2项 · 得分`."""
    words: list[str] = []
    for part in vocabulary(Evaluation).typed(at, Language.CHINESE):
        if isinstance(part, int):
            words[-1] = f"{words[-1]}第{part + 1}项"
        else:
            words.append(part)
    return " · ".join(words)
