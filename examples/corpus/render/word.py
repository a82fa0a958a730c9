"""Markdown to DOCX: real heading, list, quotation and caption styles, real footnotes, fixed dates."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from markdown_it.tree import SyntaxTreeNode

from .source import CAPTION, Source, bars, footnotes, plain

FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
FOOTNOTES_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
# A contents list is text frozen when a document was last saved; this many words are taken to fill a page.
WORDS_A_PAGE = 430


def build(source: Source, target: Path) -> None:
    """Write the DOCX of a source."""
    tree = source.tree()
    writer = Writer(source, footnotes(tree))
    writer.title_page()
    writer.blocks(tree, writer.document)
    writer.attach_footnotes()
    unpacked = BytesIO()
    writer.document.save(unpacked)
    repack(unpacked, target)


def repack(package: BytesIO, target: Path) -> None:
    """Copy a package with every member dated alike, so that the same source gives the same bytes."""
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))


class Writer:
    """A syntax tree as a Word document."""

    def __init__(self, source: Source, notes: dict[int, SyntaxTreeNode]) -> None:
        self.facts, self.tree, self.notes = source.facts, source.tree(), notes
        self.document = Document()
        self.noted: list[str] = []
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(11)
        properties = self.document.core_properties
        properties.title, properties.author = self.facts["title"], self.facts["publisher"]
        properties.comments, properties.revision = "", 1
        properties.created = properties.modified = datetime.fromisoformat(self.facts["published"])
        properties.last_modified_by = self.facts["publisher"]
        section = self.document.sections[0]
        section.header.paragraphs[0].text = self.facts["running"]
        footer = section.footer.paragraphs[0]
        footer.add_run("Page ")
        self.field(footer, "PAGE", "1")

    def title_page(self) -> None:
        """Title, publisher and version, then a new page."""
        self.document.add_paragraph(self.facts["title"], style="Title")
        self.document.add_paragraph(self.facts["subtitle"], style="Subtitle")
        self.document.add_paragraph(self.facts["publisher"])
        last = self.document.add_paragraph(self.facts["version"])
        last.add_run().add_break(WD_BREAK.PAGE)

    def blocks(self, node: SyntaxTreeNode, place) -> None:
        """Every block below a node, into a document or a table cell."""
        for child in node.children:
            self.block(child, place)

    def block(self, node: SyntaxTreeNode, place, style: str | None = None) -> None:
        """One block."""
        match node.type:
            case "heading":
                self.inline(node, place.add_paragraph(style=f"Heading {node.tag[1]}"))
            case "paragraph":
                caption = CAPTION.match(plain(node))
                paragraph = place.add_paragraph(style="Caption" if caption else style)
                paragraph.paragraph_format.keep_with_next = bool(caption)
                self.inline(node, paragraph)
            case "bullet_list":
                for item in node.children:
                    for child in item.children:
                        self.block(child, place, "List Bullet")
            case "blockquote":
                for child in node.children:
                    self.block(child, place, "Intense Quote")
            case "table":
                self.table(node, place)
            case "container_box":
                cell = place.add_table(rows=1, cols=1, style="Table Grid").rows[0].cells[0]
                title = cell.paragraphs[0].add_run(node.info.strip().removeprefix("box").strip())
                title.bold = True
                self.blocks(node, cell)
                place.add_paragraph()
            case "container_wide":
                self.blocks(node, place)
            case "fence":
                self.chart(node, place)
            case "html_block":
                if "contents" in node.content:
                    self.contents()
                place.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case "footnote_block":
                pass
            case _:
                raise ValueError(f"no Word form for {node.type}")

    def inline(self, node: SyntaxTreeNode, paragraph, bold=False, italic=False) -> None:
        """The running text below a node."""
        for child in node.children:
            match child.type:
                case "text":
                    run = paragraph.add_run(child.content)
                    run.bold, run.italic = bold or None, italic or None
                case "softbreak":
                    paragraph.add_run(" ")
                case "hardbreak":
                    paragraph.add_run().add_break()
                case "strong":
                    self.inline(child, paragraph, True, italic)
                case "em":
                    self.inline(child, paragraph, bold, True)
                case "inline":
                    self.inline(child, paragraph, bold, italic)
                case "link":
                    self.link(child, paragraph)
                case "footnote_ref":
                    self.footnote(child, paragraph)
                case _:
                    raise ValueError(f"no Word form for {child.type}")

    def link(self, node: SyntaxTreeNode, paragraph) -> None:
        """A hyperlink with its address as a relationship."""
        relation = self.document.part.relate_to(node.attrs["href"], RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        anchor = OxmlElement("w:hyperlink")
        anchor.set(qn("r:id"), relation)
        run = paragraph.add_run(plain(node))
        run.underline = True
        anchor.append(run._r)
        paragraph._p.append(anchor)

    def footnote(self, node: SyntaxTreeNode, paragraph) -> None:
        """A reference mark here, the note in the footnotes part."""
        self.noted.append(plain(self.notes[node.meta["id"]]))
        run = paragraph.add_run()
        run.font.superscript = True
        run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{len(self.noted)}"/>'))

    def attach_footnotes(self) -> None:
        """Write the notes as the package's footnotes part, after the two separators Word expects."""
        marks = [("separator", -1, "<w:separator/>"), ("continuationSeparator", 0, "<w:continuationSeparator/>")]
        body = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r>{mark}</w:r></w:p></w:footnote>'
            for kind, number, mark in marks
        )
        for number, text in enumerate(self.noted, 1):
            mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            body += (
                f'<w:footnote w:id="{number}"><w:p>{mark}'
                f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
            )
        xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{body}</w:footnotes>'
        package = self.document.part.package
        part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, xml.encode("utf-8"), package)
        self.document.part.relate_to(part, FOOTNOTES_RELATION)

    def table(self, node: SyntaxTreeNode, place) -> None:
        """A table with a bold first row."""
        rows = [row.children for part in node.children for row in part.children]
        table = place.add_table(rows=len(rows), cols=len(rows[0]), style="Light Grid Accent 1")
        for number, row in enumerate(rows):
            for cell, text in zip(table.rows[number].cells, row):
                self.inline(text, cell.paragraphs[0], bold=number == 0)
        place.add_paragraph()

    def chart(self, node: SyntaxTreeNode, place) -> None:
        """A chart's figures as a plain grid, as Word pastes them."""
        rows = bars(node)
        table = place.add_table(rows=len(rows), cols=2, style="Table Grid")
        for number, (label, _, shown) in enumerate(rows):
            table.rows[number].cells[0].text, table.rows[number].cells[1].text = label, shown
        place.add_paragraph()

    def contents(self) -> None:
        """Headings with the page each is taken to start on."""
        words = 0
        self.document.add_paragraph("Contents").runs[0].bold = True
        for child in self.tree.children:
            if child.type == "heading" and child.tag in ("h1", "h2"):
                entry = self.document.add_paragraph(f"{plain(child)}\t{3 + words // WORDS_A_PAGE}")
                entry.paragraph_format.tab_stops.add_tab_stop(Pt(430))
                entry.paragraph_format.space_after = Pt(2)
                entry.paragraph_format.left_indent = Pt(0 if child.tag == "h1" else 14)
            words += len(plain(child).split()) if child.type != "footnote_block" else 0

    @staticmethod
    def field(paragraph, code: str, shown: str) -> None:
        """A field such as the page number, with the text shown until Word brings it up to date."""
        field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>')
        paragraph._p.append(field)
