"""Reading one document."""

from pathlib import Path

import pytest

import planaudit
from conftest import PLAN


def test_the_three_ways_agree(tmp_path: Path) -> None:
    file = tmp_path / "plan.md"
    file.write_text(PLAN, encoding="utf-8")
    documents = [
        planaudit.Document.from_file(file),
        planaudit.Document.from_bytes(file.read_bytes(), "markdown"),
        planaudit.Document.from_bytes(file.read_bytes(), "plan.md"),
        planaudit.Document.from_text(PLAN),
    ]
    assert len({document.text for document in documents}) == 1
    assert "🧒🏽" in documents[0].text
    assert documents[0].words > 40
    assert documents[0].readable == 1.0
    assert documents[0].format == "Markdown"


def test_pages_are_counted() -> None:
    document = planaudit.Document.from_bytes(b"One.\n\x0cTwo.\n", "text")
    assert document.pages == len(document.page_ledger) == 2
    assert document.page_ledger.column("kind") == ["text", "text"]


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown format `wordstar`"):
        planaudit.Document.from_bytes(b"x", "wordstar")
