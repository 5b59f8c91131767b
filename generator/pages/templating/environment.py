"""The Jinja environment of the page templates."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.pages.templating.aligned import places
from generator.pages.templating.code import PlainCode, joined
from generator.pages.templating.compiled import compiled
from generator.pages.templating.printing import printed, verbatim
from generator.values.money import percent

TEMPLATES = Path(__file__).parent.parent / "templates"


class PageEnvironment(Environment):
    """Compiles to plain Python; its text and what it prints are one type, and nothing else is."""

    code_generator_class = PlainCode
    concat = staticmethod(joined)


@cache
def environment(
    *, as_stated: bool = False, plain: bool = True, version: str | None = None,
    templates: Path = TEMPLATES,
) -> Environment:  # fmt: skip
    """The environment of all pages, or of other templates that lie in a folder of their own.

    With `as_stated` no template marks a number that contradicts another. There is one of each sort
    for the whole run: a preview that builds again compiles only the templates that changed. Without
    `plain`, Jinja's own generator compiles: slower, and the measure of ours. What is compiled is
    kept for later runs of the same `version` of the program, if that is told.
    """
    jinja = (PageEnvironment if plain else Environment)(
        loader=FileSystemLoader(templates),
        autoescape=True,
        finalize=printed,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled(f"{version} {as_stated} {plain}") if version else None,
    )
    jinja.filters = {"trim": _trim, "length": len, "percent": percent, "places": places}
    jinja.globals = {"anchor": _anchor, "as_stated": as_stated, "verbatim": verbatim}
    return jinja


def _trim(text: str) -> str:
    """Without the blanks around it; what was markup stays so."""
    bare = text.strip()
    return str.__new__(Markup, bare) if isinstance(text, Markup) else bare


def _anchor(*parts: str | int) -> Markup:
    """A fixed id behind a heading; Chinese headings would get `_1`, `_2`."""
    return Markup("{{#{}}}").format("-".join(str(part) for part in parts if part != ""))
