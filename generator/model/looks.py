"""The looks of a site that its owner may choose; all else is the theme's."""

from typing import Annotated, NamedTuple

from generator.schema.fields import Flag, HexColour, Model, label
from generator.values.contrast import LEAST, Colour, contrast, darkened, lightened


class Scheme(NamedTuple):
    """One way of showing pages, light or dark."""

    name: str
    """As messages call its backgrounds."""
    backgrounds: tuple[Colour, ...]
    """All that text in the main colour stands on; the theme's tokens are the same."""

    def fits(self, colour: Colour, least: float = LEAST) -> bool:
        """Whether text in a colour can be read on all of them."""
        return all(contrast(colour, background) >= least for background in self.backgrounds)


def _colours(*codes: str) -> tuple[Colour, ...]:
    return tuple(map(Colour.of, codes))


LIGHT = Scheme("浅色底", _colours("#ffffff", "#f2f5f8", "#fdf2f0"))
DARK = Scheme("深色底", _colours("#11181f", "#1a242e", "#33201f"))
"""Paper, wash and the wash of what is marked red."""
_CLEAR = 7.0
"""The contrast of a dark scheme's colour that the program chooses."""
_NIGHT = 0.034
"""Luminance of the bars of a dark scheme: white on them is bright, and they do not dazzle."""


class Shades(NamedTuple):
    """The main colour as pages need it."""

    light: Colour
    """Of links, headings, bars and charts on white."""
    dark: Colour
    """Of links, headings and charts in the dark scheme."""
    dark_band: Colour
    """Of bars in the dark scheme, behind white text."""


class Looks(Model):
    """Colour, logo and icon; each as the theme has it where it is not given."""

    colour: Annotated[
        HexColour | None,
        label("主色", "标题、链接、导航栏和图表的颜色，如 1a5fb4；在浅色底上要看得清"),
    ] = None
    dark_colour: Annotated[
        HexColour | None, label("深色主色", "深色显示时的主色；不填时由主色调亮得出")
    ] = None
    logo: Annotated[
        str | None,
        label("标志", "页头的标志：pages 文件夹中的 svg 或 png 图片，如 assets/logo.svg"),
    ] = None
    logo_has_name: Annotated[
        Flag, label("标志含名称", "标志的图里已有网站名称时填 是，页头不再另写")
    ] = False
    icon: Annotated[
        str | None,
        label("图标", "浏览器标签上的图标：pages 文件夹中的 svg、png 或 ico 图片；缺省用标志"),
    ] = None

    @property
    def shades(self) -> Shades | None:
        """The colours of the site; None where it has the theme's."""
        own = self.colour or self.dark_colour
        if own is None:
            return None
        light = Colour.of(self.colour) if self.colour else darkened(Colour.of(own), LIGHT.fits)
        if self.dark_colour:
            dark = Colour.of(self.dark_colour)
        else:
            dark = lightened(light, lambda mixture: DARK.fits(mixture, _CLEAR))
        return Shades(light, dark, darkened(light, lambda mixture: mixture.luminance <= _NIGHT))
