"""Former addresses lead on, without a script."""

from pathlib import Path

import pytest
from helpers import showcase

from generator import site

OLD = (
    "曾用地址: [2020/yuanjiang-shiwei-bangongshi/old, "
    "/2020/yuanjiang-shiwei-bangongshi/older/index.html]\n"
)


def changed(project: Path, more: str) -> Path:
    file = project / showcase.SEED_RECORD
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    return project


def test_a_page_at_each_former_address_leads_on(tmp_path: Path) -> None:
    project = changed(showcase.seed_to(tmp_path), OLD)
    made = site.build(project / "content", project)
    pages = {a.uri: str(a.content) for a in made.pages if isinstance(a.content, str)}
    target = f"../../../{showcase.SEED}/index.html"
    for name in ("old", "older"):
        page = pages[f"2020/yuanjiang-shiwei-bangongshi/{name}/index.md"]
        assert f"leads_to: {target}" in page
        assert f'<a href="{target}">' in page
    assert made.stopping == ()


@pytest.mark.parametrize("typed", ["old", "2020/x", "https://example.org/2020/a/b", "2020/A/b"])
def test_what_is_no_address_of_the_site_is_refused(typed: str, tmp_path: Path) -> None:
    project = changed(showcase.seed_to(tmp_path), f"曾用地址: ['{typed}']\n")
    [fault] = site.build(project / "content", project).stopping
    assert fault.rule == "unreadable-address"
    assert typed in fault.message


def test_two_claims_to_one_address_stop(tmp_path: Path) -> None:
    project = changed(showcase.seed_to(tmp_path), f"曾用地址: [{showcase.SEED}]\n")
    made = site.build(project / "content", project)
    assert [fault.rule for fault in made.stopping] == ["address-taken"]
    assert len({artifact.uri for artifact in made.pages}) == len(made.pages)
