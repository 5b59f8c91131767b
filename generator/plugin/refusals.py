"""What mkdocs.yml may not set: each setting that pages would not follow, in words.

MkDocs hands any setting to a theme, and a theme is silent about those it does not know. A site's
owner then looks for the mistake in vain. So whatever would change nothing, or would make pages ask
another host for something, is refused, all of it in one run, with what to do instead.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from generator.plugin.layers import has_templates
from generator.values import styles
from generator.values.text import shown

EDIT, VIEW = "content.action.edit", "content.action.view"
FEATURES = frozenset({EDIT, VIEW})
"""Those of Material that need none of its scripts, which our pages do not load."""
_ICONS = frozenset({"edit", "view", "admonition", "tag"})
_CHINESE = frozenset({"zh", "zh-CN", "zh-Hans"})
_THEME = frozenset(
    {
        "name", "locale", "language", "direction", "font", "features", "icon", "favicon", "logo",
        "palette", "static_templates",
    }
)  # fmt: skip
_SEARCH = ("search", "material/search")


class Refusal(NamedTuple):
    """One setting that is not followed."""

    setting: str
    """Its way in mkdocs.yml, joined by points."""
    words: str
    """Why not, and what to do instead."""

    def __str__(self) -> str:
        return f"{self.setting}：{self.words}"


class Told(NamedTuple):
    """Settings that the rest of the project says something about."""

    publisher: str
    """The publisher's file, relative to mkdocs.yml."""
    pages: str
    """The folder of hand-written pages, likewise."""


def refused(config: MkDocsConfig, told: Told) -> Iterator[Refusal]:
    """All settings of a site that its pages would not follow, in the order of the manual.

    A site with templates of its own may have settings of its own for them, which pass.
    """
    is_free = has_templates(config.theme)
    yield from _theme(config, told, is_free=is_free)
    yield from _extra(config, told, is_free=is_free)
    yield from _loaded(config, told)
    yield from _editing(config, told)
    for name in _SEARCH:
        if name in config.plugins:
            yield Refusal(f"plugins 中的 {name}", "网站有自己的搜索，不用这个插件；请删去")
    if config.google_analytics:
        yield Refusal("google_analytics", f"{_ELSEWHERE}；请删去")


_ELSEWHERE = "页面不向别的网站请求任何内容，也不统计访问者"
_WITHOUT_EFFECT = "对本站的页面不起作用；请删去"


def _theme(config: MkDocsConfig, told: Told, *, is_free: bool) -> Iterator[Refusal]:
    given = _given(config.theme)
    if given.get("palette"):
        instead = f"请删去，改在 {told.publisher} 的「外观」中写「主色」"
        yield Refusal("theme.palette", f"颜色由网站自己的样式决定，深浅两种都有；{instead}")
    if given.get("font"):
        instead = "请写成 font: false。要换字体，请用 extra_css 设置 --gk-font"
        yield Refusal("theme.font", f"网站不从别处下载字体；{instead}")
    if (config.theme.get("language") or "zh") not in _CHINESE:
        yield Refusal("theme.language", "页面是中文的；请写成 language: zh")
    if given.get("direction") not in (None, "ltr"):
        yield Refusal("theme.direction", "页面从左向右书写；请删去")
    icons = given.get("icon")
    if isinstance(icons, dict) and "logo" in icons:
        instead = f"请改在 {told.publisher} 的「外观」中写「标志」"
        yield Refusal("theme.icon.logo", f"标志是一个图片文件；{instead}")
    if not is_free:
        unknown = (
            *(f"features 中的 {name}" for name in given.get("features") or ()
              if name not in FEATURES),
            *(f"icon.{name}" for name in icons or () if name not in {*_ICONS, "logo"}),
            *sorted(set(given) - _THEME),
        )  # fmt: skip
        yield from (Refusal(f"theme.{name}", _WITHOUT_EFFECT) for name in unknown)


def _given(theme: Theme) -> Mapping[str, Any]:
    """What mkdocs.yml sets of a theme: all that differs from what the theme itself says."""
    usual = dict(Theme(name=theme.name))
    return {name: value for name, value in theme.items() if usual.get(name) != value}


