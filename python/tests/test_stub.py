"""The stub says what the binary holds."""

import subprocess
import sys


def test_the_stub_agrees_with_the_binary() -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "mypy.stubtest", "planaudit", "--ignore-disjoint-bases"], capture_output=True, text=True, timeout=300
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_importing_is_light() -> None:
    code = "import sys, planaudit; print([name for name in ('pandas', 'polars', 'pyarrow', 'numpy', 'tqdm') if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
