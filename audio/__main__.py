"""`python -m audio`: renders the sounds and tracks, and lists their checksums."""

from __future__ import annotations

import argparse
from pathlib import Path

from tqdm import tqdm

from audio.build import every_name, missing, run
from audio.shelf import BUILT, CHECKSUMS, clear_out, write_checksums
from audio.voices import Voice, reader


def main() -> None:
    """Renders what changed since the last time."""
    wishes = _wishes()
    wishes.folder.mkdir(parents=True, exist_ok=True)
    jobs = missing(wishes.folder, wishes.voice)
    with tqdm(total=sum(len(job.names) for job in jobs), unit="file", desc="audio") as bar:
        for names in run(jobs, wishes.processes):
            bar.update(len(names))
    clear_out(wishes.folder, every_name())
    write_checksums(wishes.folder, every_name(), reader(Voice.OFFLINE).name, wishes.checksums)


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m audio", description="Renders sounds and narrated tracks."
    )
    parser.add_argument("--folder", type=Path, default=BUILT, help="where to (audio/built)")
    parser.add_argument("--checksums", type=Path, default=CHECKSUMS, help="the list of what was built")
    parser.add_argument("--voice", type=Voice, choices=list(Voice), default=Voice.OFFLINE, help="who reads")
    parser.add_argument("--processes", type=int, default=2, help="how many at a time (2)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
