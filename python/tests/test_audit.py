"""Running an audit: what it accepts, what it says, how it stops."""

import signal
import threading
import time
from pathlib import Path

import pytest

import planaudit


def test_a_folder_is_audited(assessment: planaudit.Assessment) -> None:
    assert assessment.answer("north-jfp.md", "cp.easy_read").verdict == "yes"
    assert assessment.documents.column("document") == ["north-jfp.md"]
    assert assessment.unread.column("document") == ["broken.pdf"]


def test_paths_may_be_text_paths_or_lists(plans: Path) -> None:
    plan = plans / "north-jfp.md"
    for paths in (str(plan), plan, [str(plan)], [plan], (plan,)):
        assert len(planaudit.audit(paths, progress=False).documents) == 1


def test_what_the_user_says_of_the_files_holds(plans: Path) -> None:
    [row] = planaudit.audit(plans, kind="strategy", ics="QHG", edition="2031", progress=False).documents.to_dicts()
    assert (row["kind"], row["ics"], row["edition"]) == ("strategy", "QHG", "2031")


def test_progress_is_told(plans: Path) -> None:
    told: list[tuple[int, int]] = []
    planaudit.audit(plans, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (2, 2)


def test_a_fault_in_progress_ends_the_run(plans: Path) -> None:
    def fail(done: int, total: int) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        planaudit.audit(plans, progress=fail)


def test_the_bar_does_no_harm(plans: Path) -> None:
    assert len(planaudit.audit(plans).documents) == 1


def test_a_text_is_audited() -> None:
    assessment = planaudit.audit_text("An easy read version of this plan is on our website.", "strategy")
    assert assessment.answer("text", "cp.easy_read").evidence[0].start == 0


def test_the_example_corpus_is_read_whole(example_plans: Path) -> None:
    first = planaudit.audit(example_plans, progress=False)
    assert len(first.documents) == 6
    assert len(first.unread) == 0
    assert planaudit.audit(example_plans, threads=1, progress=False).to_json() == first.to_json()


def test_quotes_of_the_example_corpus_stand_in_its_text(example_plans: Path) -> None:
    assessment = planaudit.audit(example_plans, progress=False)
    paths = assessment.documents.column("document")
    texts = {path: planaudit.Document.from_file(example_plans / path).text for path in paths}
    rows = assessment.evidence.to_dicts() + assessment.near_misses.to_dicts() + assessment.leads.to_dicts()
    assert len(rows) > 100
    for row in rows:
        assert texts[row["document"]][row["start"] : row["end"]] == row["quote"]


def test_the_stop_button_works_within_a_second(tmp_path: Path) -> None:
    page = "We will cut waits for therapy for children by March 2025. Families told us so.\n\n" * 4000
    for number in range(40):
        (tmp_path / f"{number}.md").write_text(page, encoding="utf-8")
    pressed: list[float] = []

    def press() -> None:
        time.sleep(0.3)
        pressed.append(time.monotonic())
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    # A run started in the background ignores the signal until told otherwise.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        threading.Thread(target=press).start()
        with pytest.raises(KeyboardInterrupt):
            planaudit.audit(tmp_path, kind="jfp", progress=False)
    finally:
        signal.signal(signal.SIGINT, before)
    assert time.monotonic() - pressed[0] < 1.0


def test_python_goes_on_while_an_audit_runs(example_plans: Path) -> None:
    counted = 0
    over = threading.Event()

    def count() -> None:
        nonlocal counted
        while not over.is_set():
            counted += 1
            time.sleep(0.001)

    counter = threading.Thread(target=count)
    counter.start()
    planaudit.audit(example_plans, progress=False)
    over.set()
    counter.join()
    assert counted > 5


def test_two_audits_in_two_threads_overlap(plans: Path) -> None:
    # Each waits in its progress for the other to have begun: neither would end if one kept the other out.
    both = threading.Barrier(2, timeout=30)
    ended: list[int] = []

    def run() -> None:
        met = False

        def meet(done: int, total: int) -> None:
            nonlocal met
            if not met:
                met = True
                both.wait()

        ended.append(len(planaudit.audit(plans, progress=meet).documents))

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ended == [1, 1]
