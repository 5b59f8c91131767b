"""Addresses elsewhere of what is on the site too."""

import html
from pathlib import Path

from helpers.small_site import DEPARTMENT, built, pages

URL = "https://example.org/elsewhere"


def test_a_document_on_the_site_keeps_its_address_elsewhere(tmp_path: Path) -> None:
    related = [{"关系": "上年", "记录": "2023/ju/a", "网址": URL}]
    made = built(tmp_path, {"a": {}, "b": {"关联": related}})
    assert f'href="{URL}"' in html.unescape(pages(made)["2023/ju/b/"])


def test_so_does_a_file_that_is_attached(tmp_path: Path) -> None:
    folder = tmp_path / "content/records/2023" / DEPARTMENT / "a"
    folder.mkdir(parents=True)
    (folder / "form.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    annex = {"文件": "form.png", "标题": "自评表", "网址": URL}
    page = html.unescape(pages(built(tmp_path, {"a": {"附件": [annex]}}))["2023/ju/a/"])
    assert "image: 2023/ju/a/files/form.png" in page
    assert f'href="{URL}"' in page
    assert "files/form.png" in page
