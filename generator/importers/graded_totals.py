"""The points of a whole with the grade that one cell tells beside them: `95（自评等级：优）`."""

import re

from generator.importers.context import Context
from generator.importers.grades import GRADES
from generator.importers.outline import Piece
from generator.importers.part import Part
from generator.source import At
from generator.values.money import NUMBER

_NAMED = rf"(?:(?P<name>[^\s：:（()）\d]{{2,8}}?)\s?[：:为]\s?)?[“\"]?(?P<grade>{GRADES})[”\"]?"
_GRADE = re.compile(rf"\s?[（(]?\s?{_NAMED}\s?[）)]?\s?")
_POINTS = re.compile(
    rf"\s?(?P<points>{NUMBER})\s?分?\s?(?:[（(，,、；;/]\s?|\s){_NAMED}\s?[）)]?\s?"
)


def put_grade(context: Context, piece: Piece, at: At) -> bool:
    """Put the grade that a text tells and nothing else; whether it is such a text."""
    match = _GRADE.fullmatch(piece.text)
    if match is None or not _names_grade(context, match["name"]):
        return False
    context.label(piece, 0, match.start("grade"))
    context.put((*at, "result", "grade"), piece, None, match.span("grade"))
    return True


def put_points(
    context: Context, field: str, piece: Piece, at: At, part: tuple[int, int | None] = (0, None)
) -> None:
    """Put the points of a whole to one of its fields, and the grade where one is told behind."""
    start = part[0]
    match = _POINTS.fullmatch(piece.text[slice(*part)])
    if match is None or not _names_grade(context, match["name"]):
        context.put((*at, "result", field), piece, None, part)
        return
    (first, last), (begun, ended) = match.span("points"), match.span("grade")
    context.label(piece, *part)
    context.put((*at, "result", field), piece, None, (start + first, start + last))
    context.put((*at, "result", "grade"), piece, None, (start + begun, start + ended))


def _names_grade(context: Context, name: str | None) -> bool:
    return name is None or context.labels.field(Part.HEAD, name) == "result.grade"
