"""Columns whose names say of which year they are: `2022年决算数 | 2023年预算数 | 2023年决算数`."""

import re
from collections.abc import Mapping

_YEAR = re.compile(r"\s?(?P<year>20[0-9]{2})\s?年度?\s?(?=\S)", re.ASCII)


def without_year(text: str) -> str:
    """The name of a column without the year before it."""
    match = _YEAR.match(text)
    return text[match.end() :] if match else text


def of_this_year(fields: Mapping[int, str], names: Mapping[int, str]) -> dict[int, str]:
    """The fields of columns, those of earlier years as extra ones.

    The last year of several is that of the form; a year that one column alone names may be any.
    """
    years = {c: m["year"] for c, name in names.items() if (m := _YEAR.match(name))}
    told = dict(fields)
    places = {(year, names[column]) for column, year in years.items()}
    current = max(years.values(), default="")
    plain = {field for column, field in fields.items() if column not in years}
    for column, year in years.items():
        if year != current or len(places) == 1 or fields[column] in plain:
            told[column] = f"extra.{''.join(names[column].split())}"
    return told
