"""What the plugin asks of mkdocs.yml: it sets what its pages need, and says what it cannot set."""

from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from mkdocs.config import Config
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

_NEEDED = "attr_list"
"""Gives headings their lasting ids."""
_SHELL = "partials/content.html"
"""What our pages stand in; Material has it, and each theme made from it."""
_SCHEMES = ("http", "https")
_KEPT = "/%:@!$&'()*+,;=~-._"


class Options(Config):
    """What `mkdocs.yml` may set under `gongkai:`."""

    content = c.Type(str, default="content")
    """The content folder, relative to mkdocs.yml."""
    fast = c.Type(bool, default=True)
    """Whether generated pages may go past Python-Markdown; they are the same either way."""
    store = c.Type(bool, default=True)
    """Whether what was worked out is kept for the next build, in .cache/gongkai."""
    workers = c.Optional(c.Type(object))
    """Processes that share the records of a first build: a number, or `auto`; one by itself."""
    scheduler = c.Optional(c.Type(object))
    """The address of a Dask scheduler whose workers share them instead."""


def fit(config: MkDocsConfig, pages: Path) -> None:
    """Set what pages need, or raise PluginError.

    Refused are another folder of hand-written pages, a theme that our pages cannot stand in and an
    address of the site that is none.
    """
    if Path(config.docs_dir).resolve() != pages.resolve():
        told = pages.relative_to(Path(config.config_file_path).resolve().parent).as_posix()
        raise PluginError(f"mkdocs.yml 中的 docs_dir 应写成「docs_dir: {told}」，手写页面放在那里")
    if not any((Path(folder) / _SHELL).is_file() for folder in config.theme.dirs):
        name = config.theme.name or "没有名称"
        raise PluginError(
            f"mkdocs.yml 中的 theme（{name}）应写成「name: material」，页面要用它排版"
        )
    if _NEEDED not in config.markdown_extensions:
        config.markdown_extensions.append(_NEEDED)
    # Links name their files, so that they work in a folder and on any server.
    config.use_directory_urls = False
    if config.site_url:
        try:
            config.site_url = ascii_address(config.site_url)
        except ValueError as wrong:
            raise PluginError(
                f"mkdocs.yml 或 SITE_URL 中的 site_url {wrong}；应写成「https://www.example.org/」"
            ) from None


def ascii_address(address: str) -> str:
    """An address as the web carries it: the host in punycode, other signs percent-coded.

    Raises ValueError, with a Chinese phrase, where a browser could not go there, or where a
    password stands in it, which would be on every page.
    """
    parts = urlsplit(address.strip())
    if parts.scheme not in _SCHEMES:
        raise ValueError("不以 http:// 或 https:// 开头")
    if "@" in parts.netloc:
        raise ValueError("带有用户名或密码，会印在每一页上")
    try:
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:  # an empty or too long part of the host, a port out of range
        raise ValueError(f"中的主机或端口「{parts.netloc}」不成立") from None
    place = f"{host}:{port}" if port else host
    return urlunsplit(
        (parts.scheme, place, quote(parts.path, safe=_KEPT), quote(parts.query, safe=_KEPT), "")
    )


def _host(name: str) -> str:
    """A host in ASCII; raises ValueError where it cannot be one."""
    if not name:
        raise ValueError(name)
    return f"[{name}]" if ":" in name else name.encode("idna").decode("ascii")
