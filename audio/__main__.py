"""`python -m audio`: renders the sounds and tracks, and lists their checksums."""

from __future__ import annotations

import argparse
from pathlib import Path

from tqdm import tqdm

from audio.build import a_sentence, every_name, missing, run
from audio.shelf import BUILT, CHECKSUMS, clear_out, write_checksums
from audio.voices import Voice, reachable, reader, wanted


def main() -> None:
    """Renders what changed since the last time."""
    wishes = _wishes()
    wishes.folder.mkdir(parents=True, exist_ok=True)
    voice, kept = _voices(wishes.voice)
    jobs = missing(wishes.folder, voice, kept=kept)
    with tqdm(total=sum(len(job.names) for job in jobs), unit="file", desc="audio") as bar:
        for names in run(jobs, wishes.processes):
            bar.update(len(names))
    clear_out(wishes.folder, every_name())
    write_checksums(wishes.folder, every_name(), reader(Voice.OFFLINE).name, wishes.checksums)


def _voices(wish: Voice | None) -> tuple[Voice, tuple[Voice, ...]]:
    """Who reads what is new, and whose tracks stay: what Google read is not read worse for want of a line."""
    voice = wish or wanted()
    if wish is None and voice is Voice.ONLINE and not reachable(voice, a_sentence()):
        return Voice.OFFLINE, (Voice.ONLINE,)
    return voice, ()


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m audio", description="Renders sounds and narrated tracks."
    )
    parser.add_argument("--folder", type=Path, default=BUILT, help="where to (audio/built)")
    parser.add_argument("--checksums", type=Path, default=CHECKSUMS, help="the list of what was built")
    parser.add_argument("--voice", type=Voice, choices=list(Voice), help="who reads (as the speaker is set)")
    parser.add_argument("--processes", type=int, default=2, help="how many at a time (2)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
