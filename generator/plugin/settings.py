"""What the plugin asks of mkdocs.yml: it sets what its pages need, and says what it cannot set."""

from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

_NEEDED = "attr_list"
"""Gives headings their lasting ids."""
_KEPT = "/%:@!$&'()*+,;=~-._"


def fit(config: MkDocsConfig, pages: Path) -> None:
    """Set what pages need; raises PluginError where the folder of hand-written pages is another."""
    if Path(config.docs_dir).resolve() != pages.resolve():
        told = pages.relative_to(Path(config.config_file_path).resolve().parent).as_posix()
        raise PluginError(f"mkdocs.yml 中的 docs_dir 应写成「docs_dir: {told}」，手写页面放在那里")
    if _NEEDED not in config.markdown_extensions:
        config.markdown_extensions.append(_NEEDED)
    # Links name their files, so that they work in a folder and on any server.
    config.use_directory_urls = False
    if config.site_url:
        config.site_url = ascii_address(config.site_url)


def ascii_address(address: str) -> str:
    """An address as the web carries it: the host in punycode, other signs percent-coded."""
    parts = urlsplit(address)
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except UnicodeError:
        host = parts.hostname or ""
    place = f"{host}:{parts.port}" if parts.port else host
    return urlunsplit(
        (parts.scheme, place, quote(parts.path, safe=_KEPT), quote(parts.query, safe=_KEPT), "")
    )
