"""The index: the same words for a text however it is typed, the same bytes whatever the order."""

import gzip
import json
import re
import shutil
import tracemalloc
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from helpers import demo_site, search_engine, showcase
from helpers.tables import valued

from generator import search, site
from generator.artifacts import Artifact
from generator.catalog import Catalog
from generator.intake import content
from generator.intake.content import Content
from generator.intake.declarations import built_in
from generator.search.beside import beside_script
from generator.search.script_files import FOLDER, names_in
from generator.search.terms import fold, terms

CASES = Path(__file__).with_name("terms.yml")
ADD = re.compile(r'gongkaiSearch\.add\("(\w+)",(.*)\)\n', re.DOTALL)
PACKED = {"report", "piece", "words"}
ENGINE = showcase.ROOT / "theme_overrides" / "assets"


def catalog(loaded: Content) -> Catalog:
    return Catalog(loaded.regions, loaded.departments, loaded.records)


def index(project: Path) -> dict[str, str]:
    return index_of(content.load(project / "content", project))


def index_of(loaded: Content) -> dict[str, str]:
    words = loaded.declared.search_words
    made = search.scripts(catalog(loaded), words=words)
    return {script.uri: script.data.decode() for script in made}


@cache
def shown() -> dict[str, str]:
    """The index of the showcase."""
    return index_of(showcase.loaded())


@pytest.fixture(scope="module")
def read(city: Path) -> Content:
    return content.load(city / "content", city)


@pytest.fixture(scope="module")
def large(read: Content) -> dict[str, str]:
    """The index of a city."""
    return index_of(read)


def parts(scripts: dict[str, str]) -> Iterator[tuple[str, Any]]:
    """Kind and data of each script; that of a report as it was packed."""
    for script in scripts.values():
        call = ADD.fullmatch(script)
        assert call is not None
        kind, data = call[1], json.loads(call[2])
        yield kind, search_engine.unpacked(data) if kind in PACKED else data


@pytest.mark.parametrize("case", valued(CASES), ids=str)
def test_terms(case: dict[str, Any]) -> None:
    assert sorted(terms(case["text"])) == sorted(case["terms"])


def test_a_title_gives_each_sign_too() -> None:
    assert {"桥", "桥梁", "2"} <= terms("2座桥梁", single=True)


def test_folding_takes_each_sign_by_itself() -> None:
    text = "ＡＢ〔２０２１〕［１］㎡①Ⅳ，。“引”"
    assert fold(text) == "".join(map(fold, text))


def test_every_file_is_named_by_what_it_holds_and_is_asked_for() -> None:
    scripts = shown()
    names = {uri.removeprefix(FOLDER).removesuffix(".js") for uri in scripts}
    wanted = {"manifest"}
    for kind, data in parts(scripts):
        if kind == "manifest":
            wanted |= {*names_in(data["words"]), data["beside"]}
            for segment in data["segments"]:
                wanted |= {segment["columns"], segment["explore"], *names_in(segment["shards"])}
        if kind == "columns":
            wanted |= set(names_in(data[1]))
        if kind == "report":
            wanted |= {name for *_, some in data[0].get("originals", ()) for name in some.split()}
    assert names == wanted


def test_the_order_of_files_changes_nothing() -> None:
    loaded = showcase.loaded()
    backwards = Content(**{
        field: getattr(loaded, field) for field in loaded.__slots__
    } | {"records": loaded.records[::-1]})  # fmt: skip
    assert list(search.scripts(catalog(loaded))) == list(search.scripts(catalog(backwards)))


def test_the_index_is_part_of_the_tree() -> None:
    made = site.publish(showcase.loaded())
    scripts = {a.uri: a.content for a in made.index}
    others = scripts.keys() - shown().keys()
    assert others == {beside_script(made.beside).uri}
    assert scripts.items() <= {a.uri: a.content for a in made.artifacts}.items()


def test_a_draft_is_in_the_index_of_a_preview_only(project: Path) -> None:
    record = project / showcase.SEED_RECORD
    text = record.read_text(encoding="utf-8").replace("全市办公室", "全市鼯鼠")
    record.write_text(text.replace("状态: 已发布", "状态: 草稿"), encoding="utf-8")
    shown, public = (
        "".join(str(a.content) for a in site.build(project / "content", project, preview=p).index)
        for p in (True, False)
    )
    assert "鼯鼠" in shown
    assert "鼯鼠" not in public
    assert "office-work-conference" not in public


def test_a_site_built_again_keeps_no_script_of_before(project: Path) -> None:
    folder = showcase.build(project) / FOLDER
    before = {file.name for file in folder.iterdir()}
    record = project / showcase.SEED_RECORD
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("全市办公室", "全市鼯鼠"), encoding="utf-8")
    showcase.build(project)
    after = {file.name for file in folder.iterdir()}
    made = site.build(project / "content", project)
    assert after == {Path(script.uri).name for script in made.index}
    assert before - after


