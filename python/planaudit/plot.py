"""Charts of an assessment, as altair charts: change them as you like, save them as SVG or PNG without a network.

Needs ``pip install 'planaudit[notebook]'``. Colours are told apart without red and green; bars carry their figures.

>>> import planaudit.plot
>>> chart = planaudit.plot.rag_bars(planaudit.audit(PLANS, progress=False))
>>> chart.save("bars.svg")
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import altair as alt

from planaudit._core import Assessment, QueryError

__all__ = ["baseline_comparison", "choices", "matrix", "rag_bars"]

KINDS = {"strategy": "Strategies", "jfp": "Joint forward plans", "other": "Other documents"}

LEVELS = ["yes", "some", "no"]
WORDS = {"yes": "Yes", "some": "To some extent", "no": "No"}
COLOURS = ["#1a6a73", "#f2cd77", "#e6e0dc"]
INKS = ["#ffffff", "#3b2c00", "#5c1f13"]
OURS, PUBLISHED = "#1a6a73", "#9a6a12"

STATES = ["Yes", "To some extent", "No", "Options found", "An option", "Not assessed"]
STATE_COLOURS = ["#1a6a73", "#f2cd77", "#ffffff", "#58a0a6", "#dde4f4", "#d3dadd"]

Row = dict[str, Any]


def rag_bars(
    assessment: Assessment, kind: str | None = None, questions: Iterable[str] | None = None
) -> alt.LayerChart | alt.FacetChart:
    """Bars of *Yes*, *To some extent* and *No* for each rated question, as in the published report.

    Parameters
    ----------
    assessment : Assessment
        What was answered.
    kind : {"strategy", "jfp"}, optional
        One kind of document; both, side by side, unless given.
    questions : iterable of str, optional
        Ids of the questions to show; all that are rated unless given.

    Returns
    -------
    altair.LayerChart or altair.FacetChart
        Percentages of the documents asked, 0 to 100; the count stands in the bar.

    Raises
    ------
    QueryError
        Nothing is left to show.
    """
    rows = [row for row in _summary(assessment, kind, questions) if row["category"] in LEVELS and row["n"]]
    rated = {row["question"] for row in rows if row["category"] == "some"}
    rows = [row for row in rows if row["question"] in rated]
    _refuse_nothing(rows, "rated question")
    for row in rows:
        row |= {"answer": WORDS[row["category"]], "order": LEVELS.index(row["category"])}
    names = [WORDS[level] for level in LEVELS]
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("question:N", sort=None, title=None, axis=alt.Axis(labelLimit=220)),
        order=alt.Order("order:Q"),
        tooltip=["question:N", "answer:N", "count:Q", "n:Q", alt.Tooltip("percent:Q", format=".0f")],
    )
    bars = base.mark_bar(stroke="#8d9aa1", strokeWidth=0.5).encode(
        x=alt.X("percent:Q", stack="zero", title="% of documents", scale=alt.Scale(domain=[0, 100])),
        color=alt.Color(
            "answer:N", title=None, scale=alt.Scale(domain=names, range=COLOURS), legend=alt.Legend(orient="top")
        ),
    )
    figures = base.mark_text(fontSize=10).transform_filter("datum.count > 0").encode(
        x=alt.X("percent:Q", stack="zero", bandPosition=0.5),
        text="count:Q",
        color=alt.Color("answer:N", scale=alt.Scale(domain=names, range=INKS), legend=None),
    )
    chart = alt.LayerChart(layer=[bars, figures]).resolve_scale(color="independent").properties(width=320, height=alt.Step(20))
    return _by_kind(chart, rows)


def choices(assessment: Assessment, question: str, kind: str | None = None) -> alt.LayerChart | alt.FacetChart:
    """Bars of how many documents each option of a question was found in.

    Parameters
    ----------
    assessment : Assessment
        What was answered.
    question : str
        Id of a question with options.
    kind : {"strategy", "jfp"}, optional
        One kind of document; both unless given.

    Raises
    ------
    QueryError
        The question has no options, or was asked of no document.
    """
    rows = [row for row in _summary(assessment, kind, [question]) if row["n"]]
    _refuse_nothing(rows, f"answer to `{question}`")
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("category:N", sort=None, title=None, axis=alt.Axis(labelLimit=300)),
        x=alt.X("percent:Q", title="% of documents", scale=alt.Scale(domain=[0, 100])),
        tooltip=["category:N", "count:Q", "n:Q", alt.Tooltip("percent:Q", format=".0f")],
    )
    bars = base.mark_bar(color=OURS)
    figures = base.mark_text(align="left", dx=4, fontSize=11).encode(text="count:Q")
    return _by_kind(alt.LayerChart(layer=[bars, figures]).properties(width=320, height=alt.Step(20), title=question), rows)


def baseline_comparison(
    assessment: Assessment, kind: str | None = None, category: str = "yes", questions: Iterable[str] | None = None
) -> alt.LayerChart | alt.FacetChart:
    """The share of documents with an answer beside the published figure, question by question.

    Parameters
    ----------
    assessment : Assessment
        What was answered.
    kind : {"strategy", "jfp"}, optional
        One kind of document; both unless given.
    category : str, default "yes"
        The answer whose share is shown: ``"yes"``, ``"some"``, ``"no"`` or an option.
    questions : iterable of str, optional
        Ids of the questions to show; all with a published figure unless given.

    Raises
    ------
    QueryError
        No such figure is published for what was assessed.
    """
    rows = _summary(assessment, kind, questions)
    rows = [
        row for row in rows if row["category"] == category and row["n"] and row["published_percent"] is not None
    ]
    _refuse_nothing(rows, f"published figure of `{category}`")
    names = ["these documents", "published, January 2024"]
    points = [
        row | {"whose": name, "share": row[field]}
        for row in rows
        for name, field in zip(names, ["percent", "published_percent"], strict=True)
    ]
    y = alt.Y("question:N", sort=None, title=None, axis=alt.Axis(labelLimit=220))
    data = alt.Chart(alt.Data(values=points))
    x = alt.X("share:Q", title=f"% of documents: {WORDS.get(category, category)}", scale=alt.Scale(domain=[0, 100]))
    scale = alt.Scale(domain=names, range=[OURS, PUBLISHED])
    rule = data.mark_rule(color="#8d9aa1").encode(y=y, x="percent:Q", x2="published_percent:Q")
    marks = data.mark_point(size=70, filled=True, opacity=1).encode(
        y=y,
        x=x,
        color=alt.Color("whose:N", title=None, scale=scale, legend=alt.Legend(orient="top")),
        shape=alt.Shape("whose:N", title=None, scale=alt.Scale(domain=names, range=["circle", "diamond"])),
        tooltip=["question:N", "whose:N", alt.Tooltip("share:Q", format=".0f"), "n:Q", "published_n:Q"],
    )
    return _by_kind(alt.LayerChart(layer=[rule, marks]).properties(width=320, height=alt.Step(20)), rows)


def matrix(assessment: Assessment, kind: str | None = None) -> alt.LayerChart:
    """Every answer as a cell with its letter: questions down, documents across.

    Parameters
    ----------
    assessment : Assessment
        What was answered.
    kind : {"strategy", "jfp"}, optional
        One kind of document; all unless given.

    Raises
    ------
    QueryError
        No document of the kind was assessed.
    """
    rows = [_cell(row) for row in assessment.ratings.to_dicts() if kind in (None, row["kind"])]
    _refuse_nothing(rows, "answer")
    order = list(dict.fromkeys(assessment.summary.column("question")))
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("document:N", sort=None, title=None, axis=alt.Axis(orient="top", labelAngle=-50, labelLimit=220)),
        y=alt.Y("question:N", sort=order, title=None, axis=alt.Axis(labelLimit=220)),
        tooltip=["document:N", "question:N", "verdict:N"],
    )
    cells = base.mark_rect(stroke="#8d9aa1", strokeWidth=0.5).encode(
        color=alt.Color("state:N", title=None, scale=alt.Scale(domain=STATES, range=STATE_COLOURS))
    )
    dark = "datum.state === 'Yes'"
    letters = base.mark_text(fontSize=11).encode(
        text="letter:N", color=alt.condition(dark, alt.value("#ffffff"), alt.value("#1c262c"))
    )
    return alt.LayerChart(layer=[cells, letters]).properties(width=alt.Step(26), height=alt.Step(18))


def _summary(assessment: Assessment, kind: str | None, questions: Iterable[str] | None) -> list[Row]:
    wanted = None if questions is None else set(questions)
    rows = assessment.summary.to_dicts()
    known = {row["question"] for row in rows}
    if wanted and not wanted <= known:
        unknown = ", ".join(sorted(wanted - known))
        raise QueryError(f"no question {unknown}; `assessment.summary.column('question')` lists them")
    return [
        row | {"documents": KINDS[row["kind"]]}
        for row in rows
        if kind in (None, row["kind"]) and (wanted is None or row["question"] in wanted)
    ]


def _refuse_nothing(rows: list[Row], what: str) -> None:
    if not rows:
        raise QueryError(f"no {what} to show; see `assessment.summary` for what was asked of which kind")


def _by_kind(chart: alt.LayerChart, rows: list[Row]) -> alt.LayerChart | alt.FacetChart:
    """Side by side where there are several kinds."""
    present = {row["documents"] for row in rows}
    kinds = [title for title in KINDS.values() if title in present]
    if len(kinds) == 1:
        return chart
    facet: alt.FacetChart = chart.facet(
        column=alt.Column("documents:N", title=None, sort=kinds, header=alt.Header(labelFontSize=13))
    ).resolve_scale(y="independent")
    return facet


def _cell(row: Row) -> Row:
    """An answer with its state and letter."""
    verdict, options = row["verdict"], row["options"]
    if verdict is None:
        state, letter = "Not assessed", "?"
    elif options:
        state, letter = "Options found", str(len(options))
    else:
        fixed = {
            "yes": ("Yes", "Y"),
            "some": ("To some extent", "S"),
            "no": ("No", "N"),
            "named": ("Yes", "P"),
            "role without name": ("To some extent", "R"),
            "vacant or to be confirmed": ("To some extent", "V"),
            "absent": ("No", "–"),
        }
        state, letter = fixed.get(verdict, ("An option", verdict[:2].capitalize()))
    document = row["document"].rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return {
        "document": document,
        "question": row["question"],
        "state": state,
        "letter": letter,
        "verdict": "; ".join(options) or verdict or "not assessed",
    }
