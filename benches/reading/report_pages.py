"""Plans set by ReportLab: no tags, frames for columns, text up the margin, content streams out of order."""

import random

import pymupdf
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)
from xml.sax.saxutils import escape

from plans import Plan, spans

TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=6)
NARROW = ParagraphStyle("narrow", parent=TEXT, fontSize=9, leading=11.5)
LOOKS = {
    1: ParagraphStyle("h1", parent=TEXT, fontName="Helvetica-Bold", fontSize=20, leading=24, spaceBefore=12, spaceAfter=10),
    2: ParagraphStyle("h2", parent=TEXT, fontName="Helvetica-Bold", fontSize=12, leading=15, spaceBefore=8),
}
CELL = ParagraphStyle("cell", parent=TEXT, fontSize=9, leading=11, spaceAfter=0)
HEAD = ParagraphStyle("head", parent=CELL, fontName="Helvetica-Bold")
NOTE = ParagraphStyle("note", parent=TEXT, fontSize=7.5, leading=9)
QUOTE = ParagraphStyle("quote", parent=TEXT, fontName="Times-Italic", fontSize=14, leading=18, leftIndent=14, rightIndent=14, spaceBefore=8, spaceAfter=10)
BOX = ParagraphStyle("box", parent=TEXT, backColor="#e8edee", borderPadding=5, spaceBefore=8, spaceAfter=12)


def body(block: dict, text: ParagraphStyle, width: float, notes: list) -> list:
    match block["kind"]:
        case "heading":
            return [CondPageBreak(70), Paragraph(escape(block["text"]), LOOKS[block["level"]])]
        case "paragraph":
            mark = ""
            if "note" in block:
                mark = f"<super size=6>{block['note_number']}</super>"
                notes.append(Paragraph(f"<super size=5>{block['note_number']}</super> {escape(block['note'])}", NOTE))
            return [Paragraph(escape(" ".join(block["sentences"])) + mark, text)]
        case "list":
            item = ParagraphStyle("item", parent=text, leftIndent=14, bulletIndent=3, spaceAfter=2)
            marks = [f"{at + 1}." if block["ordered"] else "•" for at in range(len(block["items"]))]
            items = [Paragraph(escape(entry), item, bulletText=mark) for entry, mark in zip(block["items"], marks)]
            return [Paragraph(escape(block["lead"]), text), *items, Paragraph("", text)]
        case "table":
            rows = [[Paragraph(escape(cell), HEAD) for cell in block["header"]]]
            rows += [[Paragraph(escape(cell), CELL) for cell in row] for row in block["rows"]]
            style = [("VALIGN", (0, 0), (-1, -1), "TOP")] + ([("GRID", (0, 0), (-1, -1), 0.5, "#425563")] if block["ruled"] else [])
            share = width / len(block["header"])
            return [Table(rows, colWidths=[share] * len(block["header"]), style=TableStyle(style), spaceBefore=6, spaceAfter=10)]
        case "box":
            return [KeepTogether([Paragraph(f"<b>{escape(block['title'])}</b><br/>{escape(' '.join(block['sentences']))}", BOX)])]
        case "quote":
            return [Paragraph(escape(block["text"]), QUOTE)]
    raise ValueError(block["kind"])


def render(plan: Plan, path: str, variant: int) -> None:
    wide, high = A4
    left, low, room, tall = 20 * mm, 22 * mm, wide - 40 * mm, high - 46 * mm
    gap = 7 * mm
    column = (room - gap * (plan.columns - 1)) / plan.columns

    def running(canvas, document) -> None:
        canvas.saveState()
        canvas.setFont("Helvetica", 8)
        canvas.drawString(left, high - 13 * mm, plan.running)
        canvas.drawCentredString(wide / 2, 11 * mm, str(document.page))
        if variant % 3 == 0:
            canvas.rotate(90)
            canvas.drawString(90 * mm, -9 * mm, "Draft for consultation only")
        canvas.restoreState()

    def frames(count: int, width: float) -> list[Frame]:
        padding = {side: 0 for side in ("leftPadding", "rightPadding", "topPadding", "bottomPadding")}
        return [Frame(left + at * (width + gap), low, width, tall, **padding) for at in range(count)]

    document = BaseDocTemplate(path, pagesize=A4, title=plan.title, pageCompression=0)
    document.addPageTemplates([
        PageTemplate("one", frames(1, room), onPage=running),
        PageTemplate("columns", frames(plan.columns, column), onPage=running),
    ])
    story: list = [NextPageTemplate("columns"), PageBreak()] if plan.columns > 1 else []
    text = NARROW if plan.columns > 2 else TEXT
    for part in plan.parts():
        notes: list = []
        table = plan.columns > 1 and part[0].get("narrow") is False
        if table:
            story += [NextPageTemplate("one"), PageBreak()]
        over_all = plan.columns == 1 or table
        for block in part:
            story += body(block, text, room if over_all else column, notes)
        story += notes
        if table:
            story += [NextPageTemplate("columns"), PageBreak()]
    document.build(story)
    if variant % 3 != 1:
        shuffle(path, variant)


def shuffle(path: str, seed: int) -> None:
    """Draws the parts of each page in another order: nothing on the page changes."""
    order = random.Random(seed)
    with pymupdf.open(path) as document:
        for page in document:
            [stream] = page.get_contents()
            parts, open_parts, depth = [], [], 0
            for line in document.xref_stream(stream).split(b"\n"):
                open_parts.append(line)
                depth += (line.strip() == b"q") - (line.strip() == b"Q")
                depth += line.strip().startswith(b"q ") - line.strip().endswith(b" Q")
                if depth == 0 and line.strip() in (b"Q",):
                    parts.append(b"\n".join(open_parts))
                    open_parts = []
            head, parts = parts[:0], parts
            order.shuffle(parts)
            document.update_stream(stream, b"\n".join([*head, *parts, *open_parts]))
        document.saveIncr()
