"""The example notebooks run to the end, and are kept without outputs."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "examples" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_it_runs(file: Path) -> None:
    notebook = nbformat.reads(file.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code), "clear its outputs before a commit"
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(FOLDER)}}).execute()
    shown = [output for cell in code for output in cell.outputs]
    displays = [output.data.get("text/html", "") for output in shown if "data" in output]
    assert any('class="planaudit"' in display for display in displays)
    warned = [output.text for output in shown if output.get("name") == "stderr" and "Warning" in output.text]
    assert not warned


def test_there_are_five() -> None:
    if not FOLDER.is_dir():
        pytest.skip("the notebooks are not beside this package")
    assert [file.name[0] for file in NOTEBOOKS] == list("12345")
