"""What people do to a site between two builds, each as a function of its project."""

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from generator import model
from helpers import office_files
from helpers.demo_site import record_files

Change = Callable[[Path], None]


def _records(project: Path) -> list[Path]:
    return record_files(project)


def _mended(file: Path, *pairs: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, (file, old)
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


def _added_to(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8") as stream:
        stream.write(text)


def _line(file: Path, key: str) -> str:
    """The first line of a key, without its blanks."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(line.strip() for line in lines if line.strip().startswith(f"{key}: "))


def _longest(project: Path, number: int) -> Path:
    """A record with a report in prose."""
    return sorted(_records(project), key=lambda file: -file.stat().st_size)[number]


def a_title(project: Path) -> None:
    file = _records(project)[3]
    _mended(file, (_line(file, "标题"), "标题: 改过的标题"))


def a_score(project: Path) -> None:
    file = _records(project)[-2]
    _mended(file, (_line(file, "得分"), "得分: 0.5"))


def a_paragraph(project: Path) -> None:
    file = _longest(project, 0)
    line = _line(file, "内容")
    _mended(file, (line, f"{line}新加的一句话"))


def a_comment(project: Path) -> None:
    _added_to(_records(project)[0], "# 说明\n")


def a_date(project: Path) -> None:
    file = _records(project)[5]
    _mended(file, (_line(file, "发布日期"), "发布日期: 2026-01-05"))


def a_record_added(project: Path) -> None:
    file = _records(project)[4]
    copy = file.with_name("added-later.yml")
    copy.write_bytes(file.read_bytes())


def a_record_removed(project: Path) -> None:
    files = _records(project)
    files[len(files) // 2].unlink()


def a_record_renamed(project: Path) -> None:
    file = _records(project)[6]
    file.rename(file.with_name("renamed.yml"))


def a_draft(project: Path) -> None:
    file = _records(project)[7]
    _mended(file, (_line(file, "状态"), "状态: 草稿"))


def a_relation(project: Path) -> None:
    one, other = _records(project)[1], _records(project)[8]
    address = other.relative_to(project / "content/records").with_suffix("").as_posix()
    _added_to(one, f"关联:\n  - {{关系: 上年, 记录: {address}}}\n")


def a_fault(project: Path) -> None:
    file = _records(project)[2]
    _mended(file, (_line(file, "总分"), "总分: 12.3"))


def a_department(project: Path) -> None:
    file = project / "content/departments.yml"
    names = [line for line in file.read_text(encoding="utf-8").splitlines() if "名称:" in line]
    _mended(file, (names[-1], f"{names[-1]}（更名）"))


def a_publisher(project: Path) -> None:
    _added_to(project / "content/publisher.yml", "公告: 本站试运行\n")


def notes_kept_back(project: Path) -> None:
    _added_to(project / "content/publisher.yml", "核对:\n  公开核对说明: 否\n")


def a_hand_written_page(project: Path) -> None:
    _added_to(project / "content/pages/index.md", "\n多写的一段。\n")


def _declared(project: Path, room: str, kept: str, *pairs: tuple[str, str]) -> None:
    """A declaration of the site, made from one of the program's."""
    file = project / "content" / room / "own.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes((Path(model.__file__).parent / room / f"{kept}.yml").read_bytes())
    _mended(file, (f"编号: {kept}", "编号: own"), *pairs)


def a_frame(project: Path) -> None:
    _declared(project, "frames", "weighted-flat-list", ("名称: 加权指标平铺", "名称: 本市的表"))


def a_kind(project: Path) -> None:
    pairs = (("名称: 运行监控", "名称: 年中检查"), ("英文: monitoring", "英文: mid-year"))
    _declared(project, "kinds", "monitoring", *pairs, (_ALIASES, ""))


_ALIASES = "别名: [绩效运行监控, 双监控, 绩效监控]\n"


def a_word(project: Path) -> None:
    file = project / "content/words.yml"
    file.write_text("格式: 2\n用语:\n  - {说法: [修路], 也查: [养护]}\n", encoding="utf-8")


def an_attachment(project: Path) -> None:
    record = _records(project)[9]
    record.with_suffix("").mkdir(exist_ok=True)
    (record.with_suffix("") / "original.csv").write_text("指标,得分\n产出,38\n", encoding="utf-8")
    _added_to(record, "附件:\n  - {文件: original.csv, 标题: 评分表}\n")


def an_original(project: Path) -> None:
    """One that is there says something else, its record being as it was; or a first one comes."""
    if files := sorted(project.glob("content/records/*/*/*/original.pdf")):
        files[0].write_bytes(office_files.pdf("改过的原文", f"第{len(files[0].read_bytes())}页"))
        return
    record = next(one for one in _records(project)[11:] if "附件:" not in one.read_text("utf-8"))
    record.with_suffix("").mkdir(exist_ok=True)
    (record.with_suffix("") / "original.pdf").write_bytes(office_files.pdf("原文", "第一页"))
    _added_to(record, "附件:\n  - {文件: original.pdf, 标题: 评价报告原文}\n")


def a_template(project: Path) -> None:
    folder = project / "overrides"
    folder.mkdir(exist_ok=True)
    text = '{% extends "base.html" %}{% block announce %}本站月底维护。{% endblock %}'
    (folder / "main.html").write_text(text, encoding="utf-8")
    settings = project / "mkdocs.yml"
    _mended(settings, ("  name: material\n", "  name: material\n  custom_dir: overrides\n"))


def addresses_of_folders(project: Path) -> None:
    _mended(project / "mkdocs.yml", ("use_directory_urls: false", "use_directory_urls: true"))


def a_setting(project: Path) -> None:
    settings = project / "mkdocs.yml"
    _mended(settings, (_line(settings, "site_name"), "site_name: 另一个名称"))


def an_address(project: Path) -> None:
    _mended(project / "mkdocs.yml", ('!ENV [SITE_URL, ""]', "https://example.org/b/"))


def a_page_spoilt(project: Path) -> None:
    """Somebody writes into the published site."""
    pages = sorted((project / "site").glob("20*/*/*/index.html"))
    pages[1].unlink()
    pages[0].write_bytes(b"spoilt")


def a_script_spoilt(project: Path) -> None:
    scripts = sorted((project / "site/search/index").glob("*.js"))
    scripts[0].write_bytes(b"spoilt")
    scripts[-2].unlink()


def the_site_removed(project: Path) -> None:
    shutil.rmtree(project / "site")


def _store(project: Path) -> Path:
    return project / ".cache/gongkai/site.db"


def the_store_removed(project: Path) -> None:
    _store(project).unlink()


def the_store_cut(project: Path) -> None:
    _store(project).write_bytes(_store(project).read_bytes()[:20_000])


def the_store_overwritten(project: Path) -> None:
    _store(project).write_bytes(b"no database" * 1_000)


def the_store_poisoned(project: Path) -> None:
    """Rows whose keys hold, and whose data is another thing."""
    connection = sqlite3.connect(_store(project))
    with connection:
        rooms = (
            "files",
            "entries",
            "outcomes",
            "beside",
            "reports",
            "terms",
            "segments",
            "pages",
            "contents",
            "batch",
            "originals",
        )
        for n, room in enumerate(rooms):
            data = (b"", b"{", b"[]", b"null", b'{"a":1}', b"\xff\x00")[n % 6]
            connection.execute("update rows set data = ? where room = ?", (data, room))
    connection.close()


CHANGES: Mapping[str, Change] = {
    name: change
    for name, change in globals().items()
    if callable(change) and name.startswith(("a_", "an_", "the_", "notes_", "addresses_"))
}
