"""Views become Markdown with front matter."""

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from posixpath import commonprefix
from urllib.parse import quote

import yaml
from markupsafe import Markup

from generator.pages.templating import environment
from generator.pages.views.base import View
from generator.values.text import FORBIDDEN, squeeze

_NO_WRAP = 10**6


def _linker(address: str) -> Callable[..., Markup]:
    """Links from one page to others, relative, with the file named so that folders work too."""
    here = _steps(address)

    def link(target: str, anchor: str = "") -> Markup:
        there = _steps(target)
        same = len(commonprefix((here, there)))
        path = "/".join((*[".."] * (len(here) - same), *there[same:])) or "."
        file = "" if target and not target.endswith("/") else "/index.html"
        part = f"#{quote(anchor)}" if anchor else ""
        return Markup(quote(path + file).removeprefix("./") + part)  # noqa: S704 - quoted

    return link


def _steps(address: str) -> list[str]:
    """The folders down to a place, and its file."""
    return [name for name in address.split("/") if name]


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

    def __init__(
        self, *, as_stated: bool = False, plain: bool = True, version: str | None = None
    ) -> None:
        self._jinja = environment(as_stated=as_stated, plain=plain, version=version)

    def text(self, view: View) -> PageText:
        """A page, its metadata beside its Markdown."""
        context = {field.name: getattr(view, field.name) for field in fields(view)}
        template = self._jinja.get_template(view.template)
        body = str(template.render(context, link=_linker(view.address)))
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
    if view.image is not None:
        meta["image"] = quote(view.image)
    if view.leads_to is not None:
        meta["leads_to"] = str(_linker(view.address)(view.leads_to))
    return meta


def _html(text: str) -> str:
    return html.escape(squeeze(FORBIDDEN.sub("", text)))


def _tidy(markdown: str) -> str:
    """One blank line at most between blocks."""
    tidy = markdown.strip()
    while "\n\n\n" in tidy:
        tidy = tidy.replace("\n\n\n", "\n\n")
    return tidy
