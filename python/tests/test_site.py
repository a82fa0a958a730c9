"""The documentation site is built without a warning, and asks for nothing from elsewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import planaudit

BUILD = Path(__file__).parents[1] / "docs" / "build.py"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    said = subprocess.run([sys.executable, str(BUILD), str(folder)], capture_output=True, text=True, timeout=300)
    assert said.returncode == 0, said.stdout + said.stderr
    return folder


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) >= 10
    for page in pages:
        text = page.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|img|iframe)[^>]* src="([^"]+)"', text)
        loaded += re.findall(r'<link[^>]* rel="(?:stylesheet|preload)"[^>]* href="([^"]+)"', text)
        assert not [link for link in loaded if "//" in link]


def test_everything_public_is_in_the_reference(site: Path) -> None:
    reference = (site / "reference.html").read_text(encoding="utf-8")
    for name in planaudit.__all__:
        if not name.startswith("__"):
            assert f'id="planaudit.{name}"' in reference, name


def test_every_question_is_listed(site: Path) -> None:
    listed = (site / "questions.html").read_text(encoding="utf-8")
    for question in planaudit.Rubric.load().questions:
        assert question.id in listed


def test_the_columns_are_documented(example_plans: Path) -> None:
    page = (BUILD.parent / "pages" / "columns.md").read_text(encoding="utf-8")
    assessment = planaudit.audit(example_plans, progress=False)
    document = assessment.document(assessment.documents.column("document")[0])
    tables = [getattr(assessment, name) for name in ("ratings", "evidence", "near_misses", "leads", "targets", "documents")]
    for table in [*tables, assessment.summary, assessment.unread, document.passages, document.page_ledger]:
        for column in table.columns:
            assert f"`{column}`" in page, f"{column} of {table!r}"
