"""The words of a sentence as the patterns and the scorer know them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from skill.ears.danger.phrases import Phrases

START, END = "^", "$"
_NOT_A_WORD = re.compile(r"[^a-z0-9']+")


def tokens(words: str, known: Phrases) -> list[str]:
    """The words spelled out, without fillers and stammered repeats, between a start and an end mark."""
    said = [START]
    for word in _joined(_NOT_A_WORD.sub(" ", plain(words)).split(), known):
        bare = word.replace("'", "")
        whole = known.spelled_out.get(word) or known.spelled_out.get(bare) or (bare,)
        said += [each for each in whole if each and each not in known.fillers and each != said[-1]]
    while tuple(said[-2:]) in known.tags:
        del said[-2:]
    return [*said, END]


def plain(words: str) -> str:
    """In lower case, without accents, every apostrophe the same."""
    folded = unicodedata.normalize("NFKD", words).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").lower()
    return _without_accents(folded)


def _joined(words: Sequence[str], known: Phrases) -> Iterable[str]:
    """The words, with those that recognition tore apart put together."""
    at = 0
    while at < len(words):
        whole = known.joined.get(" ".join(words[at : at + 2]))
        yield whole or words[at]
        at += 2 if whole else 1


def _without_accents(plain: str) -> str:
    return plain if plain.isascii() else "".join(each for each in plain if not unicodedata.combining(each))
