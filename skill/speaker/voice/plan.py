"""What is heard one after the other: sentences, signs spelled out, rests to the sample, sounds of our own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from skill.speaker.ssml import Part, Pause, Play, Say
from skill.speaker.voice.fixed import FixedText, sentences
from skill.speaker.voice.length import BETWEEN_SENTENCES
from skill.speaker.voice.port import SaidText, Style, Words

PIECES = 80
"""Milliseconds between two pieces of one sentence, one of them spoken otherwise."""
SIGNS, GROUPS = 160, 420
"""Between two digits of a number, and between its groups."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words and how they are spoken."""

    words: Words
    style: Style


@dataclass(frozen=True, slots=True)
class Gap:
    """Quiet that belongs to the words around it, in milliseconds."""

    milliseconds: int


Step = Spoken | Gap | Pause | Play


def plan(parts: Iterable[Part], locale: str) -> list[Step]:
    """Everything in order; a rest in the speech is exactly as long as it says."""
    steps: list[Step] = []
    for part in parts:
        made = list(_said(part, locale)) if isinstance(part, Say) else [part]
        if made and steps and isinstance(made[0], Spoken) and isinstance(steps[-1], Spoken):
            steps.append(_between(steps[-1], made[0]))
        steps += made
    return steps


def all_fixed(steps: Sequence[Step]) -> list[tuple[FixedText, Style]] | None:
    """The sentences of a speech that may be sent away; None if only one of them may not, or is whispered."""
    spoken = [step for step in steps if isinstance(step, Spoken)]
    plain = not any(step.style.whisper or step.style.emphasis for step in spoken)
    fixed = [(s.words, s.style) for s in spoken if isinstance(s.words, FixedText)]
    return fixed if plain and len(fixed) == len(spoken) else None


def _said(say: Say, locale: str) -> Iterator[Step]:
    style = Style(locale, say.rate, say.whisper or say.soft, say.emphasis)
    if say.spelled:
        yield from _spelled(say.words, style)
        return
    for number, sentence in enumerate(s for s in sentences(say.words) if re.search(r"\w", s)):
        if number:
            yield Gap(round(1000 * BETWEEN_SENTENCES / style.rate))
        yield Spoken(SaidText(sentence) if say.whisper else words_of(sentence), style)


def _spelled(number: str, style: Style) -> Iterator[Step]:
    for place, group in enumerate(re.findall(r"\w+|\+", number)):
        if place:
            yield Gap(GROUPS)
        for nth, sign in enumerate(group):
            if nth:
                yield Gap(SIGNS)
            yield Spoken(SaidText(sign), style)


def words_of(sentence: str) -> Words:
    """A sentence as what it is: fixed in the files, or perhaps somebody's."""
    try:
        return FixedText(sentence)
    except ValueError:
        return SaidText(sentence)


def _between(before: Spoken, after: Spoken) -> Gap:
    ended = before.words.words[-1] in ".!?"
    return Gap(round(1000 * BETWEEN_SENTENCES / after.style.rate) if ended else PIECES)
