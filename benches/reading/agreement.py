"""Compares what we read of real PDF files with pdftotext (poppler) and PyMuPDF, sentence by sentence.

    python benches/reading/agreement.py --blocks target/release/examples/blocks FILE...

A sentence of ours agrees with a reference if its letters and digits stand in the reference's text of the same page in one
run; a sentence of the reference, if they stand so in ours. White space, punctuation and hyphens are left out of the
comparison, running headers and footers are looked for on either side, and the marks of items are left out on either side,
since we take them off. Pages are parted into those with one column and those with several by PyMuPDF's lines, so that our
own reading has no say in it.

Sentences of a reference are counted three times:

- all of them;
- those of running text: none of their lines stands in a row, that is, level with another line eight points or more aside,
  by the reference's own places. What stands in rows are tables and charts, which the references read now across, now column
  by column;
- those of running text that stand in the other reference's text of the page, too. The references do not agree with each
  other on text that is clipped away, set over other text, or followed by a note at the foot of its page.
"""

import argparse
import json
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as xml
from collections import Counter, defaultdict
from dataclasses import dataclass

import pymupdf

SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]*[A-Z0-9•])")
# Bullets, and numbers and letters of items.
MARK = re.compile(r"^\s*(?:[•▪●■◦‣⁃\uf0b7\uf0a7\u2022o*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])(?:\s+|$)")
LEAST_WORDS = 4
ASIDE = 8


@dataclass
class Line:
    """A line of a reference: which of its blocks it stands in, and where on the page."""

    text: str
    block: int
    x0: float
    y0: float
    x1: float
    y1: float

    def is_level_with(self, other: "Line") -> bool:
        overlap = min(self.y1, other.y1) - max(self.y0, other.y0)
        aside = other.x0 > self.x1 + ASIDE or self.x0 > other.x1 + ASIDE
        return aside and overlap > 0.5 * min(self.y1 - self.y0, other.y1 - other.y0)


def squash(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text).lower() if c.isalnum())


def split(text: str) -> list[tuple[int, int]]:
    """From where to where its sentences reach."""
    ends = [match.start() for match in SENTENCE.finditer(text)]
    starts = [0, *(match.end() for match in SENTENCE.finditer(text))]
    return list(zip(starts, [*ends, len(text)]))


def sentences(text: str) -> list[str]:
    text = re.sub(r"\s+", " ", text)
    found = (text[start:end].strip() for start, end in split(text))
    return [part for part in found if is_sentence(part)]


def is_sentence(text: str) -> bool:
    """Rows of figures are no sentences."""
    return sum(any(c.isalpha() for c in word) for word in text.split()) >= LEAST_WORDS


def stands_in(sentence: str, letters: str) -> bool:
    """Without the number of a note or item before it, which a reference may set on a line of its own."""
    return squash(sentence) in letters or squash(re.sub(r"^\W*\d{1,3}\b", "", sentence)) in letters


def our_pages(document: dict) -> tuple[dict[int, str], dict[int, list[str]]]:
    """The letters of each page, and the parts of sentences that stand on it."""
    letters: dict[int, str] = defaultdict(str)
    parts: dict[int, list[str]] = defaultdict(list)
    for block in document["blocks"]:
        raw = block["text"].encode()
        bounds = [line for line in block["lines"]]
        for number, (at, page, _) in enumerate(bounds):
            end = bounds[number + 1][0] if number + 1 < len(bounds) else len(raw)
            line = raw[at:end].decode(errors="ignore")
            letters[page] += squash(MARK.sub("", line) if number == 0 else line)
        units = block.get("cells") or sentences(block["text"])
        at = 0
        for unit in units:
            start = raw.find(unit.encode(), at)
            if start < 0:
                continue
            at = start + len(unit.encode())
            # A sentence that runs over a page's end is compared on each page by itself.
            cut: dict[int, str] = {}
            for number, (line_at, page, _) in enumerate(bounds):
                end = bounds[number + 1][0] if number + 1 < len(bounds) else len(raw)
                low, high = max(line_at, start), min(end, at)
                if low < high:
                    cut[page] = cut.get(page, "") + raw[low:high].decode(errors="ignore")
            for page, part in cut.items():
                if is_sentence(part):
                    parts[page].append(part)
    for line in document["furniture"]:
        letters[line["page"]] += "|" + squash(line["text"])
    return letters, parts


def poppler_pages(path: str) -> list[list[Line]]:
    """The lines of pdftotext, block by block in its order."""
    command = ["pdftotext", "-bbox-layout", path, "-"]
    out = subprocess.run(command, capture_output=True, check=True).stdout.decode(errors="replace")
    # Characters that no XML may hold.
    out = re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", " ", out)
    space = {"h": "http://www.w3.org/1999/xhtml"}
    pages = []
    for page in xml.fromstring(out).iterfind(".//h:page", space):
        lines = []
        for number, block in enumerate(page.iterfind(".//h:block", space)):
            for line in block.iterfind("h:line", space):
                text = " ".join(word.text or "" for word in line.iterfind("h:word", space))
                lines.append(Line(text, number, *(float(line.get(key)) for key in ("xMin", "yMin", "xMax", "yMax"))))
        pages.append(lines)
    return pages


