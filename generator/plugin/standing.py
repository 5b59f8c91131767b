"""What decides whether a site stands: all settings, and what of a run a build depends on."""

import logging
import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.plugin.options import Options
from generator.plugin.shown import shown
from generator.release.switch import is_tidy
from generator.store import FOLDER
from generator.store.seen import Seen
from generator.store.standing import Standing

FILE = "standing.json"
"""In the store's folder."""
_SEEN = "seen.bin"
_TIME = "SOURCE_DATE_EPOCH"
"""Dates the packed sitemap, where it is set."""


def standing(config: MkDocsConfig, options: Options) -> Standing | None:
    """What is known of the published site; None where nothing is kept.

    To be asked before anything of these settings is changed.
    """
    site = Path(config.site_dir)
    if not options.store or not is_tidy(site):
        return None
    root = Path(config.config_file_path).resolve().parent
    run = (
        dict(options),
        os.path.relpath(config.docs_dir, root),
        site.name,
        [str(name) for name in config.plugins],
        [str(folder) for folder in config.theme.dirs],
        config.strict,
        logging.getLogger("mkdocs").getEffectiveLevel(),
        os.environ.get(_TIME),
    )
    settings = shown(config) + repr(run).encode()
    return Standing(
        root / FOLDER / FILE, Seen(root / FOLDER / _SEEN), settings, root / options.content, site
    )
