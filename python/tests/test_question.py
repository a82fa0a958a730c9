"""Questions of one's own."""

from typing import Any

import pytest

import planaudit

COOKING: dict[str, Any] = {
    "id": "own.cooking",
    "theme": "daily_life",
    "kinds": ["jfp"],
    "answer": "flag",
    "asks": "Are cooking lessons offered?",
    "guide": {"yes": "A plan offers cooking lessons.", "notes": ["Dinner is no lesson."]},
    "rule": [{"name": "lessons", "find": 'any("cooking lesson", "cookery class")'}],
}

TOML = """
id = "own.cooking"
theme = "daily_life"
kinds = ["jfp"]
answer = "flag"
asks = "Are cooking lessons offered?"

[guide]
yes = "A plan offers cooking lessons."

[[rule]]
name = "lessons"
find = '@own.lesson'
"""

LEXICON = """
[[concept]]
id = "own.lesson"
label = "Lessons in cooking"
terms = ["cooking lesson", "cookery class"]
not = ["cookery class action"]
"""


def test_a_question_is_a_dict_or_toml() -> None:
    for question in (
        planaudit.Question.from_dict(COOKING),
        planaudit.Question.from_toml(TOML, lexicon=LEXICON),
    ):
        assert (question.id, question.theme, question.answer) == ("own.cooking", "daily_life", "flag")
        answer = question.try_on("We will run cookery classes for young people in each hub.")
        assert answer.verdict == "yes"
        assert answer.evidence[0].rule == "lessons"
        assert question.try_on("Cooking is fun.").verdict == "no"
        assert 'id = "own.cooking"' in question.toml


def test_what_is_missing_is_told() -> None:
    fields = COOKING | {"rule": [COOKING["rule"][0] | {"commitment": "action"}]}
    answer = planaudit.Question.from_dict(fields).try_on("A cookery class was mentioned.")
    assert answer.verdict == "no"
    assert "commitment" in answer.near_misses[0].failed
    assert "commitment" in str(answer)


def test_a_fault_is_told_with_its_place() -> None:
    with pytest.raises(planaudit.RubricError, match=r"own\.cooking\.toml:13:9: .*own\.lesson"):
        planaudit.Question.from_toml(TOML)
    with pytest.raises(planaudit.RubricError, match=r":2:6"):
        planaudit.Question.from_toml('\nid = cooking"\n')
    with pytest.raises(planaudit.RubricError, match="colour"):
        planaudit.Question.from_dict(COOKING | {"colour": "blue"})
    with pytest.raises(planaudit.RubricError, match="use dicts, lists"):
        planaudit.Question.from_dict(COOKING | {"asks": None})


def test_own_questions_run_beside_the_built_in_ones() -> None:
    rubric = planaudit.Rubric.load()
    own = planaudit.Question.from_toml(TOML, lexicon=LEXICON)
    other = planaudit.Question.from_dict(COOKING | {"id": "own.baking"})
    mine = rubric.with_questions([own, other])
    assert len(mine) == len(rubric) + 2
    assert mine.version == rubric.version + "+own"
    assert mine.themes[-1] == ("daily_life", "Daily life")
    text = "Cookery classes begin in May.\n\nAn easy read version of this plan is on our website."
    assessment = planaudit.audit_text(text, rubric=mine)
    assert assessment.answer("text", "own.cooking").verdict == "yes"
    assert assessment.answer("text", "own.baking").verdict == "yes"
    assert assessment.answer("text", "cp.easy_read").verdict == "yes"
    assert "+own" in repr(assessment)
    assert len(rubric) == 48


def test_a_question_of_the_same_id_takes_the_place() -> None:
    rubric = planaudit.Rubric.load()
    stricter = rubric.question("cp.easy_read").toml.replace("asks = ", 'source = "ours"\nasks = ', 1)
    if stricter.count("source = ") > 1:
        stricter = rubric.question("cp.easy_read").toml.replace('id = "cp.easy_read"', 'id = "cp.easy_read" # ours', 1)
    mine = rubric.with_questions([planaudit.Question.from_toml(stricter)])
    assert len(mine) == len(rubric)
    assert "ours" in mine.question("cp.easy_read").toml


def test_the_kind_must_be_asked() -> None:
    with pytest.raises(planaudit.QueryError, match="asked of jfp only"):
        planaudit.Question.from_dict(COOKING).try_on("Cookery classes.", kind="strategy")


def test_built_in_questions_can_be_tried() -> None:
    question = planaudit.Rubric.load().question("cp.easy_read")
    assert question.try_on("An easy read version of this plan is on our website.").verdict == "yes"
