"""Hears danger and fear in raw speech text; the words it knows are data in locales/en/danger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from skill.domain.distress import Distress
from skill.ears.danger.daily import is_daily, set_aside, undated
from skill.ears.danger.patterns import covered
from skill.ears.danger.phrases import Phrases, read
from skill.ears.danger.words import END, START, plain, tokens

__all__ = ("ByPatterns", "by_patterns", "distress", "is_call", "phrases", "tokens")

NEAR = 3
"""How many words before a pattern its "I" may stand."""
LONG = 11
"""Words from which on a cry may be lost among the others, the two marks among them."""
SPEAKERS = frozenset({"i", "me", "my", "myself"})
MINE = " of mine"

_CLAIMS = frozenset(
    {
        ("sure", "rage"),
        ("sure", "harm"),
        ("fear", "quiet"),
        ("psychosis", "patterns"),
        ("for_another", "patterns"),
        ("scary_thoughts", "patterns"),
    }
)
"""Who may claim words first: what stands inside "he says he wants to die" is no wish of the speaker's."""
_LOUD_BESIDE_FEAR = {
    "self_harm.plan": Distress.SELF_HARM,
    "emergency.vital": Distress.EMERGENCY,
    "sure.act": Distress.SELF_HARM,
    "sure.another": Distress.FOR_ANOTHER,
    "sure.alone": Distress.EMERGENCY,
    "sure.harm": Distress.RAGE,
    "sure.rage": Distress.RAGE,
    f"rage.patterns{MINE}": Distress.RAGE,
}
"""Heard first: somebody's life, in words that accuse nobody."""
_ACTS = frozenset({"emergency.vital", "sure.rage", "sure.harm", "sure.act", "sure.another"})
"""What is answered aloud even where fear is certain: it happens now, or is about to."""
_CERTAIN = frozenset({"sure.act", "sure.alone", "sure.harm"})
_PLAIN = "sure.plain"
_FEARED = "sure.feared"
_FEAR = frozenset({_FEARED, "fear.quiet", "fear.patterns"})
_LOUD = {
    "rage.patterns": Distress.RAGE,
    "psychosis.patterns": Distress.PSYCHOSIS,
    "self_harm.wish": Distress.SELF_HARM,
    "for_another.patterns": Distress.FOR_ANOTHER,
    "emergency.patterns": Distress.EMERGENCY,
    "scary_thoughts.patterns": Distress.SCARY_THOUGHT,
}
"""Heard when nothing in the sentence is fear."""


class ByPatterns(NamedTuple):
    """What the patterns made of a sentence."""

    answer: Distress | None = None
    grave: bool = False
    """Whether it is about somebody's life: then half a likelihood is enough."""
    aloud: bool = False
    """Whether only much fear makes the answer quiet: a life in danger now, in words that accuse nobody."""
    certain: bool = False
    """Whether nothing else is asked: an act that is about to happen, or a cry that is all that was said."""
    plain: bool = False
    """Whether it is so plain that it is heard whatever the judge says, who only weighs whether it is fear."""
    feared: bool = False
    """Whether it is fear so plainly that the judge is not asked at all."""


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The phrases of the project; read once."""
    return read()


def distress(words: str, known: Phrases) -> Distress | None:
    """What the words say about somebody's safety; never loud about what a partner does."""
    from skill.ears.danger.named import without_names  # this and the weights wait for the first free text
    from skill.ears.danger.scorer import scorer

    said = tokens(words, known)
    unnamed = tokens(without_names(plain(words), known.names), known)
    if is_call(said, known) or is_daily(said, known) or is_daily(unnamed, known):
        return None
    said, unnamed = set_aside(said, known), set_aside(unnamed, known)
    whole = by_patterns(said, known)
    if unnamed != said and (meant := by_patterns(unnamed, known)).answer:
        said, whole = unnamed, meant
    heard = scorer().heard(said, whole) or _heard_undated(said, known)
    if heard or not whole.answer or len(said) < LONG:
        return heard
    clauses = [scorer().heard(clause, by_patterns(clause, known)) for clause in _clauses(said, known)]
    heard = next(filter(None, clauses), None)
    return Distress.FEAR if heard and Distress.FEAR in {whole.answer, *clauses} else heard


def _heard_undated(said: list[str], known: Phrases) -> Distress | None:
    """What the words are without their day and hour, where that leaves a blow that the patterns hear."""
    from skill.ears.danger.scorer import scorer

    left = undated(said, known)
    if left == said or not any(known.daily["blows"].found(left)):
        return None
    whole = by_patterns(left, known)
    return scorer().heard(left, whole) if whole.answer is Distress.FEAR else None


def is_call(said: list[str], known: Phrases) -> bool:
    """Whether it is a call for the police and nothing else: answered as any call is that cannot be made."""
    return any(known.sorts["sure"]["call"].found(said))


def _clauses(said: list[str], known: Phrases) -> Iterator[list[str]]:
    """What stands between the words that join, and two such parts together; a long answer may hide a cry."""
    joined = "".join(f" {word} " if word not in known.joins else "\n" for word in said[1:-1])
    clauses = [clause.split() for clause in joined.split("\n") if clause]
    yield from ([START, *clause, END] for clause in clauses)
    yield from ([START, *one, *next_, END] for one, next_ in pairwise(clauses))


def by_patterns(said: list[str], known: Phrases) -> ByPatterns:
    """What the patterns alone make of words as `tokens` spells them."""
    heard = set(_heard(said, known))
    grave = not heard.isdisjoint(_LOUD_BESIDE_FEAR)
    certain = not heard.isdisjoint(_CERTAIN)
    answer, aloud = _answer(heard), not heard.isdisjoint(_ACTS)
    feared = _FEARED in heard and answer is Distress.FEAR
    return ByPatterns(answer, grave, aloud, certain, _PLAIN in heard, feared)


def _answer(heard: set[str]) -> Distress | None:
    for sort, answer in _LOUD_BESIDE_FEAR.items():
        if sort in heard:
            return answer
    if heard & _FEAR:
        return Distress.FEAR
    return next((answer for sort, answer in _LOUD.items() if sort in heard), None)


def _heard(said: list[str], known: Phrases) -> Iterable[str]:
    """The sorts of danger and fear in the words, who claims words first going first."""
    told = any(any(patterns.found(said)) for patterns in known.told.values())
    claimed: list[tuple[int, int]] = []
    for subject, lists in known.sorts.items():
        if told and subject == "emergency":
            continue
        left = covered(covered(said, claimed), known.idioms[subject].found(said))
        for name, patterns in lists.items():
            spans = list(patterns.found(left))
            meant = [(start, end) for start, end in spans if not _negated(left, start, known)]
            if meant:
                yield f"{subject}.{name}"
            if any(SPEAKERS.intersection(left[max(start - NEAR, 0) : end]) for start, end in meant):
                yield f"{subject}.{name}{MINE}"
            if (subject, name) in _CLAIMS:
                claimed += spans


def _negated(said: Sequence[str], start: int, known: Phrases) -> bool:
    """Whether a "not" before `start` reaches what begins there."""
    for at in range(start - 1, 0, -1):
        word = said[at]
        if word in known.negators:
            return True
        if word not in known.transparent or (word == "i" and said[at - 1] not in known.reporting):
            return False
    return False
