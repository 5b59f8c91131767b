"""Persons kept out of a draft: numbers, telephones, names behind a label, anywhere."""

import re
from dataclasses import replace

from generator.importers.ledger import Gathering, Role, Span
from generator.privacy.numbers import numbers
from generator.privacy.signs import signs

_LANDLINE = re.compile(r"(?<![0-9-])0[1-9][0-9]{1,2}\s?[-—–]\s?[2-9][0-9]{6,7}(?![0-9])")
_PERSON = re.compile(
    r"(?:项目)?(?:负责人|联系人|填报人|填表人|经办人|审核人|复核人|主评人)(?:（签[字章]）)?\s?[：:]\s?"
    r"[\u4e00-\u9fff]{1}[\u4e00-\u9fff\s]{1,4}(?=[\s，,。；;、（(]|电话|联系|手机|$)"
)
_CONTACT = ("disclosure", "contact")
_HIDDEN = "***"


def keep_out(gathering: Gathering) -> None:
    """Take what is about a person out of every value; the places are noted as left out."""
    for at, value in list(gathering.values.items()):
        found = _sightings(value.text)
        if not found or at == _CONTACT:
            continue
        for span in value.spans:
            typed = gathering.ledger.text(span)
            for start, end in _sightings(typed):
                out = Span(span.piece, span.start + start, span.start + end)
                gathering.ledger.claim(out, Role.LEFT_OUT)
        text = value.text
        for start, end in reversed(found):
            text = f"{text[:start]}{_HIDDEN}{text[end:]}"
        if text.strip(f" {_HIDDEN}"):
            gathering.values[at] = replace(value, text=text)
        else:
            del gathering.values[at]


def _sightings(text: str) -> list[tuple[int, int]]:
    """Where a text is about a person, in order and apart from one another."""
    places = [(s.start, s.end) for s in (*numbers(text), *signs(text))]
    places += [match.span() for pattern in (_LANDLINE, _PERSON) for match in pattern.finditer(text)]
    apart: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
