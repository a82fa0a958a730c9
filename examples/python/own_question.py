"""A question of one's own, tried on sentences and then put to a folder.

    python examples/python/own_question.py examples/corpus/plans
"""

import sys

import planaudit

QUESTION = planaudit.Question.from_toml("""
id = "own.family_hubs"
theme = "own"
kinds = ["strategy", "jfp"]
answer = "flag"
asks = "Are family hubs or children's centres promised?"

[guide]
yes = "The plan says that hubs will be opened, kept or joined by services."
no = "Hubs are mentioned as places where something else happens."

[[rule]]
name = "hubs promised"
find = 'any("family hub", "children\\u2019s centre")'
commitment = "intention"
""")

SENTENCES = [
    "We will open a family hub in every district by 2027.",
    "Clinics take place in family hubs.",
    "There are no plans for family hubs.",
]


def main(folder: str) -> None:
    """Prints what it makes of each sentence and of each document."""
    for sentence in SENTENCES:
        answer = QUESTION.try_on(sentence)
        reasons = answer.why or [miss.failed for miss in answer.near_misses[:1]] or answer.why_not
        print(f"{answer.verdict:4} {sentence}  [{'; '.join(reasons)}]")
    rubric = planaudit.Rubric.load().with_questions([QUESTION])
    assessment = planaudit.audit(folder, rubric=rubric, progress=False)
    for path in assessment.documents.column("document"):
        print(f"{assessment.answer(path, QUESTION.id).verdict:4} {path}")


if __name__ == "__main__":
    main(sys.argv[1])
