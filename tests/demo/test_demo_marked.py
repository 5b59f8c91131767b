"""What is made up says so on every page, or is not published: by what its files say."""

import shutil
from pathlib import Path

import pytest
from helpers import demo_site, showcase

from generator import site
from generator.model.register import DepartmentKind
from generator.pages.page_artifact import PageArtifact
from generator.pages.views.base import EXAMPLE, FICTION
from generator.scaffold.site import NewSite, contents_of
from generator.site import Site


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo_site.made(tmp_path_factory.mktemp("demo"), 14)


def unmarked(made: Site, mark: str) -> list[str]:
    """The pages without the mark; those that only lead on to another are never seen."""
    pages = [page for page in made.pages if isinstance(page, PageArtifact)]
    assert len(pages) > 20
    texts = {page.uri: page.text for page in pages if "leads_to" not in page.text.meta}
    return [uri for uri, text in texts.items() if mark not in text.markdown]


def rewritten(project: Path, name: str, old: str, new: str) -> None:
    file = project / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_every_page_of_a_demo_says_that_it_is_made_up(demo: Path) -> None:
    made = site.build(demo / "content", demo)
    assert made.stopping == ()
    assert unmarked(made, FICTION) == []
    assert made.notices[0] == FICTION  # of the pages written by hand


def test_a_demo_whose_publisher_does_not_say_so_is_not_published(
    demo: Path, tmp_path: Path
) -> None:
    project = Path(shutil.copytree(demo, tmp_path / "demo"))
    rewritten(project, "content/publisher.yml", "虚构: 是\n", "")
    made = site.build(project / "content", project)
    assert {fault.rule for fault in made.stopping} == {"fictional-record"}
    assert len(made.stopping) == len(made.records) > 10


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A site as a bureau begins with it."""
    told = NewSite(
        name="示例市绩效评价公开", organiser="示例市财政局", region="shili", region_name="示例市",
        department="ju", department_name="示例市某局", kind=DepartmentKind.GOVERNMENT,
        year=2024,
    )  # fmt: skip
    for name, content in contents_of(told).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_the_example_of_a_new_site_is_marked_in_previews_and_never_published(new: Path) -> None:
    content = new / "content"
    assert EXAMPLE in site.build(content, new, preview=True).notices
    preview = site.build(content, new, preview=True)
    texts = [page.text for page in preview.pages if isinstance(page, PageArtifact)]
    assert [text.meta["title"] for text in texts if EXAMPLE not in text.markdown] == []
    public = site.build(content, new)
    assert public.stopping == ()
    assert EXAMPLE not in public.notices
    rewritten(new, "content/records/2024/ju/example.yml", "状态: 草稿", "状态: 已发布")
    assert [fault.rule for fault in site.build(content, new).stopping] == ["fictional-record"]


@pytest.mark.slow
def test_the_mark_stands_on_every_page_of_the_site(demo: Path) -> None:
    built = showcase.build(demo)
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 20
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    assert [
        str(p) for p, text in texts.items() if FICTION not in text and "refresh" not in text
    ] == []
