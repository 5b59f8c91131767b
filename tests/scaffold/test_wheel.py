"""The wheel carries all it needs: installed elsewhere, it builds a site."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from helpers import showcase


def run(*command: str | Path, cwd: Path) -> str:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_wheel_installs_into_a_fresh_environment_and_builds_a_site(
    tmp_path: Path, project: Path
) -> None:
    wheels = tmp_path / "wheels"
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", wheels)
    run(*build, showcase.ROOT, cwd=showcase.ROOT)
    (wheel,) = wheels.glob("gongkai-*.whl")
    fresh = tmp_path / "fresh"
    venv.create(fresh, with_pip=False)
    python = fresh / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python)
    run(*pip, "install", "--no-index", "--no-deps", wheel, cwd=tmp_path)
    # The dependencies are the locked ones of this environment; ours comes before them.
    packages = Path(
        run(python, "-c", "import site; print(site.getsitepackages()[0])", cwd=tmp_path).strip()
    )
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    where = run(python, "-c", "import generator; print(generator.__file__)", cwd=project)
    assert Path(where.strip()).is_relative_to(fresh)
    run(python, "-m", "mkdocs", "build", "--strict", cwd=project)
    report = (project / "site" / showcase.SEED / "index.html").read_text(encoding="utf-8")
    assert "135.71%" in report
    assert list((project / "site").rglob("gongkai*.css"))
