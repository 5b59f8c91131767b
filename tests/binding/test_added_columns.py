"""Columns that a form adds: read, placed, put into standard form and into the other language."""

from dataclasses import dataclass

import pytest
from helpers.thorough import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.binding.filling import Form, fill
from generator.binding.standard import standard
from generator.model.evaluation import Evaluation
from generator.schema.languages import Language
from generator.schema.lexicon import DeclaredColumn, Lexicon
from generator.source import At, Layout, Plain, layout_of, read, write
from generator.values.notations import (
    DAY_NOTATION,
    MONEY_NOTATION,
    NUMBER_NOTATION,
    PERCENT_NOTATION,
    TEXT,
)

ZH, EN = Language.CHINESE, Language.ENGLISH
PLACES = ("project", "funds", "indicators", "rectification")
COLUMNS = (
    DeclaredColumn("受益村数", "villages", NUMBER_NOTATION, unit="个"),
    DeclaredColumn("总投资", "total_investment", MONEY_NOTATION),
    DeclaredColumn("完成率", "completion_rate", PERCENT_NOTATION),
    DeclaredColumn("开工日期", "started", DAY_NOTATION),
    DeclaredColumn("预警", "alert", TEXT, ("红", "黄")),
    DeclaredColumn("名称", "name", TEXT),
)
LEXICON = Lexicon(columns=dict.fromkeys(PLACES, COLUMNS))
CELLS: dict[str, st.SearchStrategy[Plain]] = {
    "受益村数": st.sampled_from(["12", "１２", "1,200"]),
    "总投资": st.sampled_from(["9.50", "-0.02", "３"]),
    "完成率": st.sampled_from(["98%", "98.50 %", "９８％"]),
    "开工日期": st.sampled_from(["2024-03-01", "2024年3月1日"]),
    "预警": st.sampled_from(["红", ["红", "黄"], ["黄"]]),
    "名称": st.sampled_from(["甲", "true", "# 甲", "12"]),
    "另有一栏": st.sampled_from(["甲", ["甲", "乙"], "１２"]),
}
BY_LABEL = {column.label: column for column in COLUMNS}


@dataclass(frozen=True)
class File:
    """A record in one language, its added columns named in that language or the other."""

    content: bytes
    language: Language

    @property
    def form(self) -> Form[Evaluation]:
        return form_of(self.content)


def form_of(content: bytes) -> Form[Evaluation]:
    document = read(content, "a.yml").document
    assert document is not None
    return fill(document, Evaluation, lexicon=LEXICON)


def put(content: bytes, language: Language) -> bytes:
    return standard(form_of(content), content, language).encode()


def sides(language: Language, *names: str) -> tuple[str, ...]:
    pairs = {
        "extra": "其他栏", "project": "项目", "name": "名称", "indicators": "指标",
        "children": "下级", "funds": "资金", "rows": "明细", "source": "来源", "unit": "单位",
    }  # fmt: skip
    return tuple(pairs[name] if language is ZH else name for name in names)


@st.composite
def blocks(draw: st.DrawFn, language: Language) -> dict[str, Plain]:
    """Columns in any order, each under one of its names."""
    labels = draw(st.lists(st.sampled_from(sorted(CELLS)), unique=True, max_size=5))
    keys = {}
    for label in labels:
        column = BY_LABEL.get(label)
        written = draw(st.sampled_from([language, language, language.other]))
        keys[column.key(written) if column else label] = draw(CELLS[label])
    return keys


@st.composite
def files(draw: st.DrawFn) -> File:
    language = draw(st.sampled_from(Language))
    head: dict[str, Plain] = (
        {"格式": "2", "状态": "草稿", "标题": "甲", "评价类型": "单位自评"}
        if language is ZH
        else {"format": "2", "status": "draft", "title": "甲", "evaluation_type": "单位自评"}
    )
    extra, project, name, rows, below, funds, sources, source, unit = sides(
        language, "extra", "project", "name", "indicators", "children", "funds", "rows", "source",
        "unit",
    )  # fmt: skip
    of = blocks(language)
    yuan = "万元" if language is ZH else "wan_yuan"
    leaf: Plain = {name: "丙", extra: draw(of)}
    data: dict[str, Plain] = {
        **head,
        project: {name: "甲", extra: draw(of)},
        funds: {unit: yuan, sources: [{source: "市级", extra: draw(of)}]},
        rows: [{name: "乙", extra: draw(of), below: [leaf]}],
    }
    every = paths(data)
    comments = st.lists(st.sampled_from(["# 甲", "#乙"]), max_size=2).map(tuple)
    layout = Layout(
        draw(st.dictionaries(st.sampled_from(every), comments, max_size=6)),
        draw(st.dictionaries(st.sampled_from(every), comments, max_size=6)),
        inline=frozenset(draw(st.sets(st.sampled_from(every), max_size=4))),
    )
    return File(write(data, layout).encode(), language)


