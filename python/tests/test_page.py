"""Outlines, passages and pages."""

import shutil
from pathlib import Path

import pytest

import planaudit

PDF = "estermouth-pellowshire-joint-forward-plan.pdf"
DOCX = "vexley-harnwood-integrated-care-strategy.docx"


@pytest.fixture(scope="module")
def examples(example_plans: Path) -> planaudit.Assessment:
    return planaudit.audit(example_plans, progress=False)


def test_an_outline_has_levels_pages_and_zones(examples: planaudit.Assessment) -> None:
    document = examples.document(PDF)
    sections = document.outline.sections
    assert len(sections) == len(document.outline) > 10
    assert {"contents", "glossary"} <= {section.zone for section in sections}
    for section in sections:
        assert document.text[section.start :].startswith(section.title)
        assert section.path[-1] == section.title
        assert section.start < section.end <= len(document.text)
        assert section.page is not None and 1 <= section.page <= document.pages
    assert sections[0].title in str(document.outline)


def test_passages_are_pieces_of_the_text(examples: planaudit.Assessment) -> None:
    document = examples.document(PDF)
    rows = document.passages.to_dicts()
    assert len(rows) > 100
    for row in rows:
        assert document.text[row["start"] : row["end"]] == row["quote"]


def test_a_page_holds_its_lines(examples: planaudit.Assessment) -> None:
    document = examples.document(PDF)
    pages = [document.page(number + 1) for number in range(document.pages)]
    assert sum(len(page.text.split()) for page in pages) >= document.words
    for row in examples.evidence.to_dicts():
        if row["document"] == PDF:
            # A quote may read on over the page.
            assert row["quote"].split()[0] in document.page(row["page"]).text


def test_pages_are_drawn(examples: planaudit.Assessment) -> None:
    png = examples.document(PDF).page(1).png(scale=0.5)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 297


def test_passages_are_marked_where_they_stand(examples: planaudit.Assessment) -> None:
    # Every quote on its page, one after another: nearly all are found by their letters.
    found = missed = 0
    seen = set()
    for row in examples.evidence.to_dicts():
        key = (row["start"], row["end"])
        if row["document"] != PDF or row["page"] != 4 or key in seen:
            continue
        seen.add(key)
        page = examples.document(PDF).page(row["page"], mark=[key])
        assert "".join(page.marked) in row["quote"].replace("\n", "")
        if "<rect" in page._repr_html_():
            found += 1
        else:
            missed += 1
        if found + missed == 6:
            break
    assert found >= 5 and missed <= 1


def test_where_there_are_no_pages_the_section_is_shown(examples: planaudit.Assessment) -> None:
    [row] = [
        row for row in examples.ratings.to_dicts() if row["document"] == DOCX and row["question"] == "ld.accountability"
    ]
    answer = examples.answer(DOCX, row["question"])
    page = answer.page()
    assert page.number is None
    assert page.marked == [answer.evidence[0].quote]
    assert "<mark>" in page._repr_html_()
    with pytest.raises(planaudit.DocumentError, match="only pages of a PDF"):
        page.png()
    with pytest.raises(planaudit.QueryError, match="has no pages"):
        examples.document(DOCX).page(1)


def test_pages_and_passages_that_are_not_there(examples: planaudit.Assessment) -> None:
    document = examples.document(PDF)
    for number in (0, document.pages + 1):
        with pytest.raises(planaudit.QueryError, match=f"no page {number}"):
            document.page(number)
    answer = examples.answer(PDF, "wf.practitioners")
    with pytest.raises(planaudit.QueryError, match="no passage 999"):
        answer.page(999)


def test_a_file_that_changed_is_not_drawn(example_plans: Path, tmp_path: Path) -> None:
    file = tmp_path / PDF
    shutil.copy(example_plans / PDF, file)
    page = planaudit.Document.from_file(file).page(1)
    file.write_bytes(file.read_bytes() + b"\n")
    with pytest.raises(planaudit.DocumentError, match="has changed or gone"):
        page.png()
    assert "Joint Forward Plan" in page._repr_html_()


def test_a_document_in_memory_is_drawn(example_plans: Path) -> None:
    document = planaudit.Document.from_bytes((example_plans / PDF).read_bytes(), "pdf")
    assert document.page(2).png(scale=0.2).startswith(b"\x89PNG")
    with pytest.raises(planaudit.DocumentError, match="scale"):
        document.page(2).png(scale=100)
