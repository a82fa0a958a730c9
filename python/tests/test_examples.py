"""The example programs run, and their types are strict."""

import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "examples" / "python"
PROGRAMS = sorted(FOLDER.glob("*.py"))


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_it_runs(program: Path, example_plans: Path) -> None:
    command = [sys.executable, str(program), str(example_plans)]
    said = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert said.returncode == 0, said.stderr
    assert "estermouth-pellowshire" in said.stdout


def test_types_are_strict() -> None:
    if not PROGRAMS:
        pytest.skip("the example programs are not beside this package")
    settings = Path(__file__).parents[1] / "pyproject.toml"
    checked = [str(program) for program in PROGRAMS] + [str(Path(__file__).parent)]
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(settings), *checked]
    said = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert said.returncode == 0, said.stdout + said.stderr