def paths(data: Plain, at: At = ()) -> list[At]:
    """All paths below a block."""
    members: list[tuple[str | int, Plain]] = []
    if isinstance(data, dict | list):
        members = list(data.items() if isinstance(data, dict) else enumerate(data))
    own = [at] if at else []
    return [*own, *(path for key, value in members for path in paths(value, (*at, key)))]


def labels(form: Form[Evaluation]) -> list[list[str]]:
    """The labels of the added columns in the order of the file, block by block."""
    assert form.value is not None
    project, funds = form.value.project, form.value.funds
    assert project is not None
    assert funds is not None
    rows = [row for top in form.value.indicators for row in top.tree()]
    extras = (project.extra, *(f.extra for f in funds.rows), *(row.extra for row in rows))
    return [list(extra) for extra in extras]


@settings(max_examples=examples(150), deadline=None)
@given(files())
def test_there_and_back_keeps_values_order_and_comments(file: File) -> None:
    form = file.form
    assert form.value is not None, form.diagnostics
    tidy = put(file.content, file.language)
    there = put(file.content, file.language.other)
    for text in (tidy, there):
        assert form_of(text).value == form.value
        assert labels(form_of(text)) == labels(form)
        assert layout_of(text).comments == layout_of(file.content).comments
    assert form_of(there).language is file.language.other
    assert put(there, file.language) == tidy
    assert put(tidy, file.language) == tidy


@settings(max_examples=examples(60), deadline=None)
@given(files())
def test_a_file_in_standard_form_names_columns_in_its_language(file: File) -> None:
    for language in Language:
        text = put(file.content, language)
        form = form_of(text)
        document = form.document.data
        typed = {str(part) for path in paths(document) for part in path}
        for column in COLUMNS:
            if column.label != "名称":  # the key of a field too
                assert column.key(language.other) not in typed


@settings(max_examples=examples(100), deadline=None)
@given(files())
def test_every_cell_is_found_where_it_was_typed(file: File) -> None:
    form = file.form
    assert form.value is not None
    project = form.value.project
    assert project is not None
    for at, extra in [
        (("project", "extra"), project.extra),
        (("indicators", 0, "extra"), form.value.indicators[0].extra),
        (("indicators", 0, "children", 0, "extra"), form.value.indicators[0].children[0].extra),
    ]:
        for label in extra:
            typed = form.typed((*at, label))
            assert form.location((*at, label)) == form.document.location(typed)
            assert typed in paths(form.document.data)
            column = BY_LABEL.get(label)
            assert typed[-1] in ({column.label, column.name} if column else {label})


@pytest.mark.parametrize("key", ["total_investment", "总投资"])
def test_a_message_names_the_place_and_the_key_as_typed(key: str) -> None:
    row = f"project: {{name: 甲, extra: {{{key}: 很多}}}}\n"
    text = f"format: 2\nstatus: draft\ntitle: 甲\nevaluation_type: 单位自评\n{row}"
    [fault] = form_of(text.encode()).diagnostics
    assert fault.rule == "unreadable-number"
    assert fault.field == "project.extra.总投资"
    assert fault.spelt == f"project.extra.{key}"
    assert (fault.location.line, fault.location.column) == (5, row.index("很多") + 1)


@pytest.mark.parametrize("typed", ["15年", "[15年]"])
def test_a_block_is_asked_for_in_words_of_the_reader(typed: str) -> None:
    text = (
        f"格式: 2\n状态: 草稿\n标题: 甲\n评价类型: 单位自评\n项目: {{名称: 甲, 其他栏: {typed}}}\n"
    )
    [fault] = form_of(text.encode()).diagnostics
    assert fault.rule == "wrong-shape"
    assert fault.message == "「其他栏」中应填写一组「键: 值」"
