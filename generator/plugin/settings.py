"""What mkdocs.yml must be like: what pages need is set, and what cannot be set is said."""

from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.html.words import IdsFromWords, KnownIds, ids_from_words
from generator.intake.kinds import PUBLISHER
from generator.intake.written import PAGES
from generator.plugin.refusals import EDIT, Told, refused
from generator.source.settings import scalar

_NEEDED = "attr_list"
"""Gives headings their lasting ids."""
_HEADINGS, _IDS = "toc", "slugify"
"""Who makes the ids of those that have none, and what it is told of how."""
_SHELL = "partials/content.html"
"""What our pages stand in; Material has it, and each theme made from it."""
_LANGUAGE = "zh"
_MADE_UP = frozenset({"edit/master/docs/", "src/default/docs/"})
"""Where MkDocs would have pages edited beside some `repo_url`: in a folder that sites have not."""
_SCHEMES = ("http", "https")
_KEPT = "/%:@!$&'()*+,;=~-._"


def fit(config: MkDocsConfig, content: Path) -> None:
    """Set what pages need for a site with this content folder, or raise PluginError.

    Refused are another folder of hand-written pages, a theme that our pages cannot stand in, an
    address of the site that is none, and all that pages would not follow.
    """
    project = Path(config.config_file_path).resolve().parent
    inside = content.relative_to(project)
    told = Told((inside / PUBLISHER.path).as_posix(), (inside / PAGES).as_posix())
    if Path(config.docs_dir).resolve() != (content / PAGES).resolve():
        raise PluginError(
            f"mkdocs.yml 中的 docs_dir 应写成「docs_dir: {told.pages}」，手写页面放在那里"
        )
    if not any((Path(folder) / _SHELL).is_file() for folder in config.theme.dirs):
        name = config.theme.name or "没有名称"
        raise PluginError(
            f"mkdocs.yml 中的 theme（{name}）应写成「name: material」，页面要用它排版"
        )
    if config.edit_uri in _MADE_UP and scalar(_text(config), "edit_uri") is None:
        config.edit_uri = None
    if scalar(_text(config), "theme", "language") is None:
        config.theme["language"] = _LANGUAGE  # not what Material takes where nothing is said
    if found := tuple(refused(config, told)):
        listed = "\n".join(f"  {one}" for one in found)
        raise PluginError(f"mkdocs.yml 中有 {len(found)} 项设置不能用：\n{listed}")
    if _NEEDED not in config.markdown_extensions:
        config.markdown_extensions.append(_NEEDED)
    told_of_ids = config.mdx_configs.get(_HEADINGS) or {}
    config.mdx_configs[_HEADINGS] = {_IDS: ids_from_words, **told_of_ids}
    # Links name their files, so that they work in a folder and on any server.
    config.use_directory_urls = False
    config.theme["font"], config.theme["language"] = False, _LANGUAGE
    if config.edit_uri or config.edit_uri_template:
        features = config.theme.get("features") or ()
        config.theme["features"] = list(dict.fromkeys((*features, EDIT)))
    if config.site_url:
        try:
            config.site_url = ascii_address(config.site_url)
        except ValueError as wrong:
            raise PluginError(
                f"mkdocs.yml 或 SITE_URL 中的 site_url {wrong}；应写成「https://www.example.org/」"
            ) from None


def know_ids(config: MkDocsConfig, known: KnownIds) -> None:
    """Let headings be given the ids that are known, where it is us who make them."""
    told_of_ids = config.mdx_configs[_HEADINGS]
    if told_of_ids[_IDS] is ids_from_words:
        config.mdx_configs[_HEADINGS] = {**told_of_ids, _IDS: IdsFromWords(known)}


def _text(config: MkDocsConfig) -> str:
    """What mkdocs.yml says, as it is written."""
    return Path(config.config_file_path).read_text(encoding="utf-8-sig", errors="replace")


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
