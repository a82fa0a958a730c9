"""Reading one document."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["pdf", "docx", "html", "markdown", "text"]))
def test_any_bytes_give_a_document_or_an_error(data: bytes, format: str) -> None:
    try:
        document = planaudit.Document.from_bytes(data, format)
    except planaudit.DocumentError as error:
        assert str(error)
    else:
        assert isinstance(document.text, str)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_is_audited_and_quoted_exactly(text: str) -> None:
    text += "\n\nAn easy read version of this plan is on our website 🎉.\n"
    read = planaudit.Document.from_text(text).text
    for row in planaudit.audit_text(text).evidence.to_dicts():
        assert read[row["start"] : row["end"]] == row["quote"]


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown format `wordstar`"):
        planaudit.Document.from_bytes(b"x", "wordstar")
