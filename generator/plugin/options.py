"""What mkdocs.yml may set for the plugin: all that is asked before it is known what to make."""

from mkdocs.config import Config
from mkdocs.config import config_options as c


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