def _extra(config: MkDocsConfig, told: Told, *, is_free: bool) -> Iterator[Refusal]:
    links = f"请删去，改在 {told.publisher} 中写「页脚链接」"
    always = {
        "consent": "网站不用 Cookie，不需要征得同意；请删去",
        "version": "网站没有版本的切换；请删去",
        "alternate": "网站只有中文；别的语言的网站请写进页脚链接",
        "annotate": _WITHOUT_EFFECT,
    }
    in_templates = {
        "social": f"页脚不显示社交媒体的图标；{links}",
        "homepage": "页头的标志总是通向本站首页；请删去",
        "status": "导航不显示页面的状态；请删去",
        "scope": _WITHOUT_EFFECT,
    }
    words = always if is_free else always | in_templates
    yield from (Refusal(f"extra.{name}", words[name]) for name in words if name in config.extra)
    if "provider" in (config.extra.get("analytics") or ()):  # a form beside it asks nobody
        yield Refusal("extra.analytics", f"{_ELSEWHERE}；请删去 provider")


def _loaded(config: MkDocsConfig, told: Told) -> Iterator[Refusal]:
    """Styles and scripts of other hosts, and those that nobody can find."""
    polyfills = config.extra.get("polyfills") or ()
    lists = (
        ("extra_css", config.extra_css),
        ("extra_javascript", config.extra_javascript),
        ("extra.polyfills", polyfills),
    )
    alone = set(config.plugins) == {"gongkai"} and not config.hooks
    for setting, named in lists:
        for path in map(str, named):
            here = f"{setting} 中的 {path}"
            if _is_elsewhere(path):
                instead = f"请把文件放在 {told.pages} 中，写相对于它的路径"
                yield Refusal(here, f"页面不从别的网站加载内容；{instead}")
            elif alone and not _is_there(path, config):
                yield Refusal(here, f"找不到这个文件；请放在 {told.pages} 中，写相对于它的路径")
            elif setting == "extra_css" and (outside := _loaded_by(path, config)):
                instead = f"请把它放在 {told.pages} 中，在样式里写相对的路径，或删去这一行"
                yield Refusal(here, f"其中的{outside}在别的网站，页面不从那里加载内容；{instead}")


def _loaded_by(path: str, config: MkDocsConfig) -> str:
    """The first address on another host in a style sheet and those it imports; empty for none."""
    waiting, seen = [_place(path, config)], set[Path | None]()
    while waiting:
        if (file := waiting.pop()) is None or file in seen:
            continue
        seen.add(file)
        for load in styles.loads(styles.decoded(file.read_bytes())):
            if load.is_elsewhere:
                return f"「{shown(load.target)}」"
            if load.is_import:
                name = unquote(urlsplit(load.target).path)
                beside = Path(os.path.normpath(file.parent / name))
                waiting.append(beside if beside.is_file() else None)
    return ""


def _is_elsewhere(path: str) -> bool:
    return path.startswith("//") or bool(urlsplit(path).scheme)


def _is_there(path: str, config: MkDocsConfig) -> bool:
    """Whether a file lies among the pages or in the theme; MkDocs does not look."""
    return _place(path, config) is not None


def _place(path: str, config: MkDocsConfig) -> Path | None:
    name = urlsplit(path).path.lstrip("/")
    files = (Path(folder) / name for folder in (config.docs_dir, *config.theme.dirs))
    return next((file for file in files if file.is_file()), None)


def _editing(config: MkDocsConfig, told: Told) -> Iterator[Refusal]:
    """A way to edit pages that leads nowhere."""
    uri = str(config.edit_uri_template or config.edit_uri or "")
    setting = "edit_uri_template" if config.edit_uri_template else "edit_uri"
    if not uri:
        if EDIT in (config.theme.get("features") or ()):
            instead = "请写上 edit_uri，如 https://代码网站/单位/仓库/edit/main/"
            yield Refusal(f"theme.features 中的 {EDIT}", f"不知道在哪里修改页面；{instead}")
    elif config.repo_url is None and urlsplit(uri).scheme not in ("http", "https"):
        yield Refusal(
            f"{setting}「{uri}」",
            "不是完整的网址；请写完整，如 https://代码网站/单位/仓库/edit/main/，或另写 repo_url",
        )
    elif setting == "edit_uri" and f"/{uri}".endswith(f"/{told.pages}/"):
        yield Refusal(
            f"{setting}「{uri}」",
            f"应指到整个项目的文件夹，记录也从那里修改；请去掉末尾的 {told.pages}/",
        )
