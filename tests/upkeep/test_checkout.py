"""The checkout runs in place wherever it lies: no path stands where the locale's encoding rules."""

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from helpers import chinese_machine, showcase

NEEDED = ("pyproject.toml", "README.md", "LICENSE", "requirements.lock", "generator/__init__.py")
PACKAGES = Path(sysconfig.get_path("purelib"))


@pytest.mark.slow
def test_python_starts_and_finds_the_program_below_a_chinese_path(tmp_path: Path) -> None:
    machine = chinese_machine.machine(tmp_path / "locale")
    checkout = tmp_path / machine.name("公开 软件")
    for name in NEEDED:
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(showcase.ROOT / name, checkout / name)
    for words in (
        ("hatchling", "build", "-t", "wheel:editable", "-d", "dist"),
        ("venv", "--without-pip", ".venv"),
    ):
        subprocess.run(
            [sys.executable, "-m", *words],
            cwd=checkout,
            env=machine.environment,
            check=True,
            capture_output=True,
        )
    (editable,) = (checkout / "dist").glob("*.whl")
    home = checkout / ".venv"
    (packages,) = home.rglob("site-packages")
    with zipfile.ZipFile(editable) as archive:
        archive.extractall(packages)
    shutil.copytree(PACKAGES / "editables", packages / "editables")
    read_at_start = list(packages.glob("*.pth"))
    assert read_at_start
    assert all(file.read_bytes().isascii() for file in read_at_start)
    found = subprocess.run(
        [home / "bin/python", "-c", "import generator; print(generator.__file__)"],
        cwd=tmp_path,
        env=machine.environment,
        check=True,
        capture_output=True,
    )
    assert found.stderr == b""
    assert found.stdout.decode("gbk").endswith(str(Path("公开 软件/generator/__init__.py")) + "\n")
