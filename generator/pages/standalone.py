"""Pages that stand by themselves: one HTML file with its looks and its script, to be passed on."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import ClassVar

from markupsafe import Markup

from generator.pages.styles import sheet
from generator.pages.templating import environment
from generator.pages.theme import THEME


def _asset(name: str) -> str:
    """A file of our own theme, as it stands."""
    return (THEME / "assets" / name).read_text(encoding="utf-8")


def _style() -> Markup:
    return Markup(f"{sheet()}\n{_asset('review.css')}")  # noqa: S704 - none of it is anybody else's


def _script() -> Markup:
    return Markup(_asset("review.js"))  # noqa: S704 - the same


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@dataclass(frozen=True, slots=True)
class Dress:
    """What a page brings along, and that it may load and run nothing else."""

    style: Markup = field(default_factory=_style)
    script: Markup = field(default_factory=_script)

    @property
    def policy(self) -> str:
        """The policy of a page that runs only what it brings along."""
        return (
            f"default-src 'none'; style-src 'sha256-{_digest(self.style)}'; "
            f"script-src 'sha256-{_digest(self.script)}'"
        )


@dataclass(frozen=True, kw_only=True)
class StandalonePage:
    """One page; each subclass names its template and adds what that template shows."""

    template: ClassVar[str]

    title: str
    publisher: str
    """The site that it speaks of."""
    dress: Dress


def rendered(page: StandalonePage) -> str:
    """The whole file."""
    context: Mapping[str, object] = {one.name: getattr(page, one.name) for one in fields(page)}
    return str(environment().get_template(page.template).render(context))
