"""What the comments of a draft offer can be typed as it stands there."""

import re
from itertools import product

import pytest
from helpers.filling import models

from generator.binding.filling import fill
from generator.model.evaluation import Evaluation
from generator.scaffold.blank_form import BlankForm
from generator.schema.fields import Model
from generator.schema.languages import Language
from generator.schema.vocabulary import Term, vocabulary
from generator.source import read, scalar

CHOICES = [
    pytest.param(model, term, language, id=f"{term.name}-{language.value}")
    for model in sorted(models(Evaluation, set()), key=lambda model: model.__name__)
    for term, language in product(vocabulary(model).terms.values(), Language)
    if term.choice
]


@pytest.mark.parametrize(("model", "term", "language"), CHOICES)
def test_every_word_offered_is_read(model: type[Model], term: Term, language: Language) -> None:
    explanation = BlankForm(language).explanation(term)
    offered = re.search("。可选：(.*)", explanation)
    words = offered[1].split("、") if offered else list(map(scalar, term.words(language)))
    assert len(words) == len(term.words(language))
    for word in words:
        assert word in explanation
        reading = read(f"{term.key(language)}: {word}\n".encode(), "a.yml")
        assert reading.document is not None
        assert reading.diagnostics == ()
        faults = fill(reading.document, model).diagnostics
        assert {fault.rule for fault in faults} <= {"missing-field"}
