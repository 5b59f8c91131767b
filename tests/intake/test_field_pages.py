"""Every field can be asked for: by its name, in either language, or by any part of its path."""

from itertools import chain

import pytest
from helpers.filling import LEXICON

from generator.binding.filling import fill
from generator.intake import declarations
from generator.intake.field_facts import choices_of, form_of, sample_of
from generator.intake.field_pages import FieldBook, FieldPage
from generator.intake.kinds import KINDS, PUBLISHER, RECORD
from generator.schema.languages import Language
from generator.schema.lexicon import DeclaredColumn, Lexicon
from generator.source import Document
from generator.values.notations import TEXT, UnreadableError

DECLARED = declarations.built_in()
BOOK = FieldBook(DECLARED.lexicon, DECLARED.kinds)
OF_RECORDS = [page for page in BOOK.pages if page.first.kind is RECORD]


def at(page: FieldPage) -> str:
    return f"{page.first.kind.name} {page.first.path(Language.CHINESE)}"


@pytest.mark.parametrize("language", Language)
def test_a_whole_path_finds_its_field(language: Language) -> None:
    lost = []
    for page in BOOK.pages:
        found = BOOK.named(page.first.path(language))
        if page.first not in chain.from_iterable(other.places for other in found):
            lost.append(at(page))
    assert len(BOOK.pages) > 200
    assert lost == []


def test_every_field_says_how_it_is_written() -> None:
    for page in BOOK.pages:
        assert form_of(page.term, BOOK.lexicon), at(page)
        assert page.term.description, at(page)
        assert bool(page.inside) is (page.term.model is not None), at(page)


def test_every_field_of_a_record_shows_what_may_be_typed() -> None:
    silent = [
        at(page)
        for page in BOOK.pages
        if page.first.kind is RECORD
        and not page.term.columns
        and not sample_of(page.term, Language.CHINESE, BOOK.lexicon)
        and "如 " not in page.term.description
    ]
    assert silent == []


def test_numbers_and_dates_that_are_shown_can_be_read() -> None:
    for page in BOOK.pages:
        term = page.term
        sample = sample_of(term, Language.CHINESE, BOOK.lexicon)
        if term.model is not None or term.choice is not None or term.notation is TEXT:
            continue
        (text,) = sample if isinstance(sample, list) else [sample]
        try:
            value = term.notation.read(str(text))
        except UnreadableError as error:
            pytest.fail(f"{at(page)} {text}: {error.expected}")
        within = term.bounds is None or term.bounds.low <= float(str(value)) <= term.bounds.high
        assert within or page.first.kind is not RECORD, at(page)


@pytest.mark.parametrize("language", Language)
def test_the_example_of_a_block_can_be_filled_in(language: Language) -> None:
    blocks = [page.term for page in BOOK.pages if page.first.kind is not PUBLISHER and page.inside]
    assert len(blocks) > 30
    for term in blocks:
        sample = sample_of(term, language, BOOK.lexicon)
        one = sample[0] if isinstance(sample, list) else sample
        assert term.model is not None
        assert isinstance(one, dict), term.name
        form = fill(Document("a.yml", one), term.model, lexicon=BOOK.lexicon)
        faults = {fault.rule for fault in form.diagnostics} - {"unknown-rule"}
        assert faults == set(), (term.name, form.diagnostics)


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("得分", "指标.得分"),
        ("score", "指标.得分"),
        ("资金.明细.来源", "资金.明细.来源"),
        ("资金.来源", "资金.明细.来源"),
        ("资金·明细·来源：", "资金.明细.来源"),
        ("funds.unit", "资金.单位"),
        ("Funds > Unit", "资金.单位"),
        ("资金 单位", "资金.单位"),
        ("问题.0.内容", "问题.内容"),
        ("指标.下级.下级.得分", "指标.得分"),
        ("分项.资金.单位", "资金.单位"),
        ("分项", "分项"),
        ("下级", "指标.下级"),
        ("资金.明细.其中.支出", "资金.明细.支出"),
        ("部门.简称", "部门.简称"),
    ],
)
def test_a_name_or_a_part_of_a_path_finds_the_nearest(typed: str, path: str) -> None:
    assert BOOK.named(typed)[0].first.path(Language.CHINESE) == path


@pytest.mark.parametrize("typed", ["", ".", "0", "没有的", "指标.没有的", "得分.资金"])
def test_what_is_no_field_finds_none(typed: str) -> None:
    assert BOOK.named(typed) == ()


def test_one_declaration_at_several_places_is_one_page() -> None:
    (page, *_) = BOOK.named("支出")
    paths = {place.path(Language.CHINESE) for place in page.places}
    assert {"资金.明细.支出", "资金.按用途.支出", "资金.合计.支出"} <= paths


def test_the_kinds_that_have_a_part_are_told_apart() -> None:
    always, often = BOOK.kinds_with(BOOK.named("期间.自")[0])
    assert "运行监控" in always
    assert set(always) & set(often) == set()
    always, often = BOOK.kinds_with(BOOK.named("指标.得分")[0])
    assert "运行监控" not in {*always, *often}


def test_words_to_choose_from_lead_to_their_field() -> None:
    assert BOOK.saying("定性")[-1].term.name == "operator"
    assert BOOK.saying("单位自评")[0].term.name == "evaluation_type"
    kinds = choices_of(BOOK.named("评价类型")[0].term, Language.CHINESE, BOOK.lexicon)
    assert [word.label for word in kinds] == [kind.name for kind in DECLARED.kinds]


def test_columns_that_forms_add_are_found_by_both_names() -> None:
    assert [column.name for column in BOOK.columns("债券期限")] == ["bond_term"]
    assert [column.label for column in BOOK.columns("bond_term")] == ["债券期限"]
    book = FieldBook(LEXICON, ())
    assert all(book.columns(column.label) for column in _every(LEXICON))


def _every(lexicon: Lexicon) -> list[DeclaredColumn]:
    return [column for columns in lexicon.columns.values() for column in columns]


def test_all_kinds_of_files_are_there() -> None:
    assert {page.first.kind for page in BOOK.pages} == set(KINDS)
