"""Small plans, written where a test can change them."""

from pathlib import Path

import pytest

import planaudit

# Curly quotes, an emoji outside the basic plane, a combining accent, and text from right to left.
PLAN = """# Joint forward plan 2023 to 2028 👶

## Start well

Children’s “voice” matters — naïve cafe\u0301 🧒🏽 שלום.

An easy read version of this plan is on our website 🎉 and in every children’s centre.

We will cut waits for speech and language therapy for children by 25% by March 2025.

- We will open three family hubs by 2026.
- Dr Priya Ashdown is our Executive Lead for Children and Young People.

## Adults

We will not publish a version for older people.
"""


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder with one plan and one file that cannot be read."""
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "north-jfp.md").write_text(PLAN, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"not a PDF")
    return folder


@pytest.fixture
def assessment(plans: Path) -> planaudit.Assessment:
    return planaudit.audit(plans, kind="jfp", progress=False)


@pytest.fixture(scope="session")
def example_plans() -> Path:
    folder = Path(__file__).parents[2] / "examples" / "corpus" / "plans"
    if not folder.is_dir():
        pytest.skip("the example corpus is not beside this package")
    return folder
