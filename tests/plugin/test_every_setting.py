"""Every setting of MkDocs, and what Material adds: followed, or refused in words."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from helpers import showcase
from helpers.tables import valued
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError

from generator.plugin.layers import lay
from generator.plugin.settings import fit

HERE = Path(__file__).parent / "settings"
TABLE: list[dict[str, Any]] = valued(HERE / "table.yml")
FEATURES = (HERE / "features.txt").read_text(encoding="utf-8").split()
REFUSED = [row for row in TABLE if "refused" in row]
SHOWN = [row for row in TABLE if "shown" in row]
TAKEN = [row for row in TABLE if "taken" in row and "set" in row]
NOT_FROM_FILES = {"config_file_path", "mdx_configs", "pages"}
"""MkDocs sets the first two itself, and refuses the third itself."""


def usual(folder: Path) -> dict[str, Any]:
    """The settings of a showcase in a folder of its own, as plain data."""
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8").replace('!ENV [SITE_URL, ""]', '""')
    settings: dict[str, Any] = yaml.safe_load(text)
    return settings


def merged(base: Any, added: Any) -> Any:
    if isinstance(base, dict) and isinstance(added, dict):
        return base | {key: merged(base.get(key), value) for key, value in added.items()}
    return added


def write(folder: Path, settings: Mapping[str, Any]) -> None:
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small showcase with all that the table names beside its pages."""
    folder = showcase.seed_to(tmp_path_factory.mktemp("settings"))
    for name in ("own", "whole", "docs"):
        (folder / name).mkdir()
    shutil.copytree(HERE / "pages", folder / "content/pages", dirs_exist_ok=True)
    shutil.copytree(HERE / "own", folder / "own", dirs_exist_ok=True)
    shutil.copy(HERE / "own.py", folder)
    (folder / "whole/base.html").write_text("<p>\n", encoding="utf-8")
    return folder


def complaint(folder: Path, settings: Mapping[str, Any]) -> str:
    """What is said of the settings before anything is built; empty where they are followed."""
    write(folder, settings)
    config = load_config(str(folder / "mkdocs.yml"))
    try:
        lay(config)
        fit(config, folder.resolve() / "content")
    except PluginError as refusal:
        return str(refusal)
    return ""


def test_the_table_has_every_setting_of_mkdocs() -> None:
    known = {name for name, _ in MkDocsConfig._schema} - NOT_FROM_FILES - {"theme"}
    assert {row["setting"] for row in TABLE if "." not in row["setting"]} == known
    assert all(len({"refused", "shown", "taken"} & set(row)) == 1 for row in TABLE)


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: str(row["set"]))
def test_what_pages_would_not_follow_is_refused_in_words(row: dict[str, Any], ground: Path) -> None:
    before = usual(ground)
    try:
        said = complaint(ground, merged(before, row["set"]))
        assert complaint(ground, before) == ""
    finally:
        write(ground, before)
    assert row["refused"] in said
    assert row["setting"].rpartition(".")[2] in said


@pytest.mark.parametrize("row", TAKEN, ids=lambda row: str(row["set"]))
def test_what_needs_no_place_on_pages_is_taken(row: dict[str, Any], ground: Path) -> None:
    before = usual(ground)
    try:
        assert complaint(ground, merged(before, row["set"])) == ""
    finally:
        write(ground, before)


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        ({"a.css": '@import "https://example.org/b.css";'}, "a.css：其中的「https://ex"),
        (
            {"a.css": "a { background: u\\72l(//example.org/b.png) }"},
            "其中的「//example.org/b.png」",
        ),
        ({"a.css": "@import url(b.css);", "b.css": "a { src: url(http:/b) }"}, "「http:/b」"),
        ({"a.css": "@import 'b.css'; a { b: url(c.png) }", "b.css": "@import 'a.css';"}, ""),
        ({"a.css": "/* https://example.org */ @import 'nowhere.css';"}, ""),
    ],
)
def test_a_style_sheet_that_loads_from_elsewhere_is_refused(
    sheets: dict[str, str], said: str, ground: Path
) -> None:
    before = usual(ground)
    for name, text in sheets.items():
        (ground / "content/pages" / name).write_text(text, encoding="utf-8")
    try:
        found = complaint(ground, merged(before, {"extra_css": ["a.css"]}))
    finally:
        write(ground, before)
        for name in sheets:
            (ground / "content/pages" / name).unlink()
    assert said in found
    assert bool(said) is bool(found)


@pytest.mark.parametrize("feature", FEATURES)
def test_features_that_need_the_scripts_of_material_are_refused(feature: str, ground: Path) -> None:
    before = usual(ground)
    wanted = {"theme": {"features": [feature]}, "edit_uri": "https://example.org/edit/"}
    try:
        said = complaint(ground, merged(before, wanted))
    finally:
        write(ground, before)
    works = feature.startswith("content.action.")
    assert (said == "") is works
    assert works or feature in said


def test_all_that_is_refused_is_told_at_once(
    ground: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = Path(shutil.copytree(ground, tmp_path / "site"))
    changed = {"theme": {"palette": {"primary": "red"}, "features": ["toc.follow"]}}
    write(folder, merged(usual(folder), changed))
    with pytest.raises(Abort):
        showcase.build(folder)
    assert "有 2 项设置不能用" in caplog.text
    assert "theme.palette：" in caplog.text
    assert "theme.features 中的 toc.follow：" in caplog.text


@pytest.fixture(scope="module")
def site(ground: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a project that has every setting that shows."""
    folder = Path(shutil.copytree(ground, tmp_path_factory.mktemp("shown") / "site"))
    settings = usual(folder)
    for row in SHOWN:
        settings = merged(settings, row.get("set", {}))
    settings["nav"].append({"名词解释": "apart/index.md#words"})
    write(folder, settings)
    return showcase.build(folder, strict=False)


@pytest.mark.parametrize("row", SHOWN, ids=lambda row: row["setting"])
def test_what_is_followed_is_to_be_seen(row: dict[str, Any], site: Path) -> None:
    for name, held in row["shown"].items():
        assert held in (site / name).read_text(encoding="utf-8")
