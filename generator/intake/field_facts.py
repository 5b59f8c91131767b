"""What whoever fills a field in wants to know of it: how it is written, which words, an example."""

from collections.abc import Sequence

from generator.schema.languages import Language
from generator.schema.lexicon import Lexicon, Word
from generator.schema.vocabulary import Term, spelt, vocabulary
from generator.source import Plain
from generator.values.notations import WHOLE_NOTATION

_ROW = "一组“键: 内容”"
_FIRST = 2
"""How many fields an example of a block shows where none must be filled in."""


def form_of(term: Term, lexicon: Lexicon) -> str:
    """How a value is written, in a few words, an example of numbers and dates among them."""
    if term.columns:
        return "每栏一行“栏目: 内容”"
    one = term.notation.expected + (f"，{term.bounds}" if term.bounds else "")
    if term.model is not None:
        one = _ROW
    elif term.choice is not None or lexicon.words.get(term.listed):
        one = "从下列的词中选一个"
    return f"列表，每项是{one}" if term.many else one


def choices_of(term: Term, language: Language, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words that a value must be, or may be where others are allowed too."""
    if term.choice is not None:
        return tuple(Word(choice.label, spelt(choice, Language.ENGLISH)) for choice in term.choice)
    listed: Sequence[Word] = (
        lexicon.words.get(term.listed) or lexicon.suggestions.get(term.listed) or ()
    )
    return tuple({word.spelt(language): word for word in listed}.values())


def sample_of(term: Term, language: Language, lexicon: Lexicon) -> Plain:
    """A value as a file of this language may hold it; None where the explanation shows one."""
    one = _one(term, language, lexicon)
    return [one] if term.many and one is not None else one


def _one(term: Term, language: Language, lexicon: Lexicon) -> Plain:
    if term.model is not None:
        return _block(term, language, lexicon)
    if words := choices_of(term, language, lexicon):
        shown = (word for word in words if term.example in (word.label, word.name))
        return next(shown, words[0]).spelt(language)
    if term.columns or term.example:
        return term.example or None
    if term.bounds is not None and term.notation is WHOLE_NOTATION:
        return str(term.bounds.low)
    return term.notation.example or None


def _block(term: Term, language: Language, lexicon: Lexicon) -> Plain:
    """The fields that must be filled in, else the first ones."""
    terms = tuple(vocabulary(term.model).terms.values()) if term.model else ()
    plain = tuple(inner for inner in terms if inner.model is None)
    shown = tuple(inner for inner in terms if inner.required) or (plain or terms)[:_FIRST]
    values = {inner.key(language): sample_of(inner, language, lexicon) for inner in shown}
    return {key: value for key, value in values.items() if value is not None} or None
