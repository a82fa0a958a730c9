"""Audits a folder and says, for each document, what a person should read first.

    python examples/python/audit_folder.py examples/corpus/plans
"""

import sys

import planaudit


def fragile(assessment: planaudit.Assessment) -> dict[str, list[str]]:
    """The questions of each document whose *Yes* rests on one passage."""
    found: dict[str, list[str]] = {}
    for row in assessment.ratings.to_dicts():
        if row["fragile"]:
            found.setdefault(row["document"], []).append(row["question"])
    return found


def main(folder: str) -> None:
    """Prints the questions and the passage each rests on."""
    assessment = planaudit.audit(folder, progress=False)
    print(assessment)
    for document, questions in fragile(assessment).items():
        print(document)
        for question in questions:
            answer = assessment.answer(document, question)
            passage = answer.evidence[0]
            where = "" if passage.page is None else f" (page {passage.page})"
            print(f"  {question}{where}: {passage.quote}")
    for row in assessment.unread.to_dicts():
        print(f"not read: {row['document']}: {row['reason']}")


if __name__ == "__main__":
    main(sys.argv[1])
