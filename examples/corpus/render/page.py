"""Markdown to PDF by way of Typst, with only the typefaces that come inside the package."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import typst
from markdown_it.tree import SyntaxTreeNode

from .source import CAPTION, Source, bars, footnotes, plain


def build(source: Source, target: Path) -> None:
    """Write the PDF of a source."""
    tree = source.tree()
    markup = preamble(source.facts) + Markup(footnotes(tree)).blocks(tree)
    built = typst.compile(
        markup.encode("utf-8"), format="pdf", ignore_system_fonts=True, timestamp=moment(source.facts["published"])
    )
    target.write_bytes(built)


def moment(day: str) -> int:
    """A date as seconds since 1970."""
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())


def string(text: str) -> str:
    """Text as a Typst string, in which nothing is markup."""
    return "#" + json.dumps(text, ensure_ascii=False) + ";"


def preamble(facts: dict) -> str:
    """Page furniture, type and the title page."""
    year, month, day = facts["published"].split("-")
    quoted = {key: json.dumps(value, ensure_ascii=False) for key, value in facts.items() if isinstance(value, str)}
    columns = facts.get("columns", 1)
    size, leading = ("9.5pt", "0.6em") if columns == 2 else ("11pt", "0.72em")
    return f"""
#set document(title: {quoted["title"]}, author: {quoted["publisher"]},
  date: datetime(year: {int(year)}, month: {int(month)}, day: {int(day)}))
#set text(font: {quoted["font"]}, size: {size}, lang: "en", region: "GB")
#set par(justify: {"true" if columns == 2 else "false"}, leading: {leading}, spacing: 1.05em)
#let accent = rgb({quoted["accent"]})
#show heading: set text(fill: accent)
#show heading: set block(above: 1.4em, below: 0.8em)
#show figure.caption: set align(left)
#set table(stroke: 0.5pt + luma(160), inset: 5pt, fill: (x, y) => if y == 0 {{ accent.lighten(80%) }})
#show table: set text(size: 0.9em)
#show table: set par(justify: false, leading: 0.5em)
#page(margin: 0pt, fill: accent)[#set text(fill: white)
  #set par(justify: false)
  #place(left + horizon, dx: 24mm)[#block(width: 150mm)[
    #text(size: 30pt, weight: "bold", {quoted["title"]}) #v(6mm)
    #text(size: 16pt, {quoted["subtitle"]}) #v(14mm) #text(size: 12pt, {quoted["publisher"]}) #linebreak()
    #text(size: 12pt, {quoted["version"]})]]]
#set page(paper: "a4", columns: {columns}, margin: (x: 22mm, top: 25mm, bottom: 22mm),
  header: context [#set text(size: 8pt, fill: luma(90)); {quoted_line(facts)}],
  footer: context [#set text(size: 8pt); #h(1fr) Page #counter(page).display()])
"""


def quoted_line(facts: dict) -> str:
    """The running header."""
    return f"{string(facts['title'])} #h(1fr) {string(facts['running'])}"


class Markup:
    """A syntax tree as Typst markup."""

    def __init__(self, notes: dict[int, SyntaxTreeNode]) -> None:
        self.notes = notes

    def blocks(self, node: SyntaxTreeNode) -> str:
        """Every block below a node."""
        return "\n\n".join(self.block(child) for child in node.children)

    def block(self, node: SyntaxTreeNode) -> str:
        """One block."""
        match node.type:
            case "heading":
                return "=" * int(node.tag[1]) + " " + self.inline(node)
            case "paragraph":
                caption = CAPTION.match(plain(node))
                text = self.inline(node)
                return f"#block(sticky: true, text(size: 0.9em, weight: \"bold\")[{text}])" if caption else text
            case "bullet_list" | "ordered_list":
                kind = "list" if node.type == "bullet_list" else "enum"
                return f"#{kind}(" + ", ".join(f"[{self.blocks(item)}]" for item in node.children) + ")"
            case "blockquote":
                return f"#block(inset: (left: 8mm), stroke: (left: 2pt + accent))[#emph[{self.blocks(node)}]]"
            case "table":
                return self.table(node)
            case "container_box":
                title = string(node.info.strip().removeprefix("box").strip())
                return (
                    "#block(width: 100%, inset: 4mm, radius: 2mm, fill: accent.lighten(90%))"
                    f"[#strong[{title}]\n\n{self.blocks(node)}]"
                )
            case "container_wide":
                inner = f"#set align(left)\n{self.blocks(node)}"
                return f'#place(auto, scope: "parent", float: true, block(width: 100%)[{inner}])'
            case "fence":
                return self.chart(node)
            case "html_block":
                return "#outline(depth: 2) #pagebreak()" if "contents" in node.content else "#pagebreak(weak: true)"
            case "footnote_block" | "hr":
                return ""
        raise ValueError(f"no page form for {node.type}")

    def inline(self, node: SyntaxTreeNode) -> str:
        """The running text below a node."""
        return "".join(self.span(child) for child in node.children)

    def span(self, node: SyntaxTreeNode) -> str:
        """One piece of running text."""
        match node.type:
            case "text":
                return string(node.content)
            case "softbreak":
                return " "
            case "hardbreak":
                return "#linebreak();"
            case "strong":
                return f"#strong[{self.inline(node)}];"
            case "em":
                return f"#emph[{self.inline(node)}];"
            case "link":
                return f"#link({json.dumps(node.attrs['href'])})[{self.inline(node)}];"
            case "footnote_ref":
                return f"#footnote[{self.inline(self.notes[node.meta['id']])}];"
            case "inline":
                return self.inline(node)
        raise ValueError(f"no page form for {node.type}")

    def table(self, node: SyntaxTreeNode) -> str:
        """A table whose first row repeats on every page; a column is as wide as its longest words ask."""
        rows = [row.children for part in node.children for row in part.children]
        longest = [max(len(plain(row[column])) for row in rows) for column in range(len(rows[0]))]
        widths = ", ".join(f"{max(6, min(length, 60)) ** 0.6:.2f}fr" for length in longest)
        cells = [", ".join(f"[{self.inline(cell)}]" for cell in row) for row in rows]
        head = ", ".join(f"[#strong[{self.inline(cell)}]]" for cell in rows[0])
        return f"#table(columns: ({widths}), table.header({head}), {', '.join(cells[1:])})"

    def chart(self, node: SyntaxTreeNode) -> str:
        """Horizontal bars with their labels as text."""
        rows = bars(node)
        top = max(value for _, value, _ in rows)
        lines = [
            f"[{string(label)}], [#box(width: {60 * value / top:.1f}%, height: 0.8em, fill: accent) {string(shown)}]"
            for label, value, shown in rows
        ]
        grid = f"#grid(columns: (2fr, 3fr), row-gutter: 0.7em, {', '.join(lines)})"
        return f"#block(breakable: false)[#set text(size: 0.9em)\n#set par(justify: false)\n{grid}]"
