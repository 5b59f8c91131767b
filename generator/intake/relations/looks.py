"""What publisher.yml says of the looks of the site: colours that can be read, pictures that are."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from generator.binding.filling import Form
from generator.diagnostics import Diagnostic
from generator.intake.pictures import ICONS, LOGOS, UnfitPictureError, inspect
from generator.intake.written import PAGES
from generator.model.looks import DARK, LIGHT, Scheme
from generator.model.publisher import Publisher
from generator.source import At
from generator.values.contrast import LEAST, Colour, contrast, darkened, hardest, lightened
from generator.values.text import shown

_LOOKS = "looks"
_SCHEMES = MappingProxyType({"colour": (LIGHT, darkened), "dark_colour": (DARK, lightened)})
_PICTURES: Mapping[str, tuple[str, ...]] = MappingProxyType({"logo": LOGOS, "icon": ICONS})


def faults(publisher: Form[Publisher], folder: Path) -> Iterator[Diagnostic]:
    """Of the publisher of a content folder."""
    if publisher.value is None:
        return
    looks = publisher.value.looks
    for field, (scheme, mended) in _SCHEMES.items():
        code = getattr(looks, field)
        if code is not None and not scheme.fits(Colour.of(code)):
            at = (_LOOKS, field)
            nearest = mended(Colour.of(code), scheme.fits)
            yield _unclear(publisher, at, scheme, Colour.of(code), nearest)
    for field, kinds in _PICTURES.items():
        name = getattr(looks, field)
        if name is not None and (fault := unfit_picture(name, folder / PAGES, kinds)):
            at, what = (_LOOKS, field), publisher.label((_LOOKS, field))
            message = f"{what}「{shown(name)}」{fault.message}"
            yield publisher.fault("picture-unfit", at, message, fault.remedy, found=name)


def unfit_picture(name: str, pages: Path, kinds: tuple[str, ...]) -> UnfitPictureError | None:
    """Why the file of this name among hand-written pages cannot stand on every page; often None."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        return UnfitPictureError(
            "不是相对的路径", f"请把图片放在 {PAGES} 文件夹中，如 assets/logo.svg"
        )
    file = pages / path
    if not file.exists():
        instead = name.rpartition(f"{PAGES}/")[2]
        is_doubled = instead != name and (pages / instead).is_file()
        remedy = f"请写成「{instead}」" if is_doubled else "请核对文件名和它所在的文件夹"
        return UnfitPictureError(f"不在 {PAGES} 文件夹中", remedy)
    try:
        inspect(file, kinds)
    except UnfitPictureError as unfit:
        return unfit
    return None


def _unclear(
    publisher: Form[Publisher], at: At, scheme: Scheme, colour: Colour, nearest: Colour
) -> Diagnostic:
    """That a colour cannot be read, with its contrast and the nearest colour that can."""
    worst = hardest(colour, scheme.backgrounds)
    reached = contrast(nearest, hardest(nearest, scheme.backgrounds))
    code = str(nearest).removeprefix("#")
    message = (
        f"{publisher.label(at)} {colour} 在{scheme.name} {worst} 上的对比度是 "
        f"{_ratio(contrast(colour, worst))} : 1，低于文字需要的 {LEAST} : 1"
    )
    remedy = f"请改为最接近的 {code}（{_ratio(reached)} : 1），或另选颜色"
    return publisher.fault(
        "colour-contrast", at, message, remedy, found=str(colour), expected=str(nearest)
    )


def _ratio(ratio: float) -> str:
    """Two places, rounded down: what fails never reads as if it passed."""
    return f"{int(ratio * 100) / 100:.2f}"
