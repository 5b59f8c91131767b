"""A site's own looks: its colours as one style sheet, its logo and icon as the theme shows them."""

from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme

from generator.intake.pictures import ICONS, LOGOS
from generator.intake.relations.looks import unfit_picture
from generator.model.looks import Looks
from generator.pages.theme import THEME

STYLES = "assets/looks.css"
"""Its place in the theme, without the colours, and in a site that has its own, with them."""
_MARK = "assets/mark.svg"
_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon"}
_NAMES = ("--gk-own", "--gk-own-dark", "--gk-own-night")
"""What the style sheet calls the shades, in the order of `Shades`."""


class Brand(NamedTuple):
    """What the theme shows of a site's looks; places are relative to the site."""

    logo: str | None
    """None where it is the program's mark."""
    logo_has_name: bool
    icon: str
    icon_type: str
    has_colours: bool

    @property
    def pictures(self) -> tuple[str, ...]:
        """The site's own, by their places."""
        return tuple(name for name in (self.logo, self.icon) if name and name != _MARK)


NO_BRAND = Brand(None, False, _MARK, _TYPES[".svg"], False)  # noqa: FBT003 - the fields say what


def brand(looks: Looks, config: MkDocsConfig, publisher: str) -> Brand:
    """The brand of a site; raises PluginError where mkdocs.yml names pictures that are none.

    What `publisher.yml` says stands before what mkdocs.yml says; both at once is refused.
    """
    logo = looks.logo or _picture("logo", LOGOS, config)
    icon = looks.icon or _picture("favicon", ICONS, config)
    for own, setting, label in ((looks.logo, "logo", "标志"), (looks.icon, "favicon", "图标")):
        if own and _given(config.theme, setting):
            raise PluginError(
                f"mkdocs.yml 的 theme.{setting} 与 {publisher} 的「{label}」重复；请只留后者"
            )
    icon = icon or (None if looks.logo_has_name else logo) or _MARK
    kind = _TYPES[Path(icon).suffix.lower()]
    has_name = looks.logo_has_name and logo is not None
    return Brand(logo, has_name, icon, kind, looks.shades is not None)


def place(looks: Looks | None, files: Files, config: MkDocsConfig) -> None:
    """Put the style sheet with the site's colours among the files; without any, take it away."""
    if (own := files.get_file_from_path(STYLES)) is not None:
        files.remove(own)
    if looks is None or looks.shades is None:
        return
    named = zip(_NAMES, looks.shades, strict=True)
    shades = ";".join(f"{name}:{shade}" for name, shade in named)
    styles = (THEME / STYLES).read_text(encoding="utf-8")
    files.append(File.generated(config, STYLES, content=f":root{{{shades}}}\n{styles}"))


def _picture(setting: str, kinds: tuple[str, ...], config: MkDocsConfig) -> str | None:
    """What mkdocs.yml names as a picture of the theme."""
    name = _given(config.theme, setting)
    if name is None:
        return None
    folders = (config.docs_dir, *([config.theme.custom_dir] if config.theme.custom_dir else []))
    faults = [unfit_picture(name, Path(folder), kinds) for folder in folders]
    if not all(faults):
        return name
    # What is wrong with the file that lies there tells more than where there is none.
    lying = (fault for fault, at in zip(faults, folders, strict=True) if (Path(at) / name).exists())
    if (fault := next(lying, faults[0])) is not None:
        raise PluginError(f"mkdocs.yml 的 theme.{setting}「{name}」{fault.message}；{fault.remedy}")
    return name


def _given(theme: Theme, setting: str) -> str | None:
    usual = dict(Theme(name=theme.name)).get(setting)
    value = theme.get(setting)
    return None if value is None or value == usual else str(value)
