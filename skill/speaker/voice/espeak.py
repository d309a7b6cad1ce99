"""The voice that is always there: espeak-ng on this machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from skill.speaker.ssml import Emphasis
from skill.speaker.voice.espeak_library import Manner, synthesise
from skill.speaker.voice.fixed import sentences
from skill.speaker.voice.length import BETWEEN_SENTENCES, quiet
from skill.speaker.voice.port import WHISPERED, Sound, Style, Words

_ACCENTS: Mapping[str, str] = MappingProxyType(
    {
        "en-US": "en-us",
        "en-CA": "en-us",
        "en-GB": "en-gb-x-rp",
        "en-AU": "en-gb-x-rp",
        "en-IN": "en-gb-x-rp",
    }
)
"""espeak-ng has neither Canada, Australia nor India. Canadians sound their r as Americans do; Australians,
and Indians as taught, leave it out as southern England does."""
_VARIANT = "f4"
"""Of its women's voices the one without roughness, low and with little above 3 kHz: the calmest."""
_WHISPERING = "whisperf"
_PACE = 137
"""By its own count; heard, with the gaps between sentences, it is the 150 a minute of the skill's rules."""
_SLOWEST, _FASTEST = 80, 450
_SOFTER = 60
_STRESS: Mapping[Emphasis, tuple[float, int, int]] = MappingProxyType(
    {"": (1.0, 90, 40), "strong": (0.85, 115, 65), "moderate": (0.93, 100, 55), "reduced": (1.05, 70, 25)}
)
"""Pace, volume and melody."""


@dataclass(frozen=True, slots=True)
class Espeak:
    """Speaks anything, sentence by sentence; nothing leaves this machine."""

    name: str = "espeak-ng-1.52-1"

    def speak(self, words: Words, style: Style) -> Iterator[Sound]:
        """Each sentence, and a gap between two.

        Raises:
            Unreachable: when it is not installed.
        """
        from skill.speaker.voice import samples

        for number, sentence in enumerate(sentences(words.words)):
            if number:
                yield quiet(BETWEEN_SENTENCES / style.rate)
            native = samples.read(synthesise(sentence, _manner(style)))
            yield samples.written(samples.trimmed(samples.resampled(native)))


def _manner(style: Style) -> Manner:
    pace, volume, melody = _STRESS[style.emphasis]
    accent = _ACCENTS.get(style.locale, "en-us")
    if style.whisper:
        return Manner(f"{accent}+{_WHISPERING}", _paced(style.rate * pace * WHISPERED), _SOFTER, melody)
    return Manner(f"{accent}+{_VARIANT}", _paced(style.rate * pace), volume, melody)


def _paced(rate: float) -> int:
    return round(min(max(_PACE * rate, _SLOWEST), _FASTEST))
