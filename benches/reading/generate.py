"""Makes PDF files with known truth.

    python benches/reading/generate.py OUT [--seeds 3]

Needs the packages of requirements.txt, and the programs chromium and soffice for two of the four ways of setting.
Each NAME.pdf gets a NAME.json beside it, which score.py reads.
"""

import argparse
import json
import pathlib
import shutil

import pymupdf

import html_pages
import office_pages
import report_pages
import typst_pages
from plans import Plan, make_plan

# Setter, columns, with tags.
WAYS = [
    ("typst", 1, True), ("typst", 2, True), ("typst", 2, False), ("typst", 3, False), ("typst", 1, False),
    ("chromium", 1, True), ("chromium", 2, True), ("chromium", 2, False), ("chromium", 3, False), ("chromium", 1, False),
    ("office", 1, True), ("office", 2, True), ("office", 2, False), ("office", 1, False),
    ("reportlab", 1, False), ("reportlab", 2, False), ("reportlab", 3, False),
]  # fmt: skip
RENDER = {
    "typst": typst_pages.render,
    "chromium": html_pages.render,
    "office": office_pages.render,
    "reportlab": report_pages.render,
}


def attach_notes(plan: Plan) -> list[dict]:
    """Hangs each note on the paragraph before it; gives each with that paragraph's last sentence."""
    notes, kept = [], []
    for block in plan.blocks:
        if block["kind"] == "note":
            notes.append({"text": block["text"], "after": kept[-1]["sentences"][-1]})
            kept[-1] |= {"note": block["text"], "note_number": len(notes)}
        else:
            kept.append(block)
    plan.blocks = kept
    return notes


def truth_of(plan: Plan, notes: list[dict], pages: int, setter: str) -> dict:
    """Units in reading order; those that may stand anywhere are `loose`."""
    units: list[dict] = []
    for block in plan.blocks:
        match block["kind"]:
            case "heading":
                units.append({"kind": "heading", "level": block["level"], "text": block["text"]})
            case "paragraph":
                units += [{"kind": "sentence", "text": text} for text in block["sentences"]]
            case "list":
                units.append({"kind": "sentence", "text": block["lead"]})
                units += [{"kind": "item", "text": text} for text in block["items"]]
            case "table":
                units.append({"kind": "row", "header": True, "cells": block["header"]})
                units += [{"kind": "row", "header": False, "cells": row} for row in block["rows"]]
            case "box":
                units.append({"kind": "title", "text": block["title"], "loose": True})
                units += [{"kind": "sentence", "text": text, "loose": True} for text in block["sentences"]]
            case "quote":
                units.append({"kind": "sentence", "text": block["text"], "loose": True})
    units += [{"kind": "note", "loose": True} | note for note in notes]
    foot = "Page {page} of {pages}" if setter == "chromium" else "{page}"
    furniture = [[plan.running, foot.format(page=page + 1, pages=pages)] for page in range(pages)]
    return {"title": plan.title, "units": units, "furniture": furniture, "notes": len(notes)}


def strip_tags(path: pathlib.Path) -> None:
    with pymupdf.open(path) as document:
        catalog = document.pdf_catalog()
        document.xref_set_key(catalog, "StructTreeRoot", "null")
        document.xref_set_key(catalog, "MarkInfo", "null")
        document.xref_set_key(catalog, "Outlines", "null")
        document.save(path.with_suffix(".bare"))
    path.with_suffix(".bare").rename(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    needed = {"chromium": "chromium", "office": "soffice"}
    for way, (setter, columns, tags) in enumerate(WAYS):
        if setter in needed and not shutil.which(needed[setter]):
            print(f"left out: {setter}, for want of {needed[setter]}")
            continue
        for seed in range(args.first, args.first + args.seeds):
            plan = make_plan(seed * 100 + way, columns, numbered=(seed + way) % 2 == 0)
            notes = attach_notes(plan)
            for block in plan.blocks:
                if block["kind"] == "table":
                    block["ruled"] = (seed + way) % 3 != 0
            path = args.out / f"{setter}-{columns}{'' if tags else '-bare'}-{seed}.pdf"
            RENDER[setter](plan, str(path), seed + way)
            if not tags and setter != "reportlab":
                strip_tags(path)
            with pymupdf.open(path) as document:
                pages = len(document)
            truth = truth_of(plan, notes, pages, setter)
            path.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
