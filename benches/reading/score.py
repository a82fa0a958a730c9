"""Scores what was read of the generated files against their truth.

    python benches/reading/score.py --blocks target/release/examples/blocks DIR [--show]

Every unit of the truth (sentence, item, heading, cell, note) is looked for in the words that were read, in one run and word
for word; what is left on either side is aligned, and counts as errors. Marks of lists and notes may be read or left out.
"""

import argparse
import json
import pathlib
import re
import subprocess
import unicodedata
from collections import Counter, defaultdict
from difflib import SequenceMatcher


def words_of(text: str) -> list[str]:
    return unicodedata.normalize("NFKC", text).split()


class Stream:
    """The words read, in order, each used once."""

    def __init__(self, blocks: list[dict]):
        self.words: list[str] = []
        for block in blocks:
            for text in block.get("cells", [block["text"]]):
                self.words += words_of(text)
        self.free = [True] * len(self.words)
        self.places: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            self.places[word].append(at)

    def take(self, words: list[str], near: int) -> int | None:
        """Where the words stand in one run: the next place from `near` on, else the first of all."""
        fits = [at for at in self.places.get(words[0], []) if self.fits(words, at)]
        if not fits:
            return None
        found = min(fits, key=lambda at: (at < near, at))
        self.free[found : found + len(words)] = [False] * len(words)
        return found

    def fits(self, words: list[str], at: int) -> bool:
        return self.words[at : at + len(words)] == words and all(self.free[at : at + len(words)])


def score(truth: dict, document: dict, show: bool) -> Counter:
    counts: Counter = Counter()
    blocks = document["blocks"]
    stream = Stream(blocks)
    missing: list[str] = []
    places: list[tuple[int, int]] = []
    near = 0
    for number, unit in enumerate(truth["units"]):
        for text in unit.get("cells", [unit.get("text")]):
            words = words_of(text)
            counts["words"] += len(words)
            at = stream.take(words, near)
            if at is None and unit["kind"] == "note":
                # Some setters put no blank behind the mark.
                for mark in range(1, truth["notes"] + 1):
                    at = at if at is not None else stream.take([f"{mark}{words[0]}", *words[1:]], 0)
            if at is None and unit["kind"] in ("sentence", "item"):
                # A note's mark may cling to the last word.
                for mark in range(1, truth["notes"] + 1):
                    at = at if at is not None else stream.take([*words[:-1], f"{words[-1]}{mark}"], near)
            if at is None:
                missing += words
                counts["units missing"] += 1
                if show:
                    print(f"    not in one run: {text}")
                continue
            if not unit.get("loose"):
                places.append((at, number))
                near = at
    for unit in truth["units"]:
        # Setters print the header row anew on each page of a table.
        if unit.get("header"):
            while stream.take([word for cell in unit["cells"] for word in words_of(cell)], 0) is not None:
                pass
    left = [word for word, free in zip(stream.words, stream.free) if free]
    left = [word for word in left if not re.fullmatch(r"\d{1,2}\.?|[•‣◦–]", word)]
    same = sum(block.size for block in SequenceMatcher(None, missing, left, autojunk=False).get_matching_blocks())
    counts["word errors"] = max(len(missing), len(left)) - same
    if show and left:
        print("    left over:", " ".join(left)[:300])
    # Sentence pairs that follow each other in the truth and not in what was read.
    rank = {at: index for index, (at, _) in enumerate(sorted(places))}
    texts = [" ".join(unit.get("cells", [unit.get("text")])) for unit in truth["units"]]
    for (at, number), (after, next_number) in zip(places, places[1:]):
        counts["pairs"] += 1
        apart = rank[after] != rank[at] + 1
        counts["pairs apart"] += apart
        if show and apart:
            print(f"    apart: …{texts[number][-40:]} | {texts[next_number][:40]}…")

    headings = Counter((unit["text"], unit["level"]) for unit in truth["units"] if unit["kind"] == "heading")
    boxes = {unit["text"] for unit in truth["units"] if unit["kind"] == "title"}
    read = [(b["text"], b["level"]) for b in blocks if b["kind"] == "heading" and b["text"] not in boxes]
    texts = Counter(text for text, _ in headings)
    hits = sum((texts & Counter(text for text, _ in read)).values())
    counts.update({"headings": sum(texts.values()), "headings read": len(read), "headings hit": hits})
    counts["levels hit"] = sum((headings & Counter(read)).values())
    if show:
        for text in (texts - Counter(text for text, _ in read)).keys():
            print("    heading missed:", text)
        for text in (Counter(text for text, _ in read) - texts).keys():
            print("    no heading:", text)

    rows = [block["cells"] for block in blocks if block["kind"] == "row"]
    sets = [Counter(" ".join(words_of(cell)) for cell in row if cell) for row in rows]
    for unit in truth["units"]:
        if unit["kind"] == "row":
            counts["cells"] += len(unit["cells"])
            wanted = Counter(" ".join(words_of(cell)) for cell in unit["cells"])
            closest = max(sets, key=lambda own: sum((wanted & own).values()), default=Counter())
            best = sum((wanted & closest).values())
            counts["cells hit"] += best
            if best:
                counts["cells read"] += sum(closest.values())
                sets.remove(closest)
            if show and best < len(unit["cells"]):
                print("    row:", unit["cells"])
    # Header rows printed anew are no faults.
    headers = [Counter(" ".join(words_of(cell)) for cell in unit["cells"]) for unit in truth["units"] if unit.get("header")]
    counts["cells read"] += sum(sum(own.values()) for own in sets if own not in headers)

    # Each note of the truth, tied to the block that holds the sentence it hangs on and to no other.
    for unit in truth["units"]:
        if unit["kind"] == "note":
            counts["notes"] += 1
            own = [at for at, block in enumerate(blocks) if block["text"].endswith(unit["text"])]
            citing = [blocks[block]["text"] for note, block in document["citations"] if note in own]
            counts["notes tied"] += len(citing) == 1 and unit["after"] in citing[0]

    taken = defaultdict(Counter)
    for line in document["furniture"]:
        taken[line["page"]][" ".join(words_of(line["text"]))] += 1
    for page, lines in enumerate(truth["furniture"], start=1):
        wanted = Counter(" ".join(words_of(line)) for line in lines)
        counts["furniture"] += sum(wanted.values())
        counts["furniture hit"] += sum((wanted & taken[page]).values())
        extra = taken[page] - wanted
        counts["body taken"] += sum(extra.values())
        if show and (extra or wanted - taken[page]):
            print(f"    page {page}: furniture missed {dict(wanted - taken[page])}, body taken {dict(extra)}")
    return counts


