"""Plans printed by Chromium: styled columns, boxes beside the text, soft hyphens, running lines from page margins."""

import html
import re
import subprocess
import tempfile

import pyphen

from plans import Plan, spans

LOOKS = """
@page { size: A4; margin: 22mm 17mm 20mm; @top-left { content: RUNNING; font: 8pt sans-serif }
        @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif } }
body { font: 10pt/1.4 FONT; margin: 0; text-align: ALIGN }
h1 { font-size: 21pt; color: #41b6e6; letter-spacing: SPACING; margin: 8mm 0 4mm } h2 { font-size: 13pt; color: #005eb8; margin: 5mm 0 2mm }
h1, h2 { text-align: left; break-after: avoid; hyphens: none }
.columns { column-count: COUNT; column-gap: 8mm }
table { border-collapse: collapse; width: 100%; font-size: 9pt; text-align: left; margin: 3mm 0; hyphens: none; break-inside: avoid }
td, th { padding: 1.5mm 2mm; vertical-align: top; BORDER } th { background: #005eb8; color: white }
.box { background: #e8edee; padding: 3mm; margin: 3mm 0; break-inside: avoid } .box b { display: block }
blockquote { font-size: 13pt; font-style: italic; color: #ae2573; margin: 5mm 8mm; break-inside: avoid; hyphens: none }
.note { font-size: 7.5pt; margin: 1mm 0; text-align: left } sup { font-size: 60%; line-height: 0 }
"""
HYPHENS = pyphen.Pyphen(lang="en_GB")


def text_of(text: str, soft: bool) -> str:
    if soft:
        text = re.sub(r"[A-Za-z]{8,}", lambda word: HYPHENS.inserted(word.group(), "\u00ad"), text)
    return html.escape(text)


def body(block: dict, notes: list[str], soft: bool) -> str:
    def say(text: str) -> str:
        return text_of(text, soft)

    match block["kind"]:
        case "heading":
            return f"<h{block['level']}>{html.escape(block['text'])}</h{block['level']}>"
        case "paragraph":
            mark = ""
            if "note" in block:
                notes.append(block["note"])
                mark = f"<sup>{block['note_number']}</sup>"
            return f"<p>{say(' '.join(block['sentences']))}{mark}</p>"
        case "list":
            tag = "ol" if block["ordered"] else "ul"
            items = "".join(f"<li>{say(item)}</li>" for item in block["items"])
            return f"<p>{say(block['lead'])}</p><{tag}>{items}</{tag}>"
        case "table":
            head = "".join(f"<th>{html.escape(cell)}</th>" for cell in block["header"])
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in block["rows"])
            return f"<table><tr>{head}</tr>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        case "box":
            return f"<div class=box><b>{html.escape(block['title'])}</b>{say(' '.join(block['sentences']))}</div>"
        case "quote":
            return f"<blockquote>{html.escape(block['text'])}</blockquote>"
    raise ValueError(block["kind"])


def render(plan: Plan, path: str, variant: int) -> None:
    looks = LOOKS.replace("RUNNING", f'"{plan.running}"').replace("COUNT", str(plan.columns))
    looks = looks.replace("FONT", ["Liberation Sans", "DejaVu Serif", "Liberation Serif"][variant % 3])
    looks = looks.replace("ALIGN", "justify" if variant % 2 else "left").replace("SPACING", ["0", "3pt", "1pt"][variant % 3])
    border = "border: 0.5pt solid #425563" if any(b.get("ruled") for b in plan.blocks) else "border: none"
    looks = looks.replace("BORDER", border)
    page = [f'<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>{plan.title}</title><style>{looks}</style>']
    notes: list[str] = []
    first = 1
    for part in plan.parts():
        own: list[str] = []
        inner = "".join(body(block, own, variant % 2 == 1) for block in part)
        notes_here = "".join(f"<p class=note><sup>{first + at}</sup> {html.escape(note)}</p>" for at, note in enumerate(own))
        first += len(own)
        notes += own
        page.append(inner if spans(part[0]) else f"<div class=columns>{inner}</div>{notes_here}")
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as file:
        file.write("".join(page))
        file.flush()
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={path}", "--no-pdf-header-footer"]
        subprocess.run([*command, f"file://{file.name}"], check=True, capture_output=True)
