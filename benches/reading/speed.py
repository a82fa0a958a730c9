"""CPU time of our reading against pdftotext's over the same files, in turn; peak memory for a document of 250 pages.

    python benches/reading/speed.py --blocks target/release/examples/blocks FILE...
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import pymupdf

ROUNDS = 5
PAGES = 250


# Started from a small process of its own: a child's peak counts what its parent held when it was started.
MEASURE = """
import os, sys
null = os.open(os.devnull, os.O_WRONLY)
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)])
usage = os.wait4(child, 0)[2]
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""


def run(command: list[str]) -> tuple[float, int]:
    """CPU seconds and peak resident kilobytes."""
    out = subprocess.run([sys.executable, "-S", "-c", MEASURE, *command], capture_output=True, text=True, check=True)
    seconds, peak = out.stdout.split()
    return float(seconds), int(peak)


def glued(files: list[str], path: pathlib.Path) -> None:
    """The pages of the files one after the other until there are enough."""
    with pymupdf.open() as whole:
        while len(whole) < PAGES:
            before = len(whole)
            for file in files:
                with pymupdf.open(file) as part:
                    whole.insert_pdf(part)
                if len(whole) >= PAGES:
                    break
            if len(whole) == before:
                break
        whole.select(range(min(PAGES, len(whole))))
        whole.save(path, garbage=3, deflate=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blocks", required=True, help="the program that prints what was read")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(sum(run([args.blocks, file])[0] for file in args.files))
        theirs.append(sum(run(["pdftotext", file, "-"])[0] for file in args.files))
    own, other = statistics.median(ours), statistics.median(theirs)
    print(f"{len(args.files)} files, medians of {ROUNDS} rounds in turn")
    print(f"ours {own:.2f} s, pdftotext {other:.2f} s, ratio {own / other:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "glued.pdf"
        glued(sorted(args.files, key=lambda file: -os.path.getsize(file)), path)
        seconds, peak = run([args.blocks, str(path)])
        print(f"{PAGES} pages, {path.stat().st_size / 1e6:.1f} MB: {seconds:.2f} s, peak {peak / 1024:.0f} MB")


if __name__ == "__main__":
    main()
