"""SSML taken apart as a speaker plays it: words, rests to the millisecond, and sounds of our own."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, get_args

Emphasis = Literal["", "strong", "moderate", "reduced"]
_NAMESPACES = 'xmlns:amazon="amazon" xmlns:alexa="alexa"'
_STRENGTHS = {"none": 0, "x-weak": 0, "weak": 300, "medium": 500, "strong": 800, "x-strong": 1200}
_RATES = {"x-slow": 0.5, "slow": 0.75, "medium": 1.0, "fast": 1.25, "x-fast": 1.5}
_SPELLED = {"digits", "telephone", "characters", "spell-out"}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_OWN_SOUND = re.compile(r"(?:.*/)?([a-z0-9-]{1,80}\.mp3)")


class SsmlError(ValueError):
    """The speech is not well-formed; nothing of it is in the message."""


@dataclass(frozen=True, slots=True)
class Say:
    """Words to speak."""

    words: str
    rate: float = 1.0
    """1.0 is the voice's own pace."""
    whisper: bool = False
    """Private: spoken softly, never shown."""
    soft: bool = False
    """Spoken softly because the house is quiet."""
    spelled: bool = False
    """Spoken sign by sign."""
    emphasis: Emphasis = ""

    def row(self) -> dict[str, object]:
        """As the page reads it."""
        row: dict[str, object] = {"say": self.words, "rate": self.rate}
        marks = {"whisper": self.whisper, "soft": self.soft, "spelled": self.spelled}
        stress = {"emphasis": self.emphasis} if self.emphasis else {}
        return row | {mark: True for mark, on in marks.items() if on} | stress


@dataclass(frozen=True, slots=True)
class Pause:
    """Quiet, in milliseconds."""

    milliseconds: int

    def row(self) -> dict[str, object]:
        """As the page reads it."""
        return {"rest": self.milliseconds}


@dataclass(frozen=True, slots=True)
class Play:
    """A sound of our own, by the name of its file."""

    file: str

    def row(self) -> dict[str, object]:
        """As the page reads it."""
        return {"play": self.file}


Part = Say | Pause | Play


def parts(ssml: str) -> list[Part]:
    """What a speaker does, in order; pauses that follow each other are one.

    Raises:
        SsmlError: when it is not well-formed.
    """
    try:
        root = ET.fromstring(f"<heard {_NAMESPACES}>{ssml}</heard>")  # noqa: S314 - the skill's own words, and no document type fits in here
    except ET.ParseError as fault:
        raise SsmlError("The speech is not well-formed.") from fault
    return _joined(_walk(root, Say("")))


def plain(played: Iterable[Part]) -> str:
    """The words alone, in one line."""
    return _tidy(" ".join(part.words for part in played if isinstance(part, Say)))


def seconds(played: Iterable[Part]) -> float:
    """How long the rests are in all."""
    return sum(part.milliseconds for part in played if isinstance(part, Pause)) / 1000


def _walk(element: ET.Element, style: Say) -> Iterator[Part]:
    if element.text:
        yield replace(style, words=element.text)
    for child in element:
        yield from _element(child, style)
        if child.tail:
            yield replace(style, words=child.tail)


def _element(child: ET.Element, style: Say) -> Iterator[Part]:
    match child.tag:
        case "break":
            yield Pause(_break(child))
        case "audio":
            yield from _own_sound(child.get("src", ""))
        case "sub":
            yield replace(style, words=child.get("alias", child.text or ""))
        case "prosody":
            soft = style.soft or child.get("volume") is not None
            yield from _walk(child, replace(style, rate=style.rate * _rate(child.get("rate", "")), soft=soft))
        case "say-as" if child.get("interpret-as") in _SPELLED:
            yield from _walk(child, replace(style, spelled=True))
        case "say-as" if child.get("interpret-as") == "ordinal":
            yield replace(style, words=_ordinal(child.text or ""))
        case "emphasis":
            yield from _walk(child, replace(style, emphasis=_emphasis(child.get("level", "moderate"))))
        case "{amazon}effect" if child.get("name") == "whispered":
            yield from _walk(child, replace(style, whisper=not style.soft))
        case "p" | "s":
            yield replace(style, words=" ")
            yield from _walk(child, style)
            yield replace(style, words=" ")
        case _:
            yield from _walk(child, style)


def _own_sound(source: str) -> Iterator[Play]:
    """Nothing for a sound that is somebody else's: this device asks nobody for it."""
    found = None if source.startswith("soundbank:") else _OWN_SOUND.fullmatch(source)
    if found:
        yield Play(found[1])


def _ordinal(number: str) -> str:
    whole = number.strip()
    if not (whole.isascii() and whole.isdigit()):
        return number
    teen = int(whole) % 100 in (11, 12, 13)
    return whole + ("th" if teen else _ENDINGS.get(int(whole) % 10, "th"))


def _emphasis(level: str) -> Emphasis:
    return next((known for known in get_args(Emphasis) if known == level), "moderate")


def _break(element: ET.Element) -> int:
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(ms|s)\s*", element.get("time", ""))
    if not found:
        return _STRENGTHS.get(element.get("strength", "medium"), 500)
    length = float(found[1]) * (1 if found[2] == "ms" else 1000)
    return round(min(length, 10_000))


def _rate(value: str) -> float:
    if value in _RATES:
        return _RATES[value]
    found = re.fullmatch(r"(\d+(?:\.\d+)?)%", value)
    return max(float(found[1]), 20) / 100 if found else 1.0


def _joined(walked: Iterable[Part]) -> list[Part]:
    played: list[Part] = []
    for part in walked:
        last = played[-1] if played else None
        if isinstance(part, Pause) and isinstance(last, Pause):
            played[-1] = Pause(last.milliseconds + part.milliseconds)
        elif isinstance(part, Say) and isinstance(last, Say) and part == replace(last, words=part.words):
            played[-1] = replace(last, words=last.words + part.words)
        elif not isinstance(part, Say) or part.words.strip():
            played.append(part)
        elif isinstance(last, Say):
            played[-1] = replace(last, words=last.words + " ")
    return [part for part in _closed_up(played) if not isinstance(part, Say) or part.words]


def _closed_up(played: list[Part]) -> Iterator[Part]:
    """Trims each piece, and lets a full stop join the word before it."""
    tidied = [replace(p, words=_tidy(p.words)) if isinstance(p, Say) else p for p in played]
    for before, part in pairwise([Pause(0), *tidied]):
        bare = isinstance(part, Say) and isinstance(before, Pause) and not re.search(r"\w", part.words)
        if not bare:
            yield part


def _tidy(words: str) -> str:
    return re.sub(r"\s+([.,!?;:])", r"\1", " ".join(words.split()))
