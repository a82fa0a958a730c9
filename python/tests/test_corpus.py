"""A corpus: documents, what they are, and what could not be read."""

from pathlib import Path

import pytest

import planaudit


def test_documents_and_those_not_read(plans: Path) -> None:
    corpus = planaudit.Corpus.from_folder(plans, progress=False)
    assert [document.path for document in corpus.documents] == ["north-jfp.md"]
    assert len(corpus) == 1
    [row] = corpus.identities.to_dicts()
    assert (row["document"], row["kind"], row["edition"]) == ("north-jfp.md", "jfp", "2023")
    [row] = corpus.unread.to_dicts()
    assert row["document"] == "broken.pdf"
    assert "not a readable PDF" in row["reason"]


def test_a_manifest_may_lie_elsewhere(plans: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "what-they-are.toml"
    manifest.write_text('[[document]]\npath = "north-jfp.md"\nkind = "strategy"\nics = "QHG"\n', encoding="utf-8")
    document = planaudit.Corpus.from_folder(plans, manifest, progress=False).document("north-jfp.md")
    assert (document.kind, document.ics) == ("strategy", "QHG")


def test_a_faulty_manifest_is_told_with_its_place(plans: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "what-they-are.toml"
    manifest.write_text('[[document]]\npath = "north-jfp.md"\nkind = "poem"\n', encoding="utf-8")
    with pytest.raises(planaudit.DocumentError, match=r"what-they-are.toml:3:8"):
        planaudit.Corpus.from_folder(plans, manifest, progress=False)
    with pytest.raises(planaudit.DocumentError, match="no such file"):
        planaudit.Corpus.from_folder(plans, tmp_path / "none.toml", progress=False)


def test_a_document_that_is_not_there(plans: Path) -> None:
    corpus = planaudit.Corpus.from_folder(plans, progress=False)
    with pytest.raises(planaudit.QueryError, match="no document `south.md`"):
        corpus.document("south.md")
    with pytest.raises(planaudit.QueryError, match="was not read"):
        corpus.document("broken.pdf")


def test_a_corpus_that_was_read_is_audited_as_its_path_is(example_plans: Path) -> None:
    corpus = planaudit.Corpus.from_folder(example_plans, progress=False)
    read = planaudit.audit(corpus, progress=False)
    assert read.to_json() == planaudit.audit(example_plans, progress=False).to_json()


def test_what_a_corpus_is_was_said_when_it_was_read(plans: Path) -> None:
    corpus = planaudit.Corpus.from_folder(plans, progress=False)
    with pytest.raises(ValueError, match=r"corpus\.toml"):
        planaudit.audit(corpus, kind="jfp", progress=False)


def test_files_not_read_stay_in_the_assessment(plans: Path) -> None:
    corpus = planaudit.Corpus.from_folder(plans, progress=False)
    assert planaudit.audit(corpus, progress=False).unread.column("document") == ["broken.pdf"]


def test_an_assessment_hands_out_its_documents(plans: Path) -> None:
    assessment = planaudit.audit(plans, progress=False)
    assert "family hubs" in assessment.document("north-jfp.md").text
    file = plans / "north-jfp.md"
    again = planaudit.audit(plans, progress=False)
    file.write_text("# Another plan\n", encoding="utf-8")
    with pytest.raises(planaudit.QueryError, match="has changed since it was assessed"):
        again.document("north-jfp.md")


def test_an_assessment_file_finds_its_documents_again(plans: Path, tmp_path: Path) -> None:
    file = tmp_path / "assessment.json"
    planaudit.audit(plans, progress=False).to_json(file)
    with pytest.raises(planaudit.QueryError, match="give it as `corpus`"):
        planaudit.Assessment.from_json(file).document("north-jfp.md")
    for corpus in (plans, planaudit.Corpus.from_folder(plans, progress=False)):
        assessment = planaudit.Assessment.from_json(file, corpus=corpus)
        assert assessment.document("north-jfp.md").kind == "jfp"
