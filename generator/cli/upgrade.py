"""`gongkai upgrade`: a site project as this version of the program has it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

import generator
from generator.cli.calm import Unusable
from generator.cli.project import content_name, project_option
from generator.intake import declarations
from generator.scaffold.site import SETTINGS
from generator.source.settings import scalar
from generator.upkeep import lock, written
from generator.upkeep.changes import Change, Doing, Upgrade
from generator.upkeep.differences import differences
from generator.upkeep.outfit import GUIDE, OTHER_GUIDE, Outfit, outfit
from generator.upkeep.wheel import NAME, is_later, released

_WORDS = {
    Doing.ADD: "新增", Doing.REPLACE: "更新", Doing.REMOVE: "删去", Doing.KEEP: "未动",
}  # fmt: skip
_SHOWN = 40
"""Lines of a file's differences that are shown where the program replaces it."""
_OPEN = 1


@click.command()
@click.option("--check", is_flag=True, help="只列出会有哪些改动，不写入；有改动时退出码为 1。")
@click.option(
    "--replace", "replacing", multiple=True, metavar="FILE",
    help="放弃自己在这个文件中的改动，换成新版本的；可以多次给出。",
)  # fmt: skip
@click.option(
    "--keep", "keeping", multiple=True, metavar="FILE",
    help="保留自己改过的这个文件，这一版本不再提示；可以多次给出。",
)  # fmt: skip
@project_option
@click.pass_context
def upgrade(
    ctx: click.Context, project: Path, *, check: bool,
    replacing: tuple[str, ...], keeping: tuple[str, ...],
) -> None:  # fmt: skip
    """把网站项目中由程序写出的文件换成这一版本的：安装包、锁定的依赖、自动发布、说明。

    不需要网络。content 文件夹里的内容一概不动；您改过的文件不覆盖，只列出新版本与它的不同之处。
    """
    root = project.resolve()
    work = Upgrade(
        root, _outfit(project, root), written.read(root),
        frozenset(map(_plain, replacing)), frozenset(map(_plain, keeping)),
    )  # fmt: skip
    if unknown := sorted((work.replacing | work.keeping) - _known(work)):
        raise Unusable(
            f"「{unknown[0]}」不是由程序写出的文件；可以写的是 gongkai upgrade 列出的文件"
        )
    before = _version(work)
    if is_later(before):
        raise Unusable(f"网站已经是 {before} 版，比这里的 {released()} 新；请用新的那一版来升级")
    changes = work.changes()
    click.echo(f"版本：{before or '未知'} → {work.outfit.version}")
    for change in changes:
        for line in _told(change, is_read=change.path not in work.outfit.made):
            click.echo(line)
    if not check:
        work.apply(changes)
    click.echo(_summary(changes, check=check))
    kept = any(change.doing is Doing.KEEP for change in changes)
    ctx.exit(_OPEN if kept or (check and changes) else 0)


def _outfit(project: Path, root: Path) -> Outfit:
    """What is to stand in the project; wrong use where it is none, or the program's own."""
    settings = root / SETTINGS
    if not settings.is_file():
        raise Unusable(
            f"「{project}」中没有 {SETTINGS}，不是网站项目；请用 --project 给出网站的文件夹"
        )
    if root == Path(generator.__file__).parents[1]:
        raise Unusable(
            f"「{project}」是程序自己的文件夹，不能这样升级；请用 --project 给出网站的文件夹"
        )
    declared = declarations.of_folder(root / content_name(root), root)
    name = scalar(settings.read_text(encoding="utf-8-sig", errors="replace"), "site_name")
    knows = written.read(root).knows
    guide = OTHER_GUIDE if knows(OTHER_GUIDE) and not knows(GUIDE) else GUIDE
    return outfit(name or "", declared.lexicon, guide)


def _plain(path: str) -> str:
    return path.replace("\\", "/").removeprefix("./")


def _known(work: Upgrade) -> set[str]:
    return {*work.outfit.files, *work.written.digests}


def _version(work: Upgrade) -> str:
    """The package that the project has now, as far as its lock or our note tells."""
    file = work.root / lock.PLACE
    text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    return lock.pinned(text).get(NAME) or work.written.version


def _told(change: Change, *, is_read: bool) -> Iterator[str]:
    """What becomes of a file, and how it differs where people read such files."""
    if change.doing is not Doing.KEEP:
        yield f"{_WORDS[change.doing]} {change.path}"
        if change.doing is Doing.REPLACE and is_read:
            yield from _shortened(list(_differing(change)))
        return
    if change.after is None:
        yield f"未动 {change.path}：您改过这个文件，新版本不再使用它；确认不需要后可以自己删去"
        return
    yield f"未动 {change.path}：您改过这个文件；新版本与它的不同之处："
    yield from _differing(change)
    yield (
        f"  请把需要的改进去，再运行 gongkai upgrade --keep {change.path}；"
        f"不要自己的改动的，运行 gongkai upgrade --replace {change.path}"
    )


def _shortened(lines: list[str]) -> list[str]:
    if len(lines) <= _SHOWN:
        return lines
    return [*lines[:_SHOWN], f"    …… 还有 {len(lines) - _SHOWN} 行"]


def _differing(change: Change) -> Iterator[str]:
    """The differences in lines; of a lock in packages, since nobody reads digests."""
    before, after = change.before or b"", change.after or b""
    if change.path == lock.PLACE:
        for move in lock.moves(before.decode(errors="replace"), after.decode()):
            yield f"    {move.package}：{move.before or '没有'} → {move.after or '没有'}"
        return
    for one in differences(before, after):
        yield f"    第 {one.line} 行"
        yield from (f"    - {line}" for line in one.gone)
        yield from (f"    + {line}" for line in one.come)


def _summary(changes: tuple[Change, ...], *, check: bool) -> str:
    if not changes:
        return "没有需要改动的文件。"
    counts = Counter(change.doing for change in changes)
    told = "，".join(
        f"{word} {counts[doing]} 个" for doing, word in _WORDS.items() if counts[doing]
    )
    if check:
        return f"共 {len(changes)} 个文件（{told}）。没有写入任何文件。"
    return f"共 {len(changes)} 个文件（{told}）。下次预览或生成时会自动安装这一版本。"
