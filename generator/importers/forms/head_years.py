"""Columns whose names say of which year they are: `2022年决算数 | 2023年预算数 | 2023年决算数`."""

import re
from collections.abc import Iterable, Mapping

from generator.importers.part import Part

_YEAR = re.compile(r"\s?(?P<year>20[0-9]{2})\s?年度?\s?(?=\S)", re.ASCII)
_NAMED = re.compile(r"(20[0-9]{2})\s?年")


def without_year(text: str) -> str:
    """The name of a column without the year before it."""
    match = _YEAR.match(text)
    return text[match.end() :] if match else text


def year_in(texts: Iterable[str]) -> str:
    """The one year that the lines around a table name; empty for none or several."""
    years = {year for text in texts for year in _NAMED.findall(text)}
    return years.pop() if len(years) == 1 else ""


def of_this_year(
    part: Part, fields: Mapping[int, str], names: Mapping[int, str], year: str
) -> dict[int, str]:
    """The fields of columns, those of other years as extra ones.

    `year` is that of the form. Where nothing says it, it is the last of several that are named: a
    year that one column alone names may be any.
    """
    years = {c: m["year"] for c, name in names.items() if (m := _YEAR.match(name))}
    told = dict(fields)
    places = {names[column] for column in years}
    current = year or (max(years.values(), default="") if len(places) > 1 else "")
    plain = {field for column, field in fields.items() if column not in years}
    prefix = "project.extra" if part is Part.ITEMS else "extra"
    for column, named in years.items():
        if named != current or fields[column] in plain:
            told[column] = f"{prefix}.{''.join(names[column].split())}"
    return told