def f1(hit: int, truth: int, read: int) -> float:
    return 2 * hit / max(truth + read, 1)


def row(name: str, c: Counter) -> str:
    return (
        f"{name:22} {100 * c['word errors'] / max(c['words'], 1):8.2f} {100 * c['pairs apart'] / max(c['pairs'], 1):8.2f}"
        f" {f1(c['headings hit'], c['headings'], c['headings read']):9.3f}"
        f" {c['levels hit'] / max(c['headings'], 1):7.3f} {f1(c['cells hit'], c['cells'], c['cells read']):7.3f}"
        f" {c['furniture hit'] / max(c['furniture'], 1):10.3f} {c['body taken']:6}"
        f" {c['notes tied'] / max(c['notes'], 1):7.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blocks", required=True, help="the program that prints what was read")
    parser.add_argument("--show", action="store_true", help="print every fault")
    parser.add_argument("--only", default="", help="files whose name holds this")
    parser.add_argument("directory", type=pathlib.Path)
    args = parser.parse_args()
    files = sorted(path for path in args.directory.glob("*.pdf") if args.only in path.name)
    out = subprocess.run([args.blocks, *map(str, files)], capture_output=True, text=True, check=True).stdout
    groups: dict[str, Counter] = defaultdict(Counter)
    for path, line in zip(files, out.splitlines()):
        if args.show:
            print(path.name)
        counts = score(json.loads(path.with_suffix(".json").read_text()), json.loads(line), args.show)
        groups[path.stem.rsplit("-", 1)[0]].update(counts)
        groups["all"].update(counts)
    total = groups.pop("all")
    print(f"{'':22} {'words %':>8} {'order %':>8} {'headings':>9} {'levels':>7} {'cells':>7} {'furniture':>10} {'body':>6} {'notes':>7}")
    for name, counts in sorted(groups.items()):
        print(row(name, counts))
    print(row("all", total))


if __name__ == "__main__":
    main()
