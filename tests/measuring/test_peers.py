"""What peers are given, and what is reckoned of them."""

from pathlib import Path

import pytest

from bench.ground import Ground
from bench.peers.hugo import Hugo, name_sections, whole
from bench.peers.linters import Linters, scaled, spread
from bench.peers.ours import fresh
from bench.runs import FailedError, Run


def put(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")


def names_in(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_pages_with_pages_below_them_are_sections_to_hugo(tmp_path: Path) -> None:
    put(tmp_path, "index.md", "2024/index.md", "2024/a/b/index.md", "2024/a/b/files/a.pdf")
    name_sections(tmp_path)
    assert names_in(tmp_path) == {
        "_index.md", "2024/_index.md", "2024/a/b/index.md", "2024/a/b/files/a.pdf",
    }  # fmt: skip


def test_a_page_that_hugo_did_not_make_stops_the_bench(tmp_path: Path) -> None:
    given, made = tmp_path / "given", tmp_path / "made"
    put(given, "index.md", "a/index.md")
    put(made, "index.html", "404.html")
    with pytest.raises(FailedError, match="no page of 1, a among"):
        whole(given, made)
    put(made, "a/index.html", "folders-only/index.html")
    whole(given, made)


def test_all_is_reckoned_from_one_and_a_sample() -> None:
    # A start of 2 s and a tenth of a second for each record.
    one, sample = Run(2.1, 4.2, 10), Run(7.0, 14.0, 30)
    reckoned = scaled(one, sample, size=50, records=1000)
    assert (reckoned.cpu, reckoned.wall) == pytest.approx((102.0, 204.0))
    assert reckoned.peak == 30


def test_a_sample_is_spread_over_the_list() -> None:
    files = [Path(str(n)) for n in range(10)]
    assert [file.name for file in spread(files, 3)] == ["0", "3", "6"]
    assert spread(files, 20) == files


def test_what_is_not_installed_has_no_version_and_runs_nothing(tmp_path: Path) -> None:
    ground = Ground(tmp_path, 20)
    for peer in (Hugo(tmp_path), Linters(tmp_path)):
        assert peer.version == ""
        assert list(peer.turn(ground)) == []


def test_a_fresh_project_holds_nothing_that_a_build_left(tmp_path: Path) -> None:
    ground = Ground(tmp_path, 20)
    put(tmp_path, "cache/gongkai/store.db")
    put(ground.project, "content/publisher.yml", "mkdocs.yml", "site/index.html", ".cache/store")
    fresh(ground)
    assert names_in(tmp_path) == {"project/content/publisher.yml", "project/mkdocs.yml"}
