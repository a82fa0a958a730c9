"""Answers a survey about babies, children and young people from the text of health plans.

>>> import planaudit
>>> assessment = planaudit.audit_text("An easy read version of this plan is on our website.")
>>> assessment.answer("text", "cp.easy_read").verdict
'yes'
"""

from planaudit._core import (
    Answer,
    Assessment,
    Document,
    DocumentError,
    Evidence,
    Guide,
    NearMiss,
    Person,
    PlanauditError,
    QueryError,
    Question,
    Rubric,
    RubricError,
    Table,
    __version__,
    audit,
    audit_text,
)

__all__ = [
    "Answer",
    "Assessment",
    "Document",
    "DocumentError",
    "Evidence",
    "Guide",
    "NearMiss",
    "Person",
    "PlanauditError",
    "QueryError",
    "Question",
    "Rubric",
    "RubricError",
    "Table",
    "__version__",
    "audit",
    "audit_text",
]
