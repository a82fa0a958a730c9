"""Builds the documentation site, without a network; any warning is an error.

    python docs/build.py [FOLDER]        # ../target/python-site unless given

The pages are put together in a folder of their own first: those in `pages/`, a list of the rubric's questions made from
the package, and a page for each question where the repository holds them (`docs/questions/` at its root).
"""

import shutil
import sys
import tempfile
from pathlib import Path

import planaudit
from sphinx.cmd.build import build_main

HERE = Path(__file__).parent
QUESTION_PAGES = HERE.parents[1] / "docs" / "questions"
KINDS = {"strategy": "strategies", "jfp": "joint forward plans"}


def build(site: Path) -> int:
    """Builds the site; the status that Sphinx ends with."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source"
        shutil.copytree(HERE / "pages", source)
        shutil.copy(HERE / "conf.py", source)
        pages = sorted(page for page in QUESTION_PAGES.glob("*.md") if page.stem != "README")
        for page in pages:
            (source / "questions").mkdir(exist_ok=True)
            shutil.copy(page, source / "questions")
        names = [page.stem for page in pages]
        (source / "questions.md").write_text(listed(names), encoding="utf-8")
        return build_main(["-q", "-W", "--keep-going", "-b", "html", "-d", f"{folder}/kept", str(source), str(site)])


def listed(pages: list[str]) -> str:
    """The questions by theme, with their guides."""
    rubric = planaudit.Rubric.load()
    lines = ["# Questions", "", f"{rubric.title}, version {rubric.version}: {len(rubric)} questions.", ""]
    for theme, title in rubric.themes:
        lines += [f"## {title}", ""]
        for question in rubric.questions:
            if question.theme == theme:
                lines += described(question, pages)
    if pages:
        lines += ["```{toctree}", ":hidden:", "", *(f"questions/{page}" for page in pages), "```", ""]
    return "\n".join(lines)


def described(question: planaudit.Question, pages: list[str]) -> list[str]:
    """A question with its guide and options."""
    kinds = " and ".join(KINDS[kind] for kind in question.kinds)
    lines = [f"### {question.id}", "", f"**{question.asks}**", ""]
    lines += [f"Asked of {kinds}; answer `{question.answer}`, status `{question.status}`.", ""]
    guide = question.guide
    for name, words in (("Yes", guide.yes), ("To some extent", guide.some), ("No", guide.no)):
        if words:
            lines += [f"- **{name}**: {words}"]
    lines += [f"- {note}" for note in guide.notes] + [""]
    if question.options:
        lines += ["Options: " + "; ".join(question.options) + ".", ""]
    if question.id in pages:
        lines += [f"[Rules and examples](questions/{question.id}.md)", ""]
    return lines


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[1] / "target" / "python-site"
    sys.exit(build(target))