def test_a_changed_report_leaves_the_files_of_other_years(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.search.index._FEW", 10)
    project = showcase.copy_to(tmp_path)
    before = index(project)
    record = project / "content/records/2024/shili-shuili/river-cleaning.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("噪声投诉", "鼯鼠投诉"), encoding="utf-8")
    segments = [_segments(scripts) for scripts in (before, index(project))]
    assert [old == new for old, new in zip(*segments, strict=True)] == [True, False]


@pytest.mark.slow
def test_a_changed_report_rewrites_few_files(
    city: Path, large: dict[str, str], tmp_path: Path
) -> None:
    project = shutil.copytree(city, tmp_path / "city")
    record = demo_site.record_files(project)[150]
    text = record.read_text(encoding="utf-8")
    record.write_text(re.sub("(标题: .*)", r"\1（鼯鼠）", text, count=1), encoding="utf-8")
    after = index(project)
    kinds = [kind for kind, _ in parts({u: s for u, s in after.items() if large.get(u) != s})]
    assert kinds.count("report") == 1
    assert kinds.count("terms") <= 6  # 鼯, 鼠, 鼯鼠 and one pair across each bracket's sign
    assert len(after) > 100


def test_a_new_report_leaves_what_was_published_before_it(tmp_path: Path) -> None:
    """It comes last among the results of its year, wherever its department stands."""
    project, before = showcase.copy_to(tmp_path), shown()
    like = project / "content/records/2024/shili-canlian"
    text = next(like.glob("*.yml")).read_text(encoding="utf-8")
    for day in ("成文日期", "发布日期"):
        text = re.sub(f"{day}: .*", f"{day}: 2026-03-01", text)
    (like / "newly-published.yml").write_text(text, encoding="utf-8")
    after = index(project)
    fresh = [kind for kind, _ in parts({u: s for u, s in after.items() if u not in before})]
    assert fresh.count("report") == 1
    assert [kind for kind, _ in parts(after)].count("report") > 10


def _segments(scripts: dict[str, str]) -> list[dict[str, str]]:
    (found,) = (data["segments"] for kind, data in parts(scripts) if kind == "manifest")
    return list(found)


@pytest.mark.slow
def test_no_shard_is_large(large: dict[str, str]) -> None:
    shards = [s for kind, s in parts(large) if kind == "terms"]
    assert len(shards) > 10
    assert max(len(shard.encode()) for shard in shards) < 2_500


def test_hostile_text_stays_data(tmp_path: Path) -> None:
    project = showcase.small_to(tmp_path)
    record = project / showcase.SEED_RECORD
    hostile = r"""</script><img src=x onerror=alert(1)> \" ' ` ${1} 得分<60且>30"""
    text = record.read_text(encoding="utf-8")
    title = f"标题: {json.dumps(hostile, ensure_ascii=False)}"
    record.write_text(re.sub(r"标题: .*", lambda _: title, text, count=1), encoding="utf-8")
    reports = [data for kind, data in parts(index(project)) if kind == "report"]
    assert hostile in [text.split("\n")[0] for _, text, *_ in reports]


def test_an_empty_site_has_no_segments(tmp_path: Path) -> None:
    shutil.copytree(showcase.GOLDEN / "empty/content", tmp_path / "content")
    found = dict(parts(index(tmp_path)))
    assert found.keys() == {"words", "beside", "manifest"}
    assert found["manifest"]["segments"] == []


def test_what_a_site_says_of_a_word_comes_first(tmp_path: Path) -> None:
    shutil.copytree(showcase.GOLDEN / "empty/content", tmp_path / "content")
    own = "格式: 2\n用语:\n  - {说法: [修路, 老街], 也查: [青石板路]}\n"
    (tmp_path / "content/words.yml").write_text(own, encoding="utf-8")
    shards = [data for kind, data in parts(index(tmp_path)) if kind == "words"]
    for one in ("修路", "老街"):
        (shard,) = (shard for shard in shards if any(one in said for said, *_ in shard))
        assert shard[0] == [[one], ["青石板路"]]
    assert sum(map(len, shards)) > 1_500


def _drain(scripts: Iterator[Artifact]) -> None:
    for _ in scripts:
        pass


@pytest.mark.promises
def test_memory_is_that_of_one_segment(read: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.search.index._FEW", 20)
    monkeypatch.setattr("generator.search.index._LARGEST", 20)

    def peak(records: int) -> int:
        every = len(read.records) // records
        whole = Catalog(read.regions, read.departments, read.records[::every])
        _drain(search.scripts(whole))  # what catalog and terms keep for good
        tracemalloc.start()
        _drain(search.scripts(whole))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(150) < 1.5 * peak(37)


@pytest.mark.parametrize("name", ["search.js", "search-results.js"])
def test_the_engine_is_small_and_asks_for_nothing_that_a_policy_forbids(name: str) -> None:
    engine = (ENGINE / name).read_text(encoding="utf-8")
    assert len(gzip.compress(engine.encode(), 9)) < 6_000
    for forbidden in ("fetch(", "eval(", "innerHTML", "XMLHttpRequest", "import(", "new Function"):
        assert forbidden not in engine


def test_no_everyday_word_is_said_twice() -> None:
    said = [one for word in built_in().search_words for one in word.said]
    assert len(said) == len(set(said)) > 2_500
