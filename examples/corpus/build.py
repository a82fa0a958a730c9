#!/usr/bin/env python3
"""Build the example corpus: `source/*.md` into `plans/`, and `plans/corpus.toml` that says what each file is.

    pip install -r requirements.txt
    python build.py            # build all
    python build.py --check    # build into a temporary folder and compare with plans/

The same sources give the same bytes: dates come from the sources' front matter, typefaces from the pinned
packages, and nothing is read from the machine.
"""

from __future__ import annotations

import argparse
import filecmp
import sys
import tempfile
from pathlib import Path

from render import page, web, word
from render.source import Source

HERE = Path(__file__).resolve().parent
BUILDERS = {"pdf": page.build, "docx": word.build, "html": web.build}


def build(folder: Path) -> list[str]:
    """Build every source into a folder and return the names of the files written."""
    sources = [Source.read(path) for path in sorted((HERE / "source").glob("*.md"))]
    for source in sources:
        BUILDERS[source.facts["format"]](source, folder / source.target)
    (folder / "corpus.toml").write_text(manifest(sources), encoding="utf-8", newline="\n")
    return [source.target for source in sources] + ["corpus.toml"]


def manifest(sources: list[Source]) -> str:
    """The corpus manifest."""
    lines = ["# What each file is; anything left out is recognised from the text."]
    for source in sources:
        fields = {"path": source.target, **{key: source.facts[key] for key in ("ics", "kind", "edition")}}
        lines += ["", "[[document]]", *(f'{key} = "{value}"' for key, value in fields.items())]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Build, or compare a fresh build with the committed one."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--check", action="store_true", help="fail if plans/ is not what the sources give")
    plans = HERE / "plans"
    if not arguments.parse_args().check:
        plans.mkdir(exist_ok=True)
        print("\n".join(build(plans)))
        return 0
    with tempfile.TemporaryDirectory() as fresh:
        names = build(Path(fresh))
        _, differing, missing = filecmp.cmpfiles(fresh, plans, names, shallow=False)
    for name in differing + missing:
        print(f"plans/{name} is not what its source gives: run build.py", file=sys.stderr)
    return 1 if differing or missing else 0


if __name__ == "__main__":
    sys.exit(main())
