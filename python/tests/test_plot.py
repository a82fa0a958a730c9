"""Charts: altair's own objects, saved without a network."""

from pathlib import Path

import altair
import pytest

import planaudit
import planaudit.plot


@pytest.fixture(scope="module")
def examples(example_plans: Path) -> planaudit.Assessment:
    return planaudit.audit(example_plans, progress=False)


def test_bars_carry_the_summary(examples: planaudit.Assessment) -> None:
    chart = planaudit.plot.rag_bars(examples, kind="strategy")
    assert isinstance(chart, altair.LayerChart)
    [values] = chart.to_dict()["datasets"].values() if "datasets" in chart.to_dict() else [chart.to_dict()["data"]["values"]]
    shares: dict[str, float] = {}
    for row in values:
        shares[row["question"]] = shares.get(row["question"], 0.0) + row["percent"]
    assert len(shares) > 10
    assert all(share == pytest.approx(100) for share in shares.values())


def test_two_kinds_stand_side_by_side(examples: planaudit.Assessment) -> None:
    assert isinstance(planaudit.plot.rag_bars(examples), altair.FacetChart)


def test_charts_are_saved_offline(examples: planaudit.Assessment, tmp_path: Path) -> None:
    charts = {
        "bars": planaudit.plot.rag_bars(examples),
        "choices": planaudit.plot.choices(examples, "iq.groups", kind="strategy"),
        "baseline": planaudit.plot.baseline_comparison(examples, kind="jfp"),
        "matrix": planaudit.plot.matrix(examples),
    }
    for name, chart in charts.items():
        chart.save(tmp_path / f"{name}.svg")
        assert "<svg" in (tmp_path / f"{name}.svg").read_text(encoding="utf-8")
    charts["choices"].save(tmp_path / "choices.png")
    assert (tmp_path / "choices.png").read_bytes().startswith(b"\x89PNG")


def test_a_chart_can_be_changed(examples: planaudit.Assessment) -> None:
    chart = planaudit.plot.matrix(examples, kind="jfp").properties(title="Plans")
    assert chart.to_dict()["title"] == "Plans"


def test_nothing_to_show_is_said(examples: planaudit.Assessment) -> None:
    with pytest.raises(planaudit.QueryError, match="no question x"):
        planaudit.plot.choices(examples, "x")
    with pytest.raises(planaudit.QueryError, match="no answer"):
        planaudit.plot.matrix(examples, kind="other")
    with pytest.raises(planaudit.QueryError, match="published figure of `purple`"):
        planaudit.plot.baseline_comparison(examples, category="purple")
