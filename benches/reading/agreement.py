"""Compares what we read of real PDF files with pdftotext (poppler) and PyMuPDF, sentence by sentence.

    python benches/reading/agreement.py --blocks target/release/examples/blocks FILE...

A sentence of ours agrees with a reference if its letters and digits stand in the reference's text of the same page in one
run; a sentence of the reference, if they stand so in ours. White space, punctuation and hyphens are left out of the
comparison, running headers and footers are looked for on either side. Pages are parted into those with one column and
those with several by PyMuPDF's lines, so that our own reading has no say in it.
"""

import argparse
import json
import re
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict

import pymupdf

SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]*[A-Z0-9•])")
LEAST_WORDS = 4


def squash(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text).lower() if c.isalnum())


def sentences(text: str) -> list[str]:
    found = (part.strip() for part in SENTENCE.split(re.sub(r"\s+", " ", text)))
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
            letters[page] += squash(raw[at:end].decode(errors="ignore"))
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


def reference_pages(path: str) -> dict[str, list[str]]:
    poppler = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout.split("\f")
    with pymupdf.open(path) as document:
        mupdf = [page.get_text("text") for page in document]
    return {"pdftotext": poppler[: len(mupdf)], "PyMuPDF": mupdf}


def paragraphs(text: str, furniture: set[str]) -> list[str]:
    """Sentences of a reference: it breaks lines, and blank lines part what does not read on. It keeps running lines in
    the midst of sentences; those that we name are taken out, since nothing is to be told from them here."""
    lines = (line for line in text.split("\n") if squash(line) not in furniture or not line.strip())
    return [sentence for chunk in re.split(r"\n\s*\n", "\n".join(lines)) for sentence in sentences(chunk)]


def has_columns(page: pymupdf.Page) -> bool:
    """Whether texts of three words and more stand side by side on at least four lines."""
    lines = []
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", []):
            words = sum(len(span["text"].split()) for span in line["spans"])
            if words >= 3 and abs(line["dir"][0]) > 0.9:
                lines.append(line["bbox"])
    beside = 0
    for index, (x0, y0, x1, y1) in enumerate(lines):
        for left, top, right, bottom in lines[index + 1 :]:
            overlap = min(y1, bottom) - max(y0, top)
            if overlap > 0.5 * min(y1 - y0, bottom - top) and (left > x1 + 8 or x0 > right + 8):
                beside += 1
                break
    return beside >= 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blocks", required=True, help="the program that prints what was read")
    parser.add_argument("--show", help="write every disagreement to this file")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    out = subprocess.run([args.blocks, *args.files], capture_output=True, text=True, check=True).stdout
    counts: Counter = Counter()
    by_file: dict[str, Counter] = defaultdict(Counter)
    shown = []
    for line in out.splitlines():
        document = json.loads(line)
        if "error" in document:
            print(document["file"], document["error"], file=sys.stderr)
            continue
        path = document["file"]
        letters, parts = our_pages(document)
        furniture = {squash(line["text"]) for line in document["furniture"]}
        references = reference_pages(path)
        with pymupdf.open(path) as pdf:
            layouts = ["several" if has_columns(page) else "one" for page in pdf]
        for index, layout in enumerate(layouts):
            number = index + 1
            counts["pages", layout] += 1
            for name, pages in references.items():
                theirs = squash(pages[index]) if index < len(pages) else ""
                for side, found, where in (
                    ("ours", parts.get(number, []), theirs),
                    ("theirs", paragraphs(pages[index], furniture) if index < len(pages) else [], letters.get(number, "")),
                ):
                    for sentence in found:
                        counts[layout, name, side, "all"] += 1
                        by_file[path][layout, name, side, "all"] += 1
                        if not stands_in(sentence, where):
                            counts[layout, name, side, "apart"] += 1
                            by_file[path][layout, name, side, "apart"] += 1
                            shown.append((path.rsplit("/", 1)[-1], number, layout, name, side, sentence))
    for layout in ("one", "several"):
        print(f"pages with {layout} column{'s' if layout == 'several' else ''}: {counts['pages', layout]}")
        for name in ("pdftotext", "PyMuPDF"):
            for side in ("ours", "theirs"):
                whole, apart = counts[layout, name, side, "all"], counts[layout, name, side, "apart"]
                print(f"  {name:10} sentences of {side:6} {whole:6}  same {1 - apart / max(whole, 1):.4f}  apart {apart}")
    if args.show:
        with open(args.show, "w", encoding="utf-8") as file:
            for row in shown:
                file.write("\t".join(map(str, row)) + "\n")
            for path, own in by_file.items():
                file.write(f"#{path}\t{dict((str(key), value) for key, value in own.items() if key[3] == 'apart')}\n")


if __name__ == "__main__":
    main()
