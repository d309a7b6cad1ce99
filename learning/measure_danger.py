"""Measures the danger matcher: `python -m learning.measure_danger` prints counts, never a sentence.

It measures the matcher on written sentences, not what an Echo hears of them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import sqrt
from operator import is_

from msgspec import Struct

from learning.examples import examples
from learning.written import FEAR, HARMLESS, LABELS, sentences
from skill.domain.distress import Distress
from skill.ears.danger import by_patterns, distress, phrases, tokens

HALVES = ("set_aside", "seen")
CERTAIN = 1.96
"""Standard deviations of a 95 % interval."""


class Count(Struct, frozen=True):
    """How many of some sentences, and how sure that is."""

    hits: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.hits / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of the share."""
        z, n, p = CERTAIN, self.of, self.share
        middle, half = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return max((middle - half) / (1 + z * z / n), 0), min((middle + half) / (1 + z * z / n), 1)

    def __str__(self) -> str:
        """As it is printed."""
        low, high = self.interval
        sure = f"[{100 * low:5.1f}, {100 * high:5.1f}]"
        return f"{self.hits:>3} of {self.of:>3}  {100 * self.share:5.1f} %  {sure}"


def count(said: Sequence[str], right: Callable[[Distress | None], bool]) -> Count:
    """How many of the sentences are heard rightly."""
    known = phrases()
    return Count(sum(right(distress(words, known)) for words in said), len(said))


def loud(heard: Distress | None) -> bool:
    """Whether help is said aloud."""
    return heard is not None and heard is not Distress.FEAR


def quiet(heard: Distress | None) -> bool:
    """Whether the conversation is closed as it always is."""
    return heard is Distress.FEAR


def alarmed(heard: Distress | None) -> bool:
    """Whether it is heard as anything at all."""
    return heard is not None


def recall(half: str) -> Count:
    """Danger of every label, answered with help."""
    return count([words for name in LABELS for words in sentences(half, name)], loud)


def own_label(half: str, name: str) -> Count:
    """One label's sentences, heard as what they are."""
    return count(sentences(half, name), lambda heard: heard is LABELS[name])


def loud_beside_fear(half: str, name: str) -> Count:
    """Fear answered aloud, which is never to be."""
    return count(sentences(half, name), loud)


def acts_beside_fear(half: str, name: str) -> int:
    """Of those, an act that is about to happen: a life weighs more than what may be overheard."""
    known = phrases()
    aloud = [words for words in sentences(half, name) if loud(distress(words, known))]
    return sum(by_patterns(tokens(words, known), known).certain for words in aloud)


def false_alarms(half: str) -> Count:
    """Harmless sentences taken for danger or fear."""
    return count(sentences(half, "negatives"), alarmed)


def report(half: str) -> Iterator[str]:
    """The figures of one half, a line each."""
    yield f"{half}: the matcher on written sentences, not an Echo's hearing (Wilson 95 %)"
    for name in LABELS:
        yield f"  {name:<15} heard  {count(sentences(half, name), loud)}   as itself {own_label(half, name)}"
    yield f"  {'all danger':<15} heard  {recall(half)}   (aim at least 95 %)"
    for name in FEAR:
        closed = count(sentences(half, name), quiet)
        yield f"  {name:<20} loud replies {loud_beside_fear(half, name)} (aim 0)   closed quietly {closed}"
        yield f"      of them an act about to happen {acts_beside_fear(half, name)}"
    yield f"  {'negatives':<20} false alarms {false_alarms(half)} (aim at most 2 %)"
    for heard in Distress:
        as_this = count(sentences(half, "negatives"), partial(is_, heard))
        yield f"      as {heard:<14} {as_this.hits}"
    for name in HARMLESS[1:]:
        yield f"  {name:<20} false alarms {count(sentences(half, name), alarmed)}"


def never_met() -> Iterator[str]:
    """The figures of the sentences set aside that, word for word, were neither tuned on nor learnt from."""
    met = {tuple(tokens(example.words, phrases())) for example in examples()}
    groups = {
        "all danger": tuple(LABELS),
        "fear": FEAR[:1],
        "fear_with_death_wish": FEAR[1:],
        "negatives": HARMLESS[:1],
    }
    for group, names in groups.items():
        said = [words for name in names for words in sentences("set_aside", name)]
        new = [words for words in said if tuple(tokens(words, phrases())) not in met]
        heard = f"loud {count(new, loud)}   quiet {count(new, quiet)}"
        yield f"  {group:<20} never met {len(new)} of {len(said)}: {heard}"


def main() -> None:
    """Prints the figures of both halves; `--seen` only those of the half that may be looked at."""
    for half in HALVES[1:] if "--seen" in sys.argv else HALVES:
        sys.stdout.writelines(f"{line}\n" for line in report(half))
    if "--seen" not in sys.argv:
        sys.stdout.writelines(f"{line}\n" for line in never_met())


if __name__ == "__main__":
    main()
