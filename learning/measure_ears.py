"""Measures the ears: `python -m learning.measure_ears` prints the shares understood and refused."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zlib import crc32

from skill.ears.listening import Ears
from skill.interaction_model.sources import read

SENTENCES = Path(__file__).parents[1] / "tests" / "ears"
LOCALE = "en-US"
TODAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some sentences went well, and those that did not."""

    of: int
    failed: tuple[str, ...]

    @property
    def good(self) -> float:
        """From 0 to 1."""
        return 1 - len(self.failed) / self.of

    def __str__(self) -> str:
        """As it is printed."""
        return f"{self.of - len(self.failed)} of {self.of} ({100 * self.good:.1f} %)"


def understood(ears: Ears, paraphrases: Mapping[str, Iterable[str]], *, seen: bool) -> Share:
    """The paraphrases whose intent was heard, of the half looked at in the making or of the other."""
    asked = [
        (intent, words) for intent, each in paraphrases.items() for words in each if is_seen(words) is seen
    ]
    failed = []
    for intent, words in asked:
        heard = ears.hear(words, LOCALE, TODAY)
        if heard is None or heard.intent != intent:
            failed.append(f"{words}: {intent}, heard {heard.intent if heard else None}")
    return Share(len(asked), tuple(failed))


def refused(ears: Ears, strange: Iterable[str], *, seen: bool) -> Share:
    """The sentences of no concern to us that were not taken for anything, of one half."""
    asked = [words for words in strange if is_seen(words) is seen]
    failed = [
        f"{words}: heard {heard.intent}"
        for words in asked
        if (heard := ears.hear(words, LOCALE, TODAY)) is not None
    ]
    return Share(len(asked), tuple(failed))


def is_seen(words: str) -> bool:
    """Which half a sentence is in: fixed by its letters alone."""
    return crc32(words.encode()) % 2 == 0


def main() -> None:
    """Prints the shares; with `--seen`, also what failed in the half that may be looked at."""
    ears = Ears.english()
    fresh = read(SENTENCES / "fresh_paraphrases.json")
    shares = [understood(ears, fresh, seen=seen) for seen in (True, False)]
    all_of = sum(share.of for share in shares)
    good = all_of - sum(len(share.failed) for share in shares)
    sys.stdout.write(f"fresh paraphrases understood: {good} of {all_of} ({100 * good / all_of:.1f} %)\n")
    paraphrases, strange = read(SENTENCES / "paraphrases.json"), read(SENTENCES / "out_of_domain.json")
    for seen in (True, False):
        half = "seen" if seen else "unseen"
        share, kept_out = understood(ears, paraphrases, seen=seen), refused(ears, strange, seen=seen)
        sys.stdout.write(f"{half} paraphrases understood: {share}\n")
        sys.stdout.write(f"{half} out of domain refused: {kept_out}\n")
        if seen and "--seen" in sys.argv:
            sys.stdout.writelines(f"  {each}\n" for each in (*share.failed, *kept_out.failed))


if __name__ == "__main__":
    main()
