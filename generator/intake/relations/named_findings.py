"""The problems that a record names by their ids: `[w1, w2]`, and what is typed for that."""

import re
from collections.abc import Collection, Iterator, Sequence

from generator.binding.filling import Form
from generator.binding.reshaping import parts, told_in_words
from generator.diagnostics import Diagnostic, Fix
from generator.model.evaluation import Evaluation
from generator.source import At
from generator.values.lookalikes import as_typed, told
from generator.values.text import shown

_RANGE = re.compile(r"(?P<first>\S{1,40}?)\s?(?:至|到|[-—–~～…]{1,2}|\.{2,6})\s?(?P<last>\S{1,40})")


def unknown(
    form: Form[Evaluation], at: At, names: Sequence[str], known: Collection[str], what: str,
    otherwise: str = "",
) -> Iterator[Diagnostic]:  # fmt: skip
    """The names in the list at a path that no problem has; `what` begins the message."""
    for n, name in enumerate(names):
        if name in known:
            continue
        here: At = (*at, n)
        meant, is_sure = _meant(name, tuple(known))
        answer = f"请写成「[{', '.join(meant)}]」；" if meant and is_sure else ""
        yield form.fault(
            "unknown-finding", here, f"{what}「{shown(name)}」不存在{told(name)}",
            f"{answer}已有的问题编号：{'、'.join(known) or '无'}{otherwise}",
            found=shown(name), fixes=(_fix(form, here, meant, is_sure=is_sure),),
        )  # fmt: skip


def _meant(name: str, known: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """The problems that were probably named, and whether no others can be."""
    if in_words := told_in_words(name, known):
        return in_words, True
    by_name = {one.casefold(): one for one in known}
    words = tuple(by_name.get(as_typed(part).casefold(), "") for part in parts(name))
    if words and all(words):
        return tuple(dict.fromkeys(words)), True
    ends = _RANGE.fullmatch(as_typed(name).strip())
    first, last = (
        (by_name.get(ends[end].casefold()) for end in ("first", "last")) if ends else (None, None)
    )
    if first and last and known.index(first) < known.index(last):
        return tuple(known[known.index(first) : known.index(last) + 1]), False
    return (), False


def _fix(form: Form[Evaluation], at: At, names: Sequence[str], *, is_sure: bool) -> Fix | None:
    """Each as an item of its own, in brackets or on its own line."""
    if not names:
        return None
    document, typed = form.document, form.typed(at)
    dash = f"\n{' ' * (document.location(typed).column - 3)}- "
    on_lines = document.raw_fix(typed, dash.join(names), is_sure=is_sure)
    return on_lines or document.raw_fix(typed, ", ".join(names), is_sure=is_sure)
