"""Answers compared with answer keys."""

from pathlib import Path

import pytest

import planaudit


@pytest.fixture(scope="module")
def gold() -> Path:
    folder = Path(__file__).parents[2] / "tests" / "gold"
    if not folder.is_dir():
        pytest.skip("the answer keys are not beside this package")
    return folder


def test_answers_are_compared_with_keys(gold: Path) -> None:
    assessment = planaudit.audit([gold / "G1.md", gold / "G2.md"], progress=False)
    evaluation = planaudit.evaluate(assessment, gold)
    assert evaluation.documents == ["G1", "G2"]
    keys = {file.name.removesuffix(".labels.jsonl") for file in gold.glob("*.labels.jsonl")}
    assert evaluation.missing == sorted(keys - {"G1", "G2"})
    rows = {(row["group"], row["measure"]): row for row in evaluation.overall.to_dicts()}
    counts = evaluation.ratings.to_dicts()
    total = sum(row[level] for row in counts for level in ("no", "some", "yes"))
    agreed = sum(row[row["key"]] for row in counts)
    exact = rows["ratings", "exact agreement"]
    assert exact["n"] == total
    assert exact["value"] == pytest.approx(agreed / total)
    assert exact["low"] <= exact["value"] <= exact["high"]
    for row in evaluation.questions.to_dicts():
        assert (row["value"] is None) <= (row["undefined"] is not None)
        assert row["status"] in ("automatic", "assist", "manual")


def test_keys_that_cannot_be_used(gold: Path, tmp_path: Path) -> None:
    assessment = planaudit.audit(gold / "G1.md", progress=False)
    with pytest.raises(planaudit.DocumentError, match="holds no answer key"):
        planaudit.evaluate(assessment, tmp_path)
    (tmp_path / "other.labels.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(planaudit.QueryError, match="no key of"):
        planaudit.evaluate(assessment, tmp_path)
    (tmp_path / "other.labels.jsonl").write_text('{"question": 3}\n', encoding="utf-8")
    with pytest.raises(planaudit.DocumentError, match=r"other\.labels\.jsonl:1: "):
        planaudit.evaluate(assessment, tmp_path)
