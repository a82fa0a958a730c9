"""Plans set by LibreOffice Writer, from a flat OpenDocument file: styles, sections of columns, notes at the page's foot."""

import pathlib
import subprocess
from html import escape

from plans import Plan, spans

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "style": "style", "text": "text", "table": "table", "fo": "xsl-fo-compatible",
    }.items()
)
STYLES = """
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.22cm"/>
<style:text-properties style:font-name="FONT" fo:font-family="FONT" fo:font-size="10.5pt" fo:language="en" fo:country="GB"/></style:style>
<style:style style:name="H1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1">
<style:paragraph-properties fo:margin-top="0.6cm" fo:margin-bottom="0.3cm" fo:keep-with-next="always"/>
<style:text-properties fo:font-size="20pt" fo:color="#005eb8"/></style:style>
<style:style style:name="H2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2">
<style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"/>
<style:text-properties H2LOOK/></style:style>
<style:style style:name="Cell" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0cm"/><style:text-properties fo:font-size="9.5pt"/></style:style>
<style:style style:name="Head" style:family="paragraph" style:parent-style-name="Cell"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Box" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:background-color="#e8edee" fo:padding="0.2cm" fo:border="0.5pt solid #425563"/></style:style>
<style:style style:name="Quote" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm"/><style:text-properties fo:font-style="italic" fo:font-size="13pt"/></style:style>
<style:style style:name="Small" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="8.5pt"/></style:style>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="0.9cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="0.9cm"/></style:list-level-properties></text:list-level-style-number></text:list-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="PL"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/>
<style:header-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-bottom="0.4cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
<style:style style:name="Sect" style:family="section"><style:section-properties><style:columns fo:column-count="COUNT" fo:column-gap="0.8cm"/></style:section-properties></style:style>
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" BORDER/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="PL">
<style:header><text:p text:style-name="Small">RUNNING</text:p></style:header>
<style:footer><text:p text:style-name="Small"><text:page-number text:select-page="current"/></text:p></style:footer>
</style:master-page></office:master-styles>
"""


def body(block: dict) -> str:
    def paragraph(style: str, inner: str) -> str:
        return f'<text:p text:style-name="{style}">{inner}</text:p>'

    match block["kind"]:
        case "heading":
            level = block["level"]
            return f'<text:h text:style-name="H{level}" text:outline-level="{level}">{escape(block["text"])}</text:h>'
        case "paragraph":
            note = ""
            if "note" in block:
                number = block["note_number"]
                note = (
                    f'<text:note text:id="n{number}" text:note-class="footnote"><text:note-citation>{number}</text:note-citation>'
                    f'<text:note-body>{paragraph("Small", escape(block["note"]))}</text:note-body></text:note>'
                )
            return paragraph("Standard", escape(" ".join(block["sentences"])) + note)
        case "list":
            items = "".join(f"<text:list-item>{paragraph('Standard', escape(item))}</text:list-item>" for item in block["items"])
            style = "N" if block["ordered"] else "L"
            return paragraph("Standard", escape(block["lead"])) + f'<text:list text:style-name="{style}">{items}</text:list>'
        case "table":
            def row(cells: list[str], style: str) -> str:
                inner = "".join(
                    f'<table:table-cell table:style-name="C" office:value-type="string">{paragraph(style, escape(cell))}</table:table-cell>'
                    for cell in cells
                )
                return f"<table:table-row>{inner}</table:table-row>"

            width = len(block["header"])
            head = f"<table:table-header-rows>{row(block['header'], 'Head')}</table:table-header-rows>"
            rows = "".join(row(cells, "Cell") for cells in block["rows"])
            return (
                f'<table:table><table:table-column table:number-columns-repeated="{width}"/>{head}{rows}</table:table>'
                + paragraph("Cell", "")
            )
        case "box":
            title = f'<text:span text:style-name="Strong">{escape(block["title"])}</text:span><text:line-break/>'
            return paragraph("Box", title + escape(" ".join(block["sentences"])))
        case "quote":
            return paragraph("Quote", escape(block["text"]))
    raise ValueError(block["kind"])


def render(plan: Plan, path: str, variant: int) -> None:
    ruled = any(block.get("ruled") for block in plan.blocks)
    styles = STYLES.replace("RUNNING", escape(plan.running)).replace("COUNT", str(plan.columns))
    styles = styles.replace("FONT", ["Liberation Sans", "Liberation Serif", "DejaVu Sans"][variant % 3])
    styles = styles.replace("BORDER", 'fo:border="0.5pt solid #000000"' if ruled else "")
    # Bold headings of the text's own size are common, and hard.
    bold = 'fo:font-size="10.5pt" fo:font-weight="bold"' if variant % 3 == 1 else 'fo:font-size="13pt" fo:font-weight="bold"'
    styles = styles.replace("H2LOOK", bold)
    parts = []
    for at, part in enumerate(plan.parts()):
        inner = "".join(body(block) for block in part)
        if plan.columns > 1 and not spans(part[0]):
            inner = f'<text:section text:style-name="Sect" text:name="S{at}">{inner}</text:section>'
        parts.append(inner)
    whole = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"{styles}<office:body><office:text>{''.join(parts)}</office:text></office:body></office:document>"
    )
    source = pathlib.Path(path).with_suffix(".fodt")
    source.write_text(whole, encoding="utf-8")
    options = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    command = ["soffice", "--headless", "--convert-to", options, "--outdir", str(source.parent), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    source.unlink()
