"""Markdown to a saved web page: the text amid navigation, a cookie banner, related links and a footer."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from markdown_it.tree import SyntaxTreeNode

from .source import CAPTION, Source, bars, parser, plain

FOOTER = ["Accessibility statement", "Privacy notice", "Freedom of information", "Children's services directory"]


def build(source: Source, target: Path) -> None:
    """Write the HTML of a source."""
    target.write_text(page(source.facts, article(source)), encoding="utf-8", newline="\n")


def anchor(text: str) -> str:
    """A heading's address within the page."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def article(source: Source) -> str:
    """The text proper."""
    dialect, tree = parser(), source.tree()

    def heading(tokens, index, options, env):
        return f'<{tokens[index].tag} id="{anchor(tokens[index + 1].content)}">'

    def paragraph(tokens, index, options, env):
        if tokens[index].hidden:
            return ""
        return '<p class="caption">' if CAPTION.match(tokens[index + 1].content) else "<p>"

    def box(tokens, index, options, env):
        title = tokens[index].info.strip().removeprefix("box").strip()
        return f'<aside class="callout">\n<p><strong>{escape(title)}</strong></p>\n'

    def chart(tokens, index, options, env):
        rows = bars(SyntaxTreeNode([tokens[index]]).children[0])
        top = max(value for _, value, _ in rows)
        lines = [
            f'<li><span>{escape(label)}</span> <b style="width:{60 * value / top:.0f}%">{escape(shown)}</b></li>'
            for label, value, shown in rows
        ]
        return '<ul class="bars">\n' + "\n".join(lines) + "\n</ul>\n"

    def comment(tokens, index, options, env):
        return contents(tree) if "contents" in tokens[index].content else ""

    rules = {"heading_open": heading, "paragraph_open": paragraph, "container_box_open": box, "fence": chart}
    dialect.renderer.rules.update(rules)
    dialect.renderer.rules["html_block"] = comment
    dialect.renderer.rules["container_box_close"] = lambda *_: "</aside>\n"
    return dialect.render(source.markdown)


def contents(tree: SyntaxTreeNode) -> str:
    """The "On this page" list."""
    tops = [plain(node) for node in tree.children if node.type == "heading" and node.tag == "h2"]
    items = "\n".join(f'<li><a href="#{anchor(top)}">{escape(top)}</a></li>' for top in tops)
    return f'<nav class="contents" aria-label="On this page">\n<h2>On this page</h2>\n<ol>\n{items}\n</ol>\n</nav>\n'


def links(names: list[str]) -> str:
    """A list of links to pages that were not saved."""
    return "\n".join(f'<li><a href="/{anchor(name)}">{escape(name)}</a></li>' for name in names)


def page(facts: dict, text: str) -> str:
    """The page around the text, as a browser saves it."""
    title, site = escape(facts["title"]), escape(facts["publisher"])
    crumbs = " <span>/</span> ".join(f'<a href="/{anchor(crumb)}">{escape(crumb)}</a>' for crumb in facts["crumbs"])
    return f"""<!DOCTYPE html>
<!-- saved from url={facts["url"]} -->
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} | {site}</title>
<meta name="description" content="{escape(facts["subtitle"])}">
<meta property="article:published_time" content="{facts["published"]}">
<style>
body {{ font-family: Arial, sans-serif; margin: 0; color: #212b32; line-height: 1.5 }}
.site-header, .site-footer {{ background: {facts["accent"]}; color: #fff; padding: 1rem 2rem }}
.site-header a, .site-footer a {{ color: #fff }} .site-header ul {{ display: flex; gap: 1.5rem; list-style: none }}
.layout {{ display: flex; max-width: 70rem; margin: auto; gap: 2rem; padding: 1rem }} .side {{ flex: 0 0 14rem }}
table {{ border-collapse: collapse; margin: 1rem 0 }} th, td {{ border: 1px solid #aeb7bd; padding: .4rem .6rem }}
.cookie-banner {{ background: #fff9c4; padding: 1rem 2rem }} .caption {{ font-weight: bold }}
.callout {{ background: #e8edee; padding: 1rem; margin: 1rem 0 }} .skip {{ position: absolute; left: -999px }}
.bars b {{ display: inline-block; background: {facts["accent"]}; color: #fff; padding: 0 .3rem }}
</style>
<script>window.siteConfig = {{"analytics": false, "search": "/search"}};</script>
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<div class="cookie-banner" role="region" aria-label="Cookies">
<p><strong>Cookies on this website</strong></p>
<p>We use some essential cookies to make this website work. We would also like to set optional cookies to
understand how you use the site. <a href="/cookies">Read about our cookies</a>.</p>
<button>Accept optional cookies</button> <button>Reject optional cookies</button>
</div>
<header class="site-header">
<p><a href="/">{site}</a></p>
<form action="/search"><label for="q">Search this site</label> <input id="q" name="q"> <button>Search</button></form>
<nav aria-label="Main"><ul>
{links(facts["menu"])}
</ul></nav>
</header>
<p class="crumbs">{crumbs}</p>
<div class="layout">
<nav class="side" aria-label="In this section"><h2>In this section</h2><ul>
{links(facts["side"])}
</ul></nav>
<main id="main">
<h1>{title}</h1>
<p class="lede">{escape(facts["subtitle"])}</p>
<p class="meta">{escape(facts["version"])}</p>
{text}
<section class="feedback"><h2>Was this page helpful?</h2><button>Yes</button> <button>No</button></section>
</main>
</div>
<section class="related"><h2>Related pages</h2><ul>
{links(facts["related"])}
</ul></section>
<footer class="site-footer"><ul>
{links(FOOTER)}
</ul><p>{escape(facts["address"])}</p><p>© {facts["published"][:4]} {site}. All rights reserved.</p></footer>
</body>
</html>
"""
