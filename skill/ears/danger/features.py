"""What the scorer sees in a sentence: its words, those beside each other, their kin, and letters in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from msgspec import json

KIN = Path(__file__).parents[2] / "locales" / "en" / "danger" / "kin.json"
LETTERS = (3, 4)
STEM = 3
"""Letters that are left of a word, at least, when its ending goes."""


@lru_cache(maxsize=1)
def kin() -> Mapping[str, str]:
    """What a word stands for: "she" for a person, "hubby" for a partner, "twins" for a child."""
    families = json.decode(KIN.read_bytes(), type=dict[str, list[str]])
    return {
        word: f"<{family}>" for family, words in families.items() if family != "endings" for word in words
    }


@lru_cache(maxsize=1)
def endings() -> tuple[str, ...]:
    """Endings that make no other word, the longest first."""
    return tuple(json.decode(KIN.read_bytes(), type=dict[str, list[str]])["endings"])


def features(said: Sequence[str]) -> list[int]:
    """The marks, of 32 bits, of all that is in `said`, the words as `tokens` spells them; in order."""
    alike = [f"~{_alike(word)}" for word in said]
    written = {*_groups(said), *_groups(alike)}
    written.update(letters for word in said[1:-1] for letters in _letters(word))
    return sorted({crc32(each.encode()) for each in written})


def _alike(word: str) -> str:
    """The word's family, or the word without its ending."""
    family = kin().get(word)
    if family:
        return family
    ending = next((end for end in endings() if word.endswith(end) and len(word) - len(end) >= STEM), "")
    return word.removesuffix(ending)


def _groups(said: Sequence[str]) -> Iterable[str]:
    """Single words, two and three together, and two with one or two words between."""
    yield from said
    yield from map(" ".join, pairwise(said))
    yield from map(" ".join, zip(said, said[1:], said[2:], strict=False))
    yield from map(" * ".join, zip(said, said[2:], strict=False))
    yield from map(" ** ".join, zip(said, said[3:], strict=False))


def _letters(word: str) -> Iterable[str]:
    whole = f"#{word}#"
    return (whole[at : at + size] for size in LETTERS for at in range(len(whole) - size + 1))
