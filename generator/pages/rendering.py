"""Views become Markdown: the one place that knows Jinja and escaping.

Every string that reaches a template is text. `finalize` turns it into Markdown that shows exactly
that text, whether it stands in a paragraph, a heading, a cell of an HTML table or an attribute, so
that no template has to remember to escape. What passes as it stands is `Markup` made by our own
functions and `Prose` from hand-written pages.
"""

import html
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from urllib.parse import quote

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.pages.views.base import Prose, View
from generator.values.choices import Choice
from generator.values.money import Amount, percent, printed
from generator.values.text import FORBIDDEN, squeeze

TEMPLATES = Path(__file__).parent / "templates"

# ASCII punctuation acts somewhere in Markdown or HTML. A comma, a slash and a per-cent sign never
# do; a point or hyphen inside a word or number does not.
_ACTIVE = re.compile(r"[!\"#$&'()*+:;<=>?@\[\\\]^_`{|}~]|(?<![0-9A-Za-z])[.-]|[.-](?![0-9A-Za-z])")
_NO_WRAP = 10**6


def escape(text: str) -> Markup:
    """Markdown and HTML that shows this text on one line and can do nothing else."""
    plain = squeeze(FORBIDDEN.sub("", text))
    return Markup(_ACTIVE.sub(lambda sign: f"&#{ord(sign[0])};", plain))  # noqa: S704 - this is the escape


def _finalize(value: object) -> Markup:
    """What a value looks like on a page; nothing else may be printed."""
    match value:
        case Markup():
            return value
        case Prose():
            return Markup(value)  # noqa: S704 - written by hand in content/pages
        case Choice():
            return escape(value.label)
        case str():
            return escape(value)
        case Decimal():
            return escape(printed(value))
        case Amount() | int() | date():
            return escape(str(value))
        case _:
            raise TypeError(f"a template prints a {type(value).__name__}")


def _anchor(*parts: str | int) -> Markup:
    """A fixed id behind a heading; Chinese headings would get `_1`, `_2`."""
    return Markup("{{#{}}}").format("-".join(str(part) for part in parts if part != ""))


def _linker(address: str) -> Callable[..., Markup]:
    """Links from one page to others, relative, with the file named so that folders work too."""

    def link(target: str, anchor: str = "") -> Markup:
        path = posixpath.relpath(target or ".", address or ".")
        file = "" if target and not target.endswith("/") else "/index.html"
        part = f"#{quote(anchor)}" if anchor else ""
        return Markup(quote(path + file).removeprefix("./") + part)  # noqa: S704 - quoted

    return link


@cache
def environment(*, as_stated: bool = False) -> Environment:
    """The Jinja environment of the page templates.

    With `as_stated` no template marks a number that contradicts another. There is one of each sort
    for the whole run: a preview that builds again compiles only the templates that changed.
    """
    jinja = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.filters = {name: jinja.filters[name] for name in ("trim", "length")}
    jinja.filters["percent"] = percent
    jinja.globals = {"anchor": _anchor, "as_stated": as_stated}
    return jinja


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as it is written: what its head says, and its Markdown."""

    meta: Mapping[str, object]
    """All metadata; themes print titles raw, so every string is HTML here already."""
    markdown: str
    """Ends with one line break."""

    @property
    def whole(self) -> str:
        """The Markdown with the metadata as front matter."""
        written = yaml.dump(
            dict(self.meta),
            Dumper=yaml.CSafeDumper,
            allow_unicode=True,
            sort_keys=False,
            width=_NO_WRAP,
        )
        return f"---\n{written}---\n\n{self.markdown}"


class Renderer:
    """Writes views; a template that was compiled stays so until its file changes."""

    def __init__(self, *, as_stated: bool = False) -> None:
        self._jinja = environment(as_stated=as_stated)

    def text(self, view: View) -> PageText:
        """A page, its metadata beside its Markdown."""
        context = {field.name: getattr(view, field.name) for field in fields(view)}
        template = self._jinja.get_template(view.template)
        body = template.render(context, link=_linker(view.address))
        return PageText(metadata(view), f"{_tidy(body)}\n")

    def render(self, view: View) -> str:
        """The Markdown of a page with its front matter; ends with one line break."""
        return self.text(view).whole


def metadata(view: View) -> Mapping[str, object]:
    """What the head of a page says."""
    meta: dict[str, object] = {
        "title": _html(view.title),
        "description": _html(view.description),
        "head": {name: _html(value) for name, value in view.head.items()},
    }
    if view.updated is not None:
        meta["updated"] = view.updated
    if view.leads_to is not None:
        meta["leads_to"] = str(_linker(view.address)(view.leads_to))
    return meta


def _html(text: str) -> str:
    return html.escape(squeeze(FORBIDDEN.sub("", text)))


def _tidy(markdown: str) -> str:
    """One blank line at most between blocks."""
    return re.sub(r"\n{3,}", "\n\n", markdown.strip())
