"""A field as a page of text: what to fill in, how, with which words, and where it stands."""

from collections.abc import Iterator, Mapping, Sequence

import click

from generator.intake.field_facts import choices_of, form_of, sample_of
from generator.intake.field_pages import FieldBook, FieldPage, Place
from generator.schema.languages import Language
from generator.schema.lexicon import DeclaredColumn, Word
from generator.source import Plain, write

_PLACES = 6
"""How many further places of one field are named."""
_RELATED = 10
"""How many fields are listed that only say the words."""


def show(
    pages: Sequence[FieldPage], columns: Sequence[DeclaredColumn], book: FieldBook, asked: str
) -> None:
    """The nearest field in full, then where others of the same name stand."""
    language = Language.ENGLISH if asked.isascii() else Language.CHINESE
    texts = [_text(page, book, language) for page in pages[:1]]
    texts += ["\n".join(_column(column, language)) for column in columns]
    click.echo("\n\n".join(texts))
    if others := pages[1:]:
        click.echo("\n同名的栏目（写出路径可以看到说明）：")
        _list(others, language)


def show_related(pages: Sequence[FieldPage], *, after: bool) -> None:
    """Fields that have to do with the words, one a line; `after` says that something precedes."""
    if pages:
        if after:
            click.echo()
        click.echo("有关的栏目（gongkai explain 名称或路径）：")
        _list(pages[:_RELATED], Language.CHINESE)


def _list(pages: Sequence[FieldPage], language: Language) -> None:
    for page in pages:
        click.echo(f"{_placed(page.first, language)}  {page.term.description}")


def _text(page: FieldPage, book: FieldBook, language: Language) -> str:
    term, other = page.term, language.other
    head = [
        f"{term.key(language)}（{term.key(other)}）",
        f"{_placed(page.first, language)}（{page.first.path(other)}）",
        "",
    ]
    facts = {
        "填写": term.description,
        "形式": form_of(term, book.lexicon),
        "单位": term.unit,
        "必填": "是" if term.required else "",
        "可选": "、".join(_words(choices_of(term, language, book.lexicon), language)),
        "示例": _example(term.key(language), sample_of(term, language, book.lexicon)),
        **_kinds(page, book),
        "也在": "、".join(_others(page, language)),
    }
    inside = [f"  {inner.key(language)}  {inner.description}" for inner in page.inside]
    listed = ["", "其中可以填写：", *inside] if inside else []
    return "\n".join([*head, *_facts(facts), *listed])


def _column(column: DeclaredColumn, language: Language) -> Iterator[str]:
    other = column.key(language.other)
    yield f"{column.key(language)}（{other}）"
    yield f"评价记录的 {column.place}，写在“其他栏”里"
    yield ""
    choices = "、".join(column.choices)
    sample = (*column.choices, column.notation.example)[0]
    yield from _facts(
        {
            "填写": column.description,
            "形式": "从下列的词中选一个或几个" if choices else column.notation.expected,
            "单位": column.unit,
            "可选": choices,
            "示例": _example(
                "其他栏" if language is Language.CHINESE else "extra",
                {column.key(language): sample} if sample else None,
            ),
        }
    )


def _facts(facts: Mapping[str, str]) -> Iterator[str]:
    return (f"{name}：{text}" for name, text in facts.items() if text)


def _words(words: Sequence[Word], language: Language) -> Iterator[str]:
    return (word.spelt(language) for word in words)


def _example(key: str, sample: Plain) -> str:
    """The lines of a file; several begin below."""
    if not sample:
        return ""
    lines = write({key: sample}).splitlines()
    return lines[0] if len(lines) == 1 else "".join(f"\n  {line}" for line in lines)


def _kinds(page: FieldPage, book: FieldBook) -> Mapping[str, str]:
    """Which kinds of documents have the part that the field belongs to."""
    always, often = book.kinds_with(page)
    parts = [
        f"{'、'.join(always)}必有" if always else "",
        f"{'、'.join(often)}常有" if often else "",
    ]
    part = page.first.terms[0].label
    return {f"“{part}”这一部分": "；".join(filter(None, parts))}


def _placed(place: Place, language: Language) -> str:
    return f"{place.kind.label}的 {place.path(language)}"


def _others(page: FieldPage, language: Language) -> list[str]:
    further = [place.path(language) for place in page.places[1:]]
    left = len(further) - _PLACES
    return further[:_PLACES] + ([f"等 {len(page.places)} 处"] if left > 0 else [])
