"""What notebooks show: for every object, well-formed, self-contained, escaped."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import planaudit

HOSTILE = '# <img src=x> & "Plan" $x$\n\nAn easy read version <script>alert(1)</script> of this plan is on our website.\n'
VOID = {"br", "image", "rect", "img"}


class Balanced(HTMLParser):
    """Fails on tags that do not pair, and remembers all tags and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def shown(item: Any) -> str:
    page: str = item._repr_html_()
    parser = Balanced()
    parser.feed(page)
    assert parser.open == []
    assert "script" not in parser.tags
    assert all(link.startswith("data:") for link in parser.links)
    assert "url(" not in page and "@import" not in page
    assert "object at" not in repr(item)
    return page


@pytest.fixture(scope="module")
def objects(example_plans: Path) -> dict[str, Any]:
    corpus = planaudit.Corpus.from_folder(example_plans, progress=False)
    assessment = planaudit.audit(corpus, progress=False)
    document = corpus.document("estermouth-pellowshire-joint-forward-plan.pdf")
    answer = assessment.answer(document.path, "wf.practitioners")
    rubric = planaudit.Rubric.load()
    gold = Path(__file__).parents[2] / "tests" / "gold"
    objects: dict[str, Any] = {
        "corpus": corpus,
        "document": document,
        "outline": document.outline,
        "ledger": document.page_ledger,
        "passages": document.passages,
        "page": answer.page(),
        "assessment": assessment,
        "answer": answer,
        "evidence": answer.evidence[0],
        "near miss": answer.near_misses[0],
        "rubric": rubric,
        "question": rubric.question("iq.groups"),
        "guide": rubric.question("iq.groups").guide,
        "evaluation": planaudit.evaluate(planaudit.audit(gold / "G1.md", progress=False), gold),
    }
    for name in ("ratings", "evidence", "near_misses", "leads", "targets", "summary", "documents", "unread"):
        objects[f"table of {name}"] = getattr(assessment, name)
    people = [row for row in assessment.ratings.to_dicts() if row["verdict"] == "named"]
    objects["person"] = assessment.answer(people[0]["document"], people[0]["question"]).people[0]
    return objects


def test_every_object_shows_itself(objects: dict[str, Any]) -> None:
    for item in objects.values():
        page = shown(item)
        assert page.startswith('<div class="planaudit"><style>')


def test_every_answer_of_the_examples_shows_itself(objects: dict[str, Any]) -> None:
    assessment = objects["assessment"]
    for row in assessment.ratings.to_dicts()[::7]:
        shown(assessment.answer(row["document"], row["question"]))


def test_the_matrix_has_a_letter_in_every_cell(objects: dict[str, Any]) -> None:
    cells = re.findall(r"<td>(.*?)</td>", objects["assessment"]._repr_html_())
    assert len(cells) == 6 * 48
    for cell in cells:
        assert re.search(r'class="tile \w+" title="[^"]+"', cell)
        assert re.search(r">[^<]+</span>$", cell) or "unasked" in cell


def test_an_answer_shows_its_passages_in_context(objects: dict[str, Any]) -> None:
    page = objects["answer"]._repr_html_()
    document = objects["document"]
    first = objects["answer"].evidence[0]
    after = document.text[first.end : first.end + 40].strip().split("\n")[0]
    assert after in re.sub(r"<[^>]+>", "", page).replace("&#39;", "'")


def test_the_theme_of_the_notebook_goes_before_the_system_s(objects: dict[str, Any]) -> None:
    page = objects["assessment"]._repr_html_()
    for theme in ("data-jp-theme-light", "vscode-dark", "light-dark("):
        assert theme in page


def test_markup_in_a_document_is_shown_as_text() -> None:
    assessment = planaudit.audit_text(HOSTILE)
    answer = assessment.answer("text", "cp.easy_read")
    document = assessment.document("text")
    for item in (answer, answer.evidence[0], answer.page(), document, document.outline, assessment.evidence, assessment):
        page = shown(item)
        assert "<script" not in page and "<img" not in page and "$x$" not in page


def test_without_its_document_an_answer_says_so(plans: Path) -> None:
    text = planaudit.audit(plans, progress=False).to_json()
    assert text is not None
    answer = planaudit.Assessment.from_json(text).answer("north-jfp.md", "cp.easy_read")
    assert "give it as `corpus`" in shown(answer)
