"""Reading an assessment: answers, tables, files, display."""

import json
from pathlib import Path

import pytest

import planaudit

TABLES = ["ratings", "evidence", "near_misses", "leads", "targets", "summary", "documents", "unread"]


def test_quotes_are_cut_from_the_text(plans: Path, assessment: planaudit.Assessment) -> None:
    text = planaudit.Document.from_file(plans / "north-jfp.md").text
    rows = assessment.evidence.to_dicts() + assessment.near_misses.to_dicts() + assessment.leads.to_dicts()
    assert rows
    for row in rows:
        assert text[row["start"] : row["end"]] == row["quote"]


def test_what_matched_lies_within_the_quote(assessment: planaudit.Assessment) -> None:
    evidence = assessment.answer("north-jfp.md", "cp.easy_read").evidence[0]
    assert evidence.matched
    assert any("easy read" in evidence.quote[start:end].lower() for start, end in evidence.matched)


def test_an_answer_explains_itself(assessment: planaudit.Assessment) -> None:
    answer = assessment.answer("north-jfp.md", "cp.easy_read")
    told = assessment.explain("north-jfp.md", "cp.easy_read")
    assert str(answer) == told
    assert "Answer: Yes" in told
    assert answer.evidence[0].quote in told
    assert "<mark>" in answer._repr_html_()


def test_people_are_found(assessment: planaudit.Assessment) -> None:
    assert "Priya Ashdown" in " ".join(name or "" for name in assessment.leads.column("name"))


def test_every_table_crosses_to_pandas_polars_and_arrow(assessment: planaudit.Assessment) -> None:
    for name in TABLES:
        table: planaudit.Table = getattr(assessment, name)
        dicts = table.to_dicts()
        assert table.to_polars().to_dicts() == dicts
        assert table.to_arrow().to_pylist() == dicts
        frame = table.to_pandas()
        assert list(frame.columns) == table.columns
        assert len(frame) == len(table) == len(dicts)
        for column in table.columns:
            values = frame[column].astype(object)
            assert values.where(frame[column].notna(), None).tolist() == table.column(column)


def test_columns_come_in_the_order_of_the_csv_tables(assessment: planaudit.Assessment, tmp_path: Path) -> None:
    assessment.report(tmp_path)
    for name in ["ratings", "evidence", "leads", "targets", "summary"]:
        header = (tmp_path / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
        assert getattr(assessment, name).columns[: len(header)] == header


def test_pandas_dtypes(assessment: planaudit.Assessment) -> None:
    dtypes = assessment.evidence.to_pandas().dtypes.astype(str)
    assert dtypes["question"] == "category"
    assert dtypes["start"] == "Int64"
    assert dtypes["solid"] == "boolean"
    assert dtypes["quote"].startswith("str")


def test_the_assessment_file_comes_back_the_same(assessment: planaudit.Assessment, tmp_path: Path) -> None:
    file = tmp_path / "assessment.json"
    assert assessment.to_json(file) is None
    text = assessment.to_json()
    assert text is not None
    assert file.read_text(encoding="utf-8") == text
    assert json.loads(text)["rubric"]["id"] == "hpig-2024"
    for source in (file, str(file), text):
        again = planaudit.Assessment.from_json(source)
        assert again.to_json() == text
        assert again.summary.to_dicts() == assessment.summary.to_dicts()


def test_the_report_is_written(assessment: planaudit.Assessment, tmp_path: Path) -> None:
    assert assessment.report(tmp_path / "report") == tmp_path / "report" / "index.html"
    assert (tmp_path / "report" / "evidence.csv").is_file()
    page = assessment.report(tmp_path / "one.html")
    assert page.read_bytes() == (tmp_path / "report" / "index.html").read_bytes()


def test_what_is_not_there_is_named(assessment: planaudit.Assessment) -> None:
    with pytest.raises(planaudit.QueryError, match="no document `south.md`"):
        assessment.answer("south.md", "cp.easy_read")
    with pytest.raises(planaudit.QueryError, match="no question `cp.nothing`"):
        assessment.explain("north-jfp.md", "cp.nothing")
    with pytest.raises(planaudit.QueryError, match="was not read"):
        assessment.answer("broken.pdf", "cp.easy_read")
    with pytest.raises(planaudit.QueryError, match="no column `colour`"):
        assessment.ratings.column("colour")


def test_objects_are_frozen(assessment: planaudit.Assessment) -> None:
    with pytest.raises(AttributeError):
        assessment.ratings = None  # type: ignore[misc,assignment]
