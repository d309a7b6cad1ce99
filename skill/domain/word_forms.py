"""Words as they were said, and the plain forms a word has: "the cat's", "cats" and "cat" are one word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import product

SAID = re.compile(r"[^\W_]+(?:'[^\W_]*)*")
APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"))
SHORTENED = frozenset(("", "s", "d", "ll", "ve", "re", "m"))
"""What stands behind an apostrophe and is no part of the word."""
SHORTEST = 3
"""Letters of a word that can take an ending."""
ENDINGS = {
    "s": ("",),
    "es": ("",),
    "ies": ("y",),
    "ied": ("y",),
    "ier": ("y",),
    "iest": ("y",),
    "ed": ("", "e"),
    "ing": ("", "e"),
    "in": ("", "e"),
    "er": ("", "e"),
    "ers": ("", "e"),
}
"""Plain endings, and what stands in their place in the word itself."""


def words_of(said: str) -> tuple[str, ...]:
    """The words one by one: lower case, no accents, one sort of apostrophe."""
    plain = unicodedata.normalize("NFKD", said.translate(APOSTROPHES).casefold())
    return tuple(SAID.findall("".join(c for c in plain if not unicodedata.combining(c))))


def bare(word: str) -> str:
    """A word without what was shortened behind it: "mum" of "mum's", "i" of "i'll"."""
    stem, _, ending = word.rpartition("'")
    return stem if stem and ending in SHORTENED else word


def forms(word: str) -> Iterator[str]:
    """A word, and every word it may be a plain form of."""
    yield word
    for ending, instead in ENDINGS.items():
        stem = word.removesuffix(ending)
        if stem != word:
            once = (stem[:-1],) if stem[-1:] == stem[-2:-1] else ()
            yield from (
                each for each in (*(stem + letter for letter in instead), *once) if len(each) >= SHORTEST
            )


def holds(said: str, listed: Collection[str], innocent: Collection[str] = ()) -> bool:
    """Whether a word or a phrase of a list stands anywhere in what was said, in any plain form.

    `innocent` are words that only look like forms of another.
    """
    spoken = [bare(word) for word in words_of(said)]
    known = [{word} if word in innocent else set(forms(word)) for word in spoken]
    longest = _longest(listed)
    parts = (known[at : at + size] for at in range(len(known)) for size in range(1, longest + 1))
    return any(" ".join(each) in listed for part in parts for each in product(*part))


def left_over(words: Sequence[str], listed: Collection[str]) -> tuple[str, ...]:
    """The words that are left when the words and phrases of a list are taken out, the longest first."""
    longest = _longest(listed)
    left: list[str] = []
    at = 0
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 0, -1)
        size = next((size for size in sizes if " ".join(words[at : at + size]) in listed), 0)
        left += () if size else words[at : at + 1]
        at += size or 1
    return tuple(left)


def _longest(listed: Collection[str]) -> int:
    return max((1 + entry.count(" ") for entry in listed), default=0)
