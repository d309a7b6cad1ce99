"""What people put around what they mean: "um", "could we", "please"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skill.ears.spelling import Said, after

MOST = 4
"""Openings, and closings, taken off a sentence."""
HESITATIONS = frozenset({"um", "uh", "er", "erm", "hmm"})


def without_hesitation(said: Said) -> Said:
    """The sentence without its "um"s."""
    kept = [at for at, word in enumerate(said.words) if word not in HESITATIONS]
    if len(kept) == len(said.words):
        return said
    return Said(tuple(said.words[at] for at in kept), said.heard, tuple(said.source[at] for at in kept))


def without_repeats(said: Said) -> Said:
    """The sentence with a word that is said again and again said once."""
    kept = [at for at, word in enumerate(said.words) if at == 0 or word != said.words[at - 1]]
    return Said(tuple(said.words[at] for at in kept), said.heard, tuple(said.source[at] for at in kept))


def stripped(said: Said, openings: Sequence[str], closings: Sequence[str]) -> Iterator[Said]:
    """The sentence with less and less around it, itself first."""
    ends = _ends(said.words, closings)
    for start in _starts(said.words, openings):
        for end in ends:
            if start < end:
                yield Said(said.words[start:end], said.heard, said.source[start:end])


def _starts(words: Sequence[str], openings: Sequence[str]) -> list[int]:
    starts = [0]
    while len(starts) <= MOST:
        longest = max((end for each in openings if (end := after(words, starts[-1], each))), default=None)
        if longest is None:
            break
        starts.append(longest)
    return starts


def _ends(words: Sequence[str], closings: Sequence[str]) -> list[int]:
    ends = [len(words)]
    while len(ends) <= MOST:
        sizes = [
            size
            for each in closings
            if after(words, ends[-1] - (size := len(each.split())), each) == ends[-1]
        ]
        if not sizes or ends[-1] <= max(sizes):
            break
        ends.append(ends[-1] - max(sizes))
    return ends
