"""An editor with yaml-language-server helps with a record by the schema its first line names.

The server is installed by `make test` where npm is there (tests/cli/editor/package-lock.json).
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers import showcase
from helpers.language_server import LanguageServer

SERVER = Path(__file__).parent / "editor/node_modules/yaml-language-server/bin/yaml-language-server"
NODE = shutil.which("node")

pytestmark = pytest.mark.skipif(
    NODE is None or not SERVER.is_file(),
    reason="no language server: run `npm ci --ignore-scripts` in tests/cli/editor (needs Node)",
)

DRAFT = """\
# yaml-language-server: $schema=../schema/record.json
格式: 1
状态: 
评价类型: 现场评价
指标体系: 
标题: 2023年度甲项目绩效自评报告
项目:
  名称: 甲
指标:
  - 名称: 数量
    分值: 50
    得份: 50
    其他栏:
      预警: 
问题:
  - 编号: w1
公开:
  成文日期: 2023-03-01
  效力状态: 
  发布日期: 三月
  文号:
来源:
  摘编: 是

"""  # noqa: W291 - a value that is still to be chosen
KINDS_OFFERED = (
    "「评价类型」可选：绩效目标、事前评估、运行监控、跟踪评价、单位自评、部门评价、财政评价、"
    "复核、整改报告、结果通报"
)
LINES = DRAFT.split("\n")

Document = dict[str, str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as `gongkai schema` leaves it."""
    folder = tmp_path_factory.mktemp("editor")
    shutil.copytree(showcase.ROOT / "schema", folder / "schema")
    (folder / "content").mkdir()
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[LanguageServer]:
    with LanguageServer([str(NODE), str(SERVER), "--stdio"], folder) as running:
        yield running


@pytest.fixture(scope="module")
def draft(server: LanguageServer, folder: Path) -> Document:
    return server.open(folder / "content" / "draft.yml", DRAFT)


def at(line: str, column: int) -> dict[str, int]:
    """A position in the line that begins like this."""
    (number,) = [n for n, text in enumerate(LINES) if text.startswith(line)]
    return {"line": number, "character": column}


def offered(server: LanguageServer, document: Document, where: dict[str, int]) -> dict[str, Any]:
    """What is offered at a position, by what it reads."""
    answer = server.ask("textDocument/completion", textDocument=document, position=where)
    return {item["label"]: item for item in answer["items"]}


@pytest.fixture(scope="module")
def marked(server: LanguageServer, draft: Document) -> set[tuple[str, str]]:
    """The line of every mark and its message."""
    found = server.diagnostics(draft)
    return {(LINES[d["range"]["start"]["line"]].strip(), d["message"]) for d in found}


def test_faults_are_marked_and_nothing_else(marked: set[tuple[str, str]]) -> None:
    assert marked == {
        ("评价类型: 现场评价", KINDS_OFFERED),
        ("- 编号: w1", 'Missing property "内容".'),
        ("状态:", "「状态」可选：草稿、审核中、已发布"),
        ("得份: 50", "Property 得份 is not allowed."),
        ("发布日期: 三月", "「发布日期」应为年-月-日，如 2022-07-29"),
    }


def test_keys_are_offered_that_are_not_there_yet(server: LanguageServer, draft: Document) -> None:
    end = {"line": len(LINES) - 2, "character": 0}
    keys = offered(server, draft, end)
    assert {"评价对象", "资金", "建议", "编号"} <= set(keys)
    assert {"格式", "标题", "项目", "指标", "title"}.isdisjoint(keys)
    assert "建议" in keys
    assert "评价什么" in str(keys["评价对象"]["documentation"])


def test_choices_are_offered(server: LanguageServer, draft: Document) -> None:
    assert set(offered(server, draft, at("状态:", 4))) == {"草稿", "审核中", "已发布"}
    validity = offered(server, draft, at("  效力状态:", 8))
    assert set(validity) == {"有效", "失效", "废止"}
    assert "valid" in str(validity["有效"]["documentation"])


def test_kinds_frames_and_columns_are_offered(server: LanguageServer, draft: Document) -> None:
    kinds = offered(server, draft, at("评价类型:", 6))
    assert {"单位自评", "运行监控", "整改报告"} <= set(kinds)
    assert "年度中间看钱花到哪里" in str(kinds["运行监控"]["documentation"])
    frames = offered(server, draft, at("指标体系:", 6))
    assert "单位自评-10-50-30-10" in frames
    alerts = offered(server, draft, at("      预警:", 10))
    assert set(alerts) == {"红", "黄", "蓝", "绿"}


def test_a_key_is_explained(server: LanguageServer, draft: Document) -> None:
    answer = server.ask("textDocument/hover", textDocument=draft, position=at("    分值:", 5))
    said = answer["contents"]["value"]
    assert "分值" in said
    assert "满分，20 或 20%；原表没有就不填" in said
    assert "单位：分" in said
    assert "`weight`" in said
