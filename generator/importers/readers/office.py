"""Files of old office programs, opened by LibreOffice where it is installed and saved anew.

`python -m generator.importers.readers.office` is the process that becomes LibreOffice: bounded in
memory and time, with a profile of its own, so that no settings, extensions or macros of anybody
take part.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.importers import limits
from generator.importers.outline import UnreadableError

try:
    import resource
except ModuleNotFoundError:  # Windows has no such limits; the parent's clock is there
    resource = None  # type: ignore[assignment]

_NAMES = ("soffice", "libreoffice")
_USUAL = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
_FILTERS = {".doc": "MS Word 97", ".rtf": "Rich Text Format"}
"""By which it opens a file; left to choose, it makes a text of anything."""
_MEMORY = 4 * 2**30
"""Bytes of address space, much of which LibreOffice only reserves."""
_SETTINGS = (Path(__file__).parent / "office-settings.xcu").read_bytes()
"""Macros are off, links are not followed."""


def program() -> Path | None:
    """LibreOffice, where it is installed."""
    for name in _NAMES:
        if (found := shutil.which(name)) is not None:
            return Path(found)
    return next((file for file in _USUAL if file.exists()), None)


@contextmanager
def converted(file: Path, kept_as: str, made: str) -> Iterator[Path]:
    """The file in another format while the block lasts; raises `UnreadableError`.

    `kept_as` is the suffix of the format that the file is in whatever it is called, `made` that of
    what is wanted.
    """
    office = program()
    if office is None:
        raise UnreadableError(
            f"{file.suffix.lower()} 是旧格式，要装了 LibreOffice 才能直接读取；"
            f"也可以用办公软件打开，另存为 {made.removeprefix('.')} 后再导入"
        )
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        source, out = folder / f"source{kept_as}", folder / "made"
        shutil.copyfile(file, source)
        _convert(office, source, out, made.removeprefix("."))
        result = out / f"source{made}"
        if not result.is_file():
            raise UnreadableError("LibreOffice 打不开这个文件；请用原来的软件打开后另存")
        yield result


def _convert(office: Path, source: Path, out: Path, made: str) -> None:
    profile = source.parent / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_bytes(_SETTINGS)
    command = [
        sys.executable, "-m", __name__, str(office), str(source), str(out), made,
        profile.as_uri(), _FILTERS[source.suffix],
    ]  # fmt: skip
    with subprocess.Popen(  # noqa: S603 -- this interpreter, this package
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:  # fmt: skip
        try:
            process.wait(limits.SECONDS)
        except subprocess.TimeoutExpired:
            raise UnreadableError(
                f"LibreOffice 打开文件超过 {limits.SECONDS} 秒，已停止；请用办公软件另存后再导入"
            ) from None
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """With all that it started."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, 9)
        except ProcessLookupError:
            return
    else:
        process.kill()


def main() -> None:
    """Become LibreOffice, bounded."""
    office, source, out, made, profile, opened_by = sys.argv[1:]
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (limits.SECONDS, limits.SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (limits.UNPACKED, limits.UNPACKED))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    command = [
        office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck",
        "--nodefault", "--nofirststartwizard", f"--infilter={opened_by}",
        "--convert-to", made, "--outdir", out, source,
    ]  # fmt: skip
    if os.name == "nt":
        sys.exit(subprocess.run(command, check=False).returncode)  # noqa: S603 -- as it was found
    os.execv(office, command)  # noqa: S606 -- the program as it was found


if __name__ == "__main__":
    main()