def mupdf_pages(path: str) -> list[list[Line]]:
    """The lines of PyMuPDF, block by block in its order."""
    pages = []
    with pymupdf.open(path) as document:
        for page in document:
            lines = []
            for number, block in enumerate(page.get_text("dict")["blocks"]):
                for line in block.get("lines", []):
                    text = "".join(span["text"] for span in line["spans"])
                    if text.strip():
                        lines.append(Line(text, number, *line["bbox"]))
            pages.append(lines)
    return pages


def without_marks(lines: list[Line], furniture: set[str]) -> list[Line]:
    """What is left of a page's lines without the marks of items, and without the running lines that we name: the
    references keep those in the midst of sentences, and nothing is to be told from them here."""
    left = []
    for line in lines:
        text = MARK.sub("", line.text)
        if text.strip() and squash(line.text) not in furniture:
            left.append(Line(text, line.block, line.x0, line.y0, line.x1, line.y1))
    return left


def in_rows(lines: list[Line]) -> list[bool]:
    """Which lines stand in a row with others. The number of a note left of it makes no row."""

    def beside(line: Line, other: Line) -> bool:
        tells = other.x0 > line.x1 or any(c.isalpha() for c in other.text)
        return tells and line.is_level_with(other)

    return [any(beside(line, other) for other in lines if other is not line) for line in lines]


def their_sentences(lines: list[Line]) -> list[tuple[str, bool]]:
    """The sentences of each block, and whether they are of running text."""
    rows = in_rows(lines)
    found = []
    for number in dict.fromkeys(line.block for line in lines):
        text, spans = "", []
        for line, row in zip(lines, rows):
            if line.block == number:
                spans.append((len(text), row))
                text += re.sub(r"\s+", " ", line.text).strip() + " "
        for start, end in split(text):
            sentence = text[start:end].strip()
            if is_sentence(sentence):
                ends = [at for at, _ in spans[1:]] + [len(text)]
                row = any(row for (at, row), to in zip(spans, ends) if at < end and to > start)
                found.append((sentence, not row))
    return found


def has_columns(page: pymupdf.Page) -> bool:
    """Whether texts of three words and more stand side by side on at least four lines."""
    lines = []
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", []):
            words = sum(len(span["text"].split()) for span in line["spans"])
            if words >= 3 and abs(line["dir"][0]) > 0.9:
                lines.append(Line("", 0, *line["bbox"]))
    beside = 0
    for index, line in enumerate(lines):
        beside += any(line.is_level_with(other) for other in lines[index + 1 :])
    return beside >= 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blocks", required=True, help="the program that prints what was read")
    parser.add_argument("--show", help="write every disagreement to this file")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    out = subprocess.run([args.blocks, *args.files], capture_output=True, text=True, check=True).stdout
    counts: Counter = Counter()
    shown = []
    for line in out.splitlines():
        document = json.loads(line)
        if "error" in document:
            print(document["file"], document["error"], file=sys.stderr)
            continue
        path = document["file"]
        letters, parts = our_pages(document)
        furniture = {squash(line["text"]) for line in document["furniture"]}
        references = {"pdftotext": poppler_pages(path), "PyMuPDF": mupdf_pages(path)}
        with pymupdf.open(path) as pdf:
            layouts = ["several" if has_columns(page) else "one" for page in pdf]
        for index, layout in enumerate(layouts):
            number = index + 1
            counts["pages", layout] += 1
            pages = {name: found[index] if index < len(found) else [] for name, found in references.items()}
            left = {name: without_marks(lines, furniture) for name, lines in pages.items()}
            known = {name: squash(" ".join(line.text for line in lines)) for name, lines in left.items()}

            def count(kind: str, name: str, sentence: str, same: bool) -> None:
                counts[layout, name, kind, "all"] += 1
                counts[layout, name, kind, "apart"] += not same

            for name, lines in pages.items():
                theirs = squash(" ".join(line.text for line in lines))
                for sentence in parts.get(number, []):
                    same = stands_in(sentence, theirs)
                    count("ours", name, sentence, same)
                    if not same:
                        shown.append((path.rsplit("/", 1)[-1], number, layout, name, "ours", sentence))
                other = next(letters for known_by, letters in known.items() if known_by != name)
                for sentence, running in their_sentences(left[name]):
                    same = stands_in(sentence, letters.get(number, ""))
                    shared = running and stands_in(sentence, other)
                    count("theirs", name, sentence, same)
                    if running:
                        count("theirs, running text", name, sentence, same)
                    if shared:
                        count("theirs, in both", name, sentence, same)
                    if not same:
                        kind = "both" if shared else "running" if running else "row"
                        shown.append((path.rsplit("/", 1)[-1], number, layout, name, "theirs", kind, sentence))
    for layout in ("one", "several"):
        print(f"pages with {layout} column{'s' if layout == 'several' else ''}: {counts['pages', layout]}")
        for name in ("pdftotext", "PyMuPDF"):
            for kind in ("ours", "theirs", "theirs, running text", "theirs, in both"):
                whole, apart = counts[layout, name, kind, "all"], counts[layout, name, kind, "apart"]
                print(f"  {name:10} {kind:20} {whole:6}  same {1 - apart / max(whole, 1):.4f}  apart {apart}")
    if args.show:
        with open(args.show, "w", encoding="utf-8") as file:
            for row in shown:
                file.write("\t".join(map(str, row)) + "\n")


if __name__ == "__main__":
    main()
