"""The stub says what the binary holds."""

import subprocess
import sys
from pathlib import Path


def test_the_stub_agrees_with_the_binary() -> None:
    settings = Path(__file__).parents[1] / "pyproject.toml"
    command = [sys.executable, "-m", "mypy.stubtest", "planaudit", "--mypy-config-file", str(settings)]
    checked = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_importing_is_light() -> None:
    heavy = "'pandas', 'polars', 'pyarrow', 'numpy', 'tqdm'"
    code = f"import sys, planaudit; print([name for name in ({heavy}) if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
