"""Answers a survey about babies, children and young people from the text of health plans.

>>> import planaudit
>>> assessment = planaudit.audit_text("An easy read version of this plan is on our website.")
>>> assessment.answer("text", "cp.easy_read").verdict
'yes'
"""

from types import ModuleType

from planaudit._core import (
    Answer,
    Assessment,
    Corpus,
    Document,
    DocumentError,
    Evaluation,
    Evidence,
    Guide,
    NearMiss,
    Outline,
    Page,
    Person,
    PlanauditError,
    QueryError,
    Question,
    Rubric,
    RubricError,
    Section,
    Table,
    __version__,
    audit,
    audit_text,
    evaluate,
)

__all__ = [
    "Answer",
    "Assessment",
    "Corpus",
    "Document",
    "DocumentError",
    "Evaluation",
    "Evidence",
    "Guide",
    "NearMiss",
    "Outline",
    "Page",
    "Person",
    "PlanauditError",
    "QueryError",
    "Question",
    "Rubric",
    "RubricError",
    "Section",
    "Table",
    "__version__",
    "audit",
    "audit_text",
    "evaluate",
]


def __getattr__(name: str) -> ModuleType:
    # The plots bring altair along; it is loaded when somebody first asks for them.
    if name == "plot":
        from importlib import import_module

        return import_module("planaudit.plot")
    raise AttributeError(f"module 'planaudit' has no attribute {name!r}")
