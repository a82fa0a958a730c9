"""Writes a few small, sound files of each kind into seeds/, for the fuzz targets to damage.

    python3 seeds.py
    cargo +nightly fuzz run pdf corpus/pdf seeds/pdf -- -max_total_time=300
"""

from pathlib import Path

SEEDS = Path(__file__).parent / "seeds"

WORD = '<w:document xmlns:w="w" xmlns:mc="mc"><w:body>{}</w:body></w:document>'
SLIDE = '<p:sld xmlns:p="p" xmlns:a="a" xmlns:r="r"><p:cSld><p:spTree>{}</p:spTree></p:cSld></p:sld>'
ODT = '<o:c xmlns:o="o" xmlns:t="t" xmlns:b="b" xmlns:d="d" xmlns:s="s"><o:body><o:text>{}</o:text></o:body></o:c>'

XML = {
    "docx": (
        WORD,
        [
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Start well</w:t></w:r></w:p>',
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>We will</w:t></w:r></w:p>',
            '<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Lead</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
            '<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new &amp; &#233;</w:t><w:tab/></w:r></w:ins></w:p>',
            '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>',
        ],
    ),
    "pptx": (
        SLIDE,
        [
            '<p:sp><p:nvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>Start well</a:t></a:r></a:p></p:txBody></p:sp>',
            '<p:sp><p:txBody><a:p><a:pPr lvl="1"><a:buChar char="-"/></a:pPr><a:r><a:rPr b="1"/><a:t>We will</a:t></a:r><a:br/></a:p></p:txBody></p:sp>',
            '<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>Lead</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>',
            '<p:pic><p:spPr><a:xfrm><a:ext cx="90" cy="90"/></a:xfrm></p:spPr></p:pic>',
        ],
    ),
    "odt": (
        ODT,
        [
            '<t:h t:outline-level="2">Start well</t:h><t:p t:style-name="Title">Plan</t:p>',
            '<t:list><t:list-item><t:p>one<t:s/><t:span t:style-name="T1">two</t:span></t:p></t:list-item></t:list>',
            '<b:table><b:table-header-rows><b:table-row><b:table-cell b:number-columns-repeated="2"><t:p>Lead</t:p></b:table-cell></b:table-row></b:table-header-rows></b:table>',
            '<t:p>See<t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>Annex</t:p></t:note-body></t:note></t:p>',
        ],
    ),
}

PAGES = {
    "html": [
        "<!doctype html><html><head><title>Plan</title></head><body><nav>Home</nav><main><h1>Plan</h1><p>We <b>will</b> act.</p></main></body></html>",
        "<table><caption>Leads</caption><tr><th>Area<th>Lead</tr><tr><td rowspan=2>SEND<td colspan=2>None</tr></table>",
        "<ul><li>one<ul><li>two</ul></ul><dl><dt>SEND<dd>needs</dl><blockquote>Heard.</blockquote><sup>1</sup><a href='mailto:a@b.uk'>Write</a>",
    ],
    "markdown": [
        "---\ntitle: Plan\n---\n# Start well\n\nWe **will** act.[^1]\n\n- one\n  - two\n\n[^1]: See Annex.\n",
        "| Role | Name |\n|---|---|\n| Lead | Priya Ashdown |\n\n<!-- page -->\n\n> Heard.\n\n1. Buy\n2. Sell\n",
        "<div>**Box**</div>\n\nFigure 1. Waits\n\nChil-\ndren\n\n* * *\n\n```\ncode\n```\n",
    ],
    "text": [
        "1. START WELL\n\nWe will act in chil-\ndren's lives.\n\n- one\n- two\n\x0c\nNext page\n=========\n",
        "Area      Lead      Contact\nSEND      A. Bell   a@b.uk\n\n¹ See Annex.\n",
    ],
}


def pdf(content: bytes, font: bytes) -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r >>] >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        font,
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


FONTS = [
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    b"<< /Type /Font /Subtype /TrueType /BaseFont /Arial-Bold /FirstChar 32 /Widths [250 333 400] >>",
]
CONTENTS = [
    b"BT /F 18 Tf 60 760 Td (Start well) Tj /F 10 Tf 0 -30 Td (We will improve the lives of all chil-) Tj 0 -12 Td (dren.) Tj ET",
    b"q 1 0 0 1 50 50 cm 0 0 400 200 re S 0 100 m 400 100 l S 200 0 m 200 200 l S Q BT /F 10 Tf 60 200 Td [(Lead) -900 (Priya)] TJ ET",
    b"BT /F 10 Tf 60 700 Td (Left column of text here) Tj 260 0 Td (Right column of text here) Tj -260 -12 Td (and more) Tj 260 0 Td (and more) Tj ET",
    b"/Artifact << /Type /Pagination >> BDC BT /F 8 Tf 290 20 Td (Page 4) Tj ET EMC BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
]


def main() -> None:
    seeds: dict[str, list[bytes]] = {name: [text.encode() for text in texts] for name, texts in PAGES.items()}
    for name, (whole, pieces) in XML.items():
        seeds[name] = [whole.format(piece).encode() for piece in [*pieces, "".join(pieces)]]
    seeds["pdf"] = [pdf(content, font) for content in CONTENTS for font in FONTS]
    for name, files in seeds.items():
        folder = SEEDS / name
        folder.mkdir(parents=True, exist_ok=True)
        for number, content in enumerate(files):
            (folder / f"{number}").write_bytes(content)


if __name__ == "__main__":
    main()
