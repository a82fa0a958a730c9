"""Every docstring is there, says what it takes, and its examples hold."""

import doctest
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import planaudit
import planaudit.plot


def documented() -> Iterator[tuple[str, Any]]:
    """Every public class, function, method and property of the package."""
    for module in (planaudit, planaudit.plot):
        yield module.__name__, module
        for name in module.__all__:
            item = getattr(module, name)
            if name.startswith("__"):
                continue
            yield f"{module.__name__}.{name}", item
            if inspect.isclass(item) and not issubclass(item, Exception):
                for member in vars(item):
                    if not member.startswith("_"):
                        yield f"{module.__name__}.{name}.{member}", getattr(item, member)


ALL = dict(documented())


@pytest.mark.parametrize("name", ALL)
def test_it_is_documented(name: str) -> None:
    item = ALL[name]
    text = inspect.getdoc(item)
    assert text, f"{name} has no docstring"
    assert text.strip().endswith((".", "]", "'", "True", ")", "...", '"')) or ">>>" in text
    if callable(item) and not inspect.isclass(item):
        taken = [parameter for parameter in inspect.signature(item).parameters if parameter != "self"]
        if len(taken) > 1:
            assert "Parameters\n----------" in text
            for parameter in taken:
                assert parameter in text, f"{name} does not say what `{parameter}` is"


@pytest.mark.parametrize("name", [name for name, item in ALL.items() if ">>>" in (inspect.getdoc(item) or "")])
def test_its_examples_hold(name: str, example_plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = inspect.getdoc(ALL[name]) or ""
    names = {"planaudit": planaudit, "PLANS": example_plans, "GOLD": example_plans.parents[2] / "tests" / "gold"}
    test = doctest.DocTestParser().get_doctest(text, names, name, None, 0)
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=said.append)
    assert test.examples
    assert runner.failures == 0, "".join(said)
