"""Whoever is told of by a first name is heard as "he": that is how danger and fear were learnt."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

STATES = frozenset(
    {"a", "at", "been", "drunk", "gone", "got", "in", "not", "outside", "so", "the", "violent"}
)
"""Words before which "Alex's" is "Alex is"; so is any that ends like one of a verb."""
OF_A_VERB = ("ed", "ing")
_WORD = re.compile(r"([a-z]+)('[a-z]+)?(?=\W+([a-z]*)|$)")
_SAYS_WHO = re.compile(r"(?:\b(?:it'?s|it is|this is|i'?m|i am|me|hi|hello|hey|is|do with)|^)\W+$")
_HARMLESS = re.compile(
    r"\W+(?:(?:here|speaking|talking)\b|(?:can|could|will) (?:have|mind|take|watch) (?:the|them|it|over)\b)"
)
"""After a name, but not after a "he": somebody is there, or takes over for a while."""
_SPOKEN_TO = re.compile(r"^\w+ i(?:'m|m)?\b|\b(?:die|dying|now|please|today|tonight) \w+$")
"""A name before an "I", or after what is said already, is that of somebody who listens."""


def without_names(plain: str, names: AbstractSet[str]) -> str:
    """Words in lower case, with the name of nobody in them but of who speaks."""
    return _WORD.sub(lambda word: _unnamed(word, names), plain)


def _unnamed(word: re.Match[str], names: AbstractSet[str]) -> str:
    name, ending, after = word.group(1), word.group(2) or "", word.group(3) or ""
    if name.endswith("s") and name not in names and not ending:
        name, ending = name[:-1], "'s"
    says_who = _SAYS_WHO.search(word.string[: word.start()])
    if name not in names or says_who or _HARMLESS.match(word.string, word.end()):
        return word.group()
    at_an_end = word.start() == 0 or word.end() == len(word.string)
    if at_an_end and _SPOKEN_TO.search(word.string):
        return ""
    owns = ending == "'s" and after and after not in STATES and not after.endswith(OF_A_VERB)
    return "his" if owns else f"he{ending}"
