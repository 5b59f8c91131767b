"""What was gathered becomes the draft of a record, which the reader of records loads."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import source
from generator.binding.filling import Form, fill
from generator.binding.opening import NEWEST
from generator.binding.standard import standard
from generator.importers.ledger import Gathering, Open, Value
from generator.model.documents import Status
from generator.model.evaluation import Evaluation
from generator.schema.languages import Language
from generator.schema.lexicon import Lexicon
from generator.schema.vocabulary import Term, vocabulary
from generator.source import At, Plain, undotted

_NAME = "import"
_TRIES = 50
"""Each takes away at least one value that the reader of records refuses."""
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
    form = _filled(values, gathering, lexicon)
    for _ in range(_TRIES):
        refused = [
            at for fault in form.diagnostics if (at := _refused(undotted(fault.field), values))
        ]
        if form.value is not None or not refused:
            break
        faults = {_refused(undotted(f.field), values): f.message for f in form.diagnostics}
        for at in dict.fromkeys(refused):
            value = values.pop(at)
            opened.append(Open(at, (value.text,), value.spans, faults[at]))
        form = _filled(values, gathering, lexicon)
    comments = _comments(opened)
    text = _standard(form, comments) if form.value else ""
    missing = (
        () if form.value else tuple(dict.fromkeys(fault.message for fault in form.diagnostics))
    )
    words = {word.name: word.label for word in lexicon.words.get("kinds", ())}
    closed = _closing(values)
    if not text:
        comments += [f"还缺：{message}" for message in missing]
        text = source.write(_respelt(form), {(): "\n".join(comments)})
    reading = source.read(text.encode(), _NAME).document
    record = reading.data if reading else {}
    return Draft(
        form.value, record, {closed(at): value for at, value in values.items()},
        tuple(replace(one, at=closed(one.at)) for one in opened), words, missing,
        text,
    )  # fmt: skip


def _term(at: At) -> Term | None:
    try:
        return vocabulary(Evaluation).term(at)
    except KeyError:
        return None


def _closing(values: Iterable[At]) -> Callable[[At], At]:
    """How paths change where entries of a list hold nothing and are left out."""
    held: dict[At, list[int]] = {}
    for at in values:
        for depth, part in enumerate(at):
            if isinstance(part, int) and part not in held.setdefault(at[:depth], []):
                held[at[:depth]].append(part)

    def closed(at: At) -> At:
        return tuple(
            sum(n < part for n in held.get(at[:depth], ())) if isinstance(part, int) else part
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
    document = reading.document or source.Document(_NAME, {})
    return fill(document, Evaluation, lexicon=lexicon)


def _refused(at: At, values: Mapping[At, Value]) -> At | None:
    """The value that a fault is about, if it is one; what is missing is none."""
    return at if at in values else None


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


def _respelt(form: Form[Evaluation]) -> dict[str, Plain]:
    """A record that cannot be read yet, in Chinese keys as far as they are known."""
    terms = vocabulary(Evaluation)

    def block(data: Plain, at: At) -> Plain:
        if isinstance(data, dict):
            return {
                str(next(iter(list(terms.typed((*at, key), Language.CHINESE))[-1:]), key)): block(
                    value, (*at, key)
                )
                for key, value in data.items()
            }
        if isinstance(data, list):
            return [block(value, (*at, n)) for n, value in enumerate(data)]
        return data

    found = block(form.document.data, ())
    return found if isinstance(found, dict) else {}


def _standard(form: Form[Evaluation], comments: Sequence[str]) -> str:
    """The file in its standard form, short rows on one line each."""
    inline = frozenset(_rows(form.document.data, ()))
    layout = source.Layout({(): tuple(f"# {line}" for line in comments)}, inline=inline)
    english = source.write(form.document.data, layout)
    reading = source.read(english.encode(), _NAME)
    if reading.document is None:
        return ""
    again = fill(reading.document, Evaluation, lexicon=form.lexicon)
    return standard(again, english.encode(), Language.CHINESE) if again.value else ""


def _rows(data: Plain, at: At) -> Iterator[At]:
    """Entries of lists that hold nothing but words."""
    match data:
        case dict():
            for key, value in data.items():
                yield from _rows(value, (*at, key))
        case list():
            for n, value in enumerate(data):
                if at[-1] in _TABLES and isinstance(value, dict) and _is_flat(value):
                    yield (*at, n)
                yield from _rows(value, (*at, n))


def _is_flat(row: Mapping[str, Plain]) -> bool:
    return not any(isinstance(value, dict | list) for value in row.values())


_TABLES = frozenset(("rows", "children", "indicators", "bodies", "by_use", "by_year", "by_place"))


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
