"""Errors name the file, the place and the remedy."""

from pathlib import Path

import pytest

import planaudit


def test_all_are_planaudit_errors() -> None:
    for error in (planaudit.DocumentError, planaudit.RubricError, planaudit.QueryError):
        assert issubclass(error, planaudit.PlanauditError)
        assert error.__module__ == "planaudit"


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(planaudit.DocumentError, match="nowhere: no such file or folder"):
        planaudit.audit(tmp_path / "nowhere", progress=False)


def test_no_path() -> None:
    with pytest.raises(planaudit.DocumentError, match="no path given"):
        planaudit.audit([], progress=False)


def test_an_unknown_kind(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="write strategy, jfp or other"):
        planaudit.audit(tmp_path, kind="poem", progress=False)  # type: ignore[arg-type]


def test_a_file_that_is_not_what_its_name_says(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(b"not a PDF")
    with pytest.raises(planaudit.DocumentError, match="plan.pdf"):
        planaudit.Document.from_file(file)


def test_a_folder_that_is_no_rubric(tmp_path: Path) -> None:
    with pytest.raises(planaudit.RubricError, match="rubric.toml"):
        planaudit.Rubric.load(tmp_path)


def test_a_file_that_is_no_assessment(tmp_path: Path) -> None:
    with pytest.raises(planaudit.PlanauditError, match="not an assessment"):
        planaudit.Assessment.from_json("{}")
    with pytest.raises(planaudit.PlanauditError, match="cannot be opened"):
        planaudit.Assessment.from_json(tmp_path / "none.json")


def test_an_assessment_bent_by_hand_does_no_harm(tmp_path: Path) -> None:
    text = planaudit.audit_text("Priya Ashdown is our Executive Lead for Children.").to_json()
    assert text is not None
    bent = text.replace('"evidence": 0', '"evidence": 99').replace('"end": ', '"end": 9')
    assessment = planaudit.Assessment.from_json(bent)
    try:
        assessment.report(tmp_path)
    except planaudit.PlanauditError as error:
        assert str(error)
    assert assessment._repr_html_()
