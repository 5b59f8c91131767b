"""A form laid out: its head, its tables, room for problems and advice."""

from collections.abc import Iterator, Sequence

from generator.importers.handed import head
from generator.importers.handed.asked import Asked
from generator.importers.handed.boxes import Field, Sheet, field_of
from generator.importers.handed.listed import Listed
from generator.importers.handed.money import Money
from generator.importers.handed.rectified import Rectified
from generator.importers.handed.scores import Scores
from generator.model.evaluation import Evaluation
from generator.model.findings import Finding, Recommendation, UseOfResults
from generator.model.items import Item
from generator.model.kinds import Block, Timing
from generator.schema.vocabulary import vocabulary

_NARROWEST = 6
_LISTS = (
    ("findings", "存在问题", "问题{}：", Finding),
    ("recommendations", "改进建议", "建议{}：", Recommendation),
    ("uses", "结果应用", "", UseOfResults),
)
_NUMBERED = "每条前写序号，如 {}"


def laid_out(asked: Asked, year: str, record: head.Record) -> Sheet:
    """The form of a kind and a frame; an empty record leaves it empty.

    The record is in Chinese keys.
    """
    money, scores = Money.of(asked, record), Scores.of(asked, record)
    rectified, listed = Rectified.of(asked, record), Listed.of(asked, record)
    tables = (money, scores, rectified, listed)
    sheet = Sheet(max(_NARROWEST, *(table.width for table in tables)))
    title = head.text(record, vocabulary(Evaluation).terms["title"].label)
    sheet.wide(title or asked.kind.wording.document, is_name=True)
    pairs = [
        *head.of_document(asked.kind, asked.frame, year, record, asked.columns),
        *head.of_money(asked.kind, record),
        *head.of_objective(asked.kind, record),
    ]
    if not scores.has_totals:
        pairs += head.of_result(asked.kind, asked.frame, record, with_totals=True)
    _put(sheet, pairs)
    money.put(sheet)
    _put(sheet, head.of_funds_text(record))
    scores.put(sheet)
    if scores.has_totals:
        _put(sheet, head.of_result(asked.kind, asked.frame, record, with_totals=False))
    _put(sheet, _lists(asked, record, with_findings=not rectified.rows))
    # Below these a pair would be taken for one more row.
    rectified.put(sheet)
    listed.put(sheet)
    return sheet


def _put(sheet: Sheet, pairs: Sequence[tuple[Field, str]] | Iterator[tuple[Field, str]]) -> None:
    for one, value in pairs:
        sheet.pair(one, value)


def _lists(
    asked: Asked, record: head.Record, *, with_findings: bool
) -> Iterator[tuple[Field, str]]:
    is_usual = Block.FINDINGS in asked.kind.laid_out and asked.kind.timing is not Timing.RECTIFYING
    for name, called, number, model in _LISTS:
        rows = head.entries(record, head.key_of(Item, name))
        is_asked = is_usual and not record and name != "uses"
        if (name == "findings" and not with_findings) or not (rows or is_asked):
            continue
        term = vocabulary(model).terms["text"]
        texts = [head.text(row, term.label) for row in rows]
        listed = (f"{number.format(n)}{said}" for n, said in enumerate(texts, 1))
        one = field_of(term, called)
        if number:
            one = one._replace(note=f"{one.note}；{_NUMBERED.format(number.format(1))}")
        yield one, "\n".join(listed)
