"""预览、核对、生成这个网站：准备好程序，再运行它。只需要 Python，不需要别的。

    python3 run.py preview       预览
    python3 run.py publish       核对并生成网站，文件在 site 文件夹里
    python3 run.py upgrade FILE  换用新版本的安装包 FILE；加上 --check 只列出会有哪些改动
    python3 run.py new record    其余的词原样交给 gongkai

Windows 上把“python3 run.py”换成“gongkai”，或双击 preview.cmd、publish.cmd。
"""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).absolute().parent
HOME = HERE / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = HERE / "requirements.txt"
DONE = HOME / "installed.txt"
"""Holds the digest of the lock that was installed last."""
PACKAGE = ".whl"
PORTS = range(8000, 8020)
FAILED = 3
"""The program could not be made ready; its own codes are 0, 1 and 2."""


def main(words: list[str]) -> int:
    """Run what is asked for in the site's folder; the exit code tells how it ended."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    if sys.version_info < (3, 11):
        return told(f"需要 Python 3.11 或更高版本，现在是 {sys.version.split()[0]}")
    if not words:
        print(__doc__)
        return 0
    packages = [str(Path(word).absolute()) for word in words if word.endswith(PACKAGE)]
    os.chdir(HERE)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    try:
        failure = not_ready()
    except OSError as error:
        failure = f"读写文件失败（{error.strerror}）：{error.filename}"
    return told(failure) if failure else carried_out(words, packages)


def carried_out(words: list[str], packages: list[str]) -> int:
    """What is asked for; `packages` are those among the words, by their full paths."""
    if words[0] == "preview":
        return preview(words[1:])
    if words == ["publish"]:
        return publish()
    if words[0] == "upgrade" and packages:
        return upgrade(packages, [word for word in words if not word.endswith(PACKAGE)])
    return run("generator", *words)


def not_ready() -> str:
    """Make the environment and install the locked packages, once; what went wrong, if anything."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    usable = PYTHON.exists() and not subprocess.call(
        [PYTHON, "-c", "import pip"], stderr=subprocess.DEVNULL
    )
    if usable and installed() == wanted:
        return ""
    print("正在准备程序：第一次或升级之后需要一两分钟，请稍候……", flush=True)
    if not usable and subprocess.call([sys.executable, "-m", "venv", "--clear", HOME]):
        return "没有建成 .venv 文件夹；Debian 和 Ubuntu 请先安装 python3-venv"
    if install("--require-hashes", "--requirement", str(LOCK)):
        return (
            "没有装好程序，原因见上。连不上软件源的，请检查网络，"
            "或按说明中“没有外网的电脑”一节准备安装包"
        )
    DONE.write_text(wanted, encoding="ascii")
    return ""


def installed() -> str:
    """The digest of the lock that was installed last; none where nothing was, or not to the end."""
    try:
        return DONE.read_text(encoding="ascii")
    except (OSError, ValueError):
        return ""


def preview(more: list[str]) -> int:
    """Serve the site to this computer alone, at the first port that nobody else uses."""
    port = next(filter(is_free, PORTS), None)
    if port is None:
        return told(f"端口 {PORTS[0]} 至 {PORTS[-1]} 都被占用；请关闭其他预览窗口再试")
    print(f"预览：http://127.0.0.1:{port}/  保存文件后页面自动更新；按 Ctrl+C 停止。", flush=True)
    opening = [] if "--no-open" in more else ["--open"]
    return run("mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", *opening)


def publish() -> int:
    """Check the records, build the site strictly and say where it is."""
    for words in (("generator", "check"), ("mkdocs", "build", "--strict")):
        if code := run(*words):
            told("网站没有生成，原有的 site 文件夹保持不变；请按上面的提示改正后再运行")
            return code
    print(f"网站已生成：{HERE / 'site'}")
    print("用 Git 自动发布的：提交并推送改动即可，不需要上传这个文件夹。")
    print("自己上传的：把 site 文件夹里的全部文件放到网站服务器的网页目录，替换原有文件。")
    return 0


def upgrade(packages: list[str], words: list[str]) -> int:
    """Let the version in a package bring this folder up to itself."""
    DONE.unlink(missing_ok=True)  # what is installed is then no longer what the lock says
    if install(*packages):
        return told("没有装好新版本，原因见上；网站的文件没有改动")
    return run("generator", *words)


def install(*what: str) -> int:
    """Install packages into the environment; 0 where that went well."""
    return run("pip", "--disable-pip-version-check", "install", "--quiet", *what)


def run(module: str, *words: str) -> int:
    """A program of the environment, by the name of its module: no path breaks that."""
    started = subprocess.Popen([PYTHON, "-m", module, *words])
    while True:
        try:
            return started.wait()
        except KeyboardInterrupt:
            continue  # it heard that too, and ends in its own way


def is_free(port: int) -> bool:
    """Whether no other program has taken a port of this computer."""
    with socket.socket() as tried:
        if os.name != "nt":  # where this lets two programs share a port; elsewhere it spares a wait
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def told(sentence: str) -> int:
    """Say what went wrong."""
    print(f"错误：{sentence}", file=sys.stderr)
    return FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
