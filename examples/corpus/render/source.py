"""A source: TOML between two lines of `+++`, then Markdown.

Beyond CommonMark and pipe tables a source may use

* `[^1]` footnotes;
* `<!-- contents -->` for a contents list and `<!-- page -->` for a page break;
* `::: box Title` ... `:::` for a case study or call-out;
* `::: wide` ... `:::` for a table across both columns of a two-column page;
* a fence called `bars` whose lines are `label | value`, drawn as a bar chart.

A paragraph that opens with "Table 3." or "Figure 3." is a caption.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

CAPTION = re.compile(r"^(Table|Figure) \d+\. ")


def parser() -> MarkdownIt:
    """The Markdown dialect of the sources."""
    dialect = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    for name in ("box", "wide"):
        dialect.use(container_plugin, name)
    return dialect


@dataclass(frozen=True)
class Source:
    """One document: what it is (`facts`) and what it says (`markdown`)."""

    path: Path
    facts: dict
    markdown: str

    @classmethod
    def read(cls, path: Path) -> Source:
        """Read a source file, or say which one has no front matter."""
        parts = path.read_text(encoding="utf-8").split("+++\n", 2)
        if len(parts) != 3 or parts[0]:
            raise ValueError(f"{path}: expected TOML between two lines of +++ at the top")
        return cls(path, tomllib.loads(parts[1]), parts[2])

    @property
    def target(self) -> str:
        """Name of the built file."""
        return f"{self.path.stem}.{self.facts['format']}"

    def tree(self) -> SyntaxTreeNode:
        """The text as a syntax tree."""
        return SyntaxTreeNode(parser().parse(self.markdown))


def footnotes(tree: SyntaxTreeNode) -> dict[int, SyntaxTreeNode]:
    """The inline text of each footnote, by number."""
    notes = {}
    for block in tree.children:
        if block.type == "footnote_block":
            for note in block.children:
                notes[note.meta["id"]] = note.children[0].children[0]
    return notes


def plain(node: SyntaxTreeNode) -> str:
    """The words of a node without their markup."""
    if node.type in ("text", "code_inline"):
        return node.content
    if node.type in ("softbreak", "hardbreak"):
        return " "
    return "".join(plain(child) for child in node.children)


def bars(node: SyntaxTreeNode) -> list[tuple[str, float, str]]:
    """Label, value and the value as written, of each line of a bar chart."""
    rows = []
    for line in node.content.strip().splitlines():
        label, shown = (part.strip() for part in line.split("|"))
        rows.append((label, float(re.sub(r"[^\d.]", "", shown)), shown))
    return rows
