"""Plans set by Typst: justified, hyphenated, with real footnotes, letter-spaced titles and tags."""

import json

import typst

from plans import Plan, spans

LOOKS = """
#set page(paper: "a4", margin: (x: 2cm, y: 2.4cm), header: align(right, text(9pt, RUNNING)),
  footer: align(center, text(9pt, context counter(page).display())))
#set text(font: "FONT", size: 10.5pt, lang: "en", region: "GB", hyphenate: true)
#set par(justify: JUSTIFY, leading: 0.62em, spacing: 1.1em)
#show heading.where(level: 1): it => block(above: 1.6em, below: 1em, text(19pt, fill: rgb("#005eb8"), tracking: TRACKING, it.body))
#show heading.where(level: 2): it => block(above: 1.4em, below: 0.8em, text(13pt, it.body))
"""


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def body(block: dict) -> str:
    match block["kind"]:
        case "heading":
            return f"#heading(level: {block['level']}, {quoted(block['text'])})"
        case "paragraph":
            note = f"#footnote({quoted(block['note'])})" if "note" in block else ""
            return f"#par[#text({quoted(' '.join(block['sentences']))}){note}]"
        case "list":
            kind = "enum" if block["ordered"] else "list"
            items = ", ".join(f"text({quoted(item)})" for item in block["items"])
            return f"#par[#text({quoted(block['lead'])})]\n#{kind}({items})"
        case "table":
            cells = ", ".join(f"[#{quoted(cell)}]" for row in block["rows"] for cell in row)
            head = ", ".join(f"strong({quoted(cell)})" for cell in block["header"])
            widths = ", ".join(["1fr"] * len(block["header"]))
            stroke = "0.5pt" if block["ruled"] else "none"
            return (
                "#[#set par(justify: false)\n#set text(size: 9.5pt, hyphenate: false)\n"
                f"#table(columns: ({widths}), stroke: {stroke}, inset: 5pt, table.header({head}), {cells})]"
            )
        case "box":
            text = quoted(" ".join(block["sentences"]))
            return f"#block(fill: luma(225), inset: 8pt, width: 100%, breakable: false)[#strong({quoted(block['title'])})\\ #{text}]"
        case "quote":
            return f"#block(inset: (x: 1.5em, y: 1em), width: 100%, text(14pt, style: \"italic\", hyphenate: false, {quoted(block['text'])}))"
    raise ValueError(block["kind"])


def render(plan: Plan, path: str, variant: int) -> None:
    looks = LOOKS.replace("RUNNING", quoted(plan.running))
    looks = looks.replace("FONT", ["Libertinus Serif", "New Computer Modern", "DejaVu Sans"][variant % 3])
    looks = looks.replace("JUSTIFY", "true" if variant % 2 == 0 else "false")
    looks = looks.replace("TRACKING", ["0pt", "2.2pt", "0.6pt"][variant % 3])
    parts = []
    for part in plan.parts():
        inner = "\n\n".join(body(block) for block in part)
        parts.append(inner if plan.columns == 1 or spans(part[0]) else f"#columns({plan.columns}, gutter: 16pt)[\n{inner}\n]")
    source = looks + "\n\n".join(parts)
    typst.compile(source.encode(), output=path)
