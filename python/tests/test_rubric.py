"""The rubric as researchers read it."""

import pytest

import planaudit


def test_the_built_in_rubric_is_inside() -> None:
    rubric = planaudit.Rubric.load("hpig-2024")
    assert len(rubric) == len(rubric.questions) == 48
    assert {question.theme for question in rubric.questions} == {theme for theme, _ in rubric.themes}


def test_a_question_has_a_guide() -> None:
    question = planaudit.Rubric.load().question("cp.easy_read")
    assert question.asks
    assert question.guide.yes
    assert str(question.guide).startswith("Yes: ")
    assert question.kinds


def test_a_rubric_may_be_given_in_three_ways() -> None:
    text = "An easy read version of this plan is on our website."
    for rubric in (None, "hpig-2024", planaudit.Rubric.load()):
        assert planaudit.audit_text(text, rubric=rubric).answer("text", "cp.easy_read").verdict == "yes"


def test_an_unknown_question() -> None:
    with pytest.raises(planaudit.QueryError, match="no question `x`"):
        planaudit.Rubric.load().question("x")
