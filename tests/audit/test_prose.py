"""All texts of a record in one: what is searched, and that it stands where it was typed."""

import re
from collections.abc import Iterator, Mapping

from helpers import showcase
from hypothesis import example, given
from hypothesis import strategies as st

from generator.audit.dossier.prose import prose_of
from generator.audit.dossier.quantities import sentence_of
from generator.audit.dossier.rows import Text, texts_of
from generator.privacy.closing import closed
from generator.source import At
from generator.values.sentences import said_before
from generator.values.text import half_width

texts = st.lists(
    st.text(st.sampled_from("甲元1３，％@＠\n \u200b\u0301①×Ｘ"), max_size=25).map(
        lambda text: Text((text,), text)
    ),
    max_size=6,
)
ANY = re.compile(r"[^\n]")


@given(texts)
def test_passages_are_as_long_as_typed_and_folded(typed: list[Text]) -> None:
    found = list(prose_of(typed).holding(ANY))
    assert [passage.typed for passage in found] == [t.text for t in typed if t.text.strip("\n")]
    assert all(passage.plain == half_width(passage.typed) for passage in found)


@given(texts)
@example([Text((), "1" * 17 + "×"), Text((), "a")])
@example([Text((), "1" * 17), Text((), "×")])
def test_closed_passages_are_their_texts_closed(typed: list[Text]) -> None:
    found = {passage.path: passage.plain for passage in prose_of(typed).closed().holding(ANY)}
    due = {text.path: closed(text.text).text for text in typed}
    assert found == {path: text for path, text in due.items() if text.strip("\n")}


@given(texts)
def test_money_is_looked_for_in_the_texts_with_its_sign(typed: list[Text]) -> None:
    found = [passage.typed for passage in prose_of(typed).of_money]
    assert found == [text.text for text in typed if "元" in text.text]


@given(texts)
def test_signs_and_figures_are_looked_for_in_the_texts_that_hold_them(typed: list[Text]) -> None:
    prose = prose_of(typed)
    for sign in "元%甲":
        holding = [text.text for text in typed if sign in half_width(text.text)]
        assert [passage.typed for passage in prose.with_sign(sign)] == holding
    fields = {step for text in typed for step in text.path[:1] if isinstance(step, str)}
    for wanted in (frozenset(fields), frozenset(sorted(fields)[:1]), frozenset[str]()):
        with_figures = [
            text.text
            for text in typed
            if wanted & {*text.path} and re.search("[0-9]", half_width(text.text))
        ]
        assert [passage.typed for passage in prose.with_figures(wanted)] == with_figures
        within = [text.text for text in typed if text.path[0] in wanted]
        assert [passage.typed for passage in prose.within(wanted)] == within


@given(st.text(st.sampled_from("甲1。；;！\n，"), max_size=30), st.integers(0, 30))
def test_a_sentence_is_what_stands_between_its_ends(text: str, at: int) -> None:
    at = min(at, len(text))
    ends = "。；;！!？?\n"
    start = max((n + 1 for n, sign in enumerate(text[:at]) if sign in ends), default=0)
    end = next((n for n, sign in enumerate(text) if n >= at and sign in ends), len(text))
    assert sentence_of(text, at) == text[start:end]
    assert said_before(text, at) == text[start:at]


def test_no_text_of_a_record_is_passed_over() -> None:
    for record in showcase.loaded().records:
        told = [(text.path, text.text) for text in texts_of(record.evaluation, ())]
        assert told == list(_every(record.evaluation.model_dump(), ()))


def _every(value: object, path: At) -> Iterator[tuple[At, str]]:
    """Every text of plain data, however it is declared; choices are none."""
    if type(value) is str:
        if value:
            yield path, value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _every(part, (*path, name))
    elif isinstance(value, (list, tuple)):
        for n, part in enumerate(value):
            yield from _every(part, (*path, n))


def test_a_match_is_quoted_as_it_was_typed() -> None:
    [passage] = prose_of([Text(("note",), "支出３９２万元，结余８万元")]).holding(re.compile("392"))
    match = re.compile(r"\d+万元,").search(passage.plain)
    assert match is not None
    assert passage.quoted(match) == "３９２万元，"
    assert [[str(one.amount) for one in told] for _, told in passage.told] == [["392万元", "8万元"]]
