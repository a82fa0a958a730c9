"""A thousand random documents: an error or a result, never a crash, and every quote where it says it is."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import planaudit

FORMATS = st.sampled_from(["pdf", "docx", "pptx", "odt", "html", "markdown", "text"])

# Emoji with joiners, right-to-left letters and marks, NUL, combining accents, line separators, and plain words that rules
# look for.
PIECES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.sampled_from(
        [
            "An easy read version of this plan is on our website. ",
            "We will cut waits for children’s therapy by 25% by March 2027. ",
            "Dr Priya Ashdown is our Executive Lead for Children and Young People. ",
            "👩‍👧‍👦🧒🏽 ",
            "שלום ילדים \u202e",
            "\x00",
            "e\u0301\u0301",
            "\u2028\u2029\x85\x0c",
            "\n\n# Start well\n\n",
            "\n- ",
            " | a | b |\n",
        ]
    ),
)


def whole(data: bytes, format: str) -> None:
    """Reads a document and looks at all of it."""
    try:
        document = planaudit.Document.from_bytes(data, format)
    except planaudit.DocumentError as error:
        assert str(error)
        return
    text = document.text
    for row in document.passages.to_dicts():
        assert text[row["start"] : row["end"]] == row["quote"]
    for section in document.outline.sections:
        assert text[section.start :].startswith(section.title)
    for number in range(1, min(document.pages, 3) + 1):
        assert isinstance(document.page(number, mark=[(0, 10)])._repr_html_(), str)
    assert document._repr_html_()


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=600), FORMATS)
def test_random_bytes(data: bytes, format: str) -> None:
    whole(data, format)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_damaged_files(data: st.DataObject) -> None:
    folder = Path(__file__).parents[2] / "examples" / "corpus" / "plans"
    files = sorted(path for path in folder.glob("*") if path.suffix in (".pdf", ".docx"))
    if not files:
        return
    file = data.draw(st.sampled_from(files))
    damaged = bytearray(file.read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=40))
    try:
        document = planaudit.Document.from_bytes(bytes(damaged), file.suffix)
    except planaudit.DocumentError as error:
        assert str(error)
    else:
        for number in range(1, min(document.pages, 1) + 1):
            try:
                assert document.page(number).png(scale=0.2)
            except planaudit.DocumentError as error:
                assert "cannot be drawn" in str(error)


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_random_texts_are_audited_and_quoted_exactly(text: str) -> None:
    whole(text.encode(), "markdown")
    document = planaudit.Document.from_text(text)
    assessment = planaudit.audit_text(text)
    for table in (assessment.evidence, assessment.near_misses, assessment.leads):
        for row in table.to_dicts():
            assert document.text[row["start"] : row["end"]] == row["quote"]
    assert assessment._repr_html_()
