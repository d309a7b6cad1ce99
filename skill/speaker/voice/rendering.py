"""A whole speech as one stream of sound, in one voice from beginning to end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby

from skill.speaker.ssml import Part, Pause, Play, Say
from skill.speaker.voice.cache import Cache
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.length import quiet
from skill.speaker.voice.online import paced
from skill.speaker.voice.plan import Gap, Spoken, Step, all_fixed, plan
from skill.speaker.voice.port import Engine, Sound, Unreachable, Words
from skill.speaker.voice.run import at_pace
from skill.speaker.voice.timekeeping import Utter, keeps_time, on_time
from skill.speaker.voice.together import LIMIT, together
from skill.speaker.voice.tunes import Tunes


@dataclass(frozen=True, slots=True)
class Voice:
    """The engines of a speaker."""

    offline: Engine[Words]
    online: Engine[FixedText] | None = None
    tunes: Tunes = Tunes(None)  # noqa: RUF009 - frozen
    cache: Cache | None = None
    """Where the engines keep what they made."""
    limit: float = LIMIT
    """Seconds that the online voice may take until the first sound."""

    def warm(self) -> None:
        """Loads what the first sound would have to wait for."""
        with suppress(Unreachable):
            for _ in self.render([Say("a")], "en-US"):
                return

    def render(self, parts: Iterable[Part], locale: str, after: Iterable[Part] = ()) -> Iterator[Sound]:
        """The sound of a speech, from its first sentence on; one that comes after another stays if that did.

        Raises:
            Unreachable: when nothing here can speak it.
        """
        steps, before = plan(parts, locale), plan(after, locale)
        if keeps_time(steps):
            yield from self._on_time(steps, before)
            return
        sent = self._sent(steps, before)
        for step in steps:
            match step:
                case Pause(milliseconds) | Gap(milliseconds):
                    yield quiet(milliseconds / 1000)
                case Play(file):
                    yield self.tunes.find(file)
                case Spoken(words, style) if sent is None:
                    yield from self.offline.speak(words, style)
                case Spoken():
                    yield next(sent)

    def _on_time(self, steps: Sequence[Step], before: Sequence[Step]) -> Iterator[Sound]:
        """Each step of an exercise at its second; a chime begins the clock anew."""
        utter = self._utter(steps, before)
        for chimes, part in groupby(steps, key=lambda step: isinstance(step, Play)):
            if chimes:
                yield from (self.tunes.find(step.file) for step in part if isinstance(step, Play))
            else:
                yield from on_time(list(part), utter)

    def _utter(self, steps: Sequence[Step], before: Sequence[Step]) -> Utter:
        """What came from elsewhere came at its own pace; any other is made on its sound."""
        asked = [at_pace(step, 1.0) for step in steps]
        sent = self._sent(asked, before)
        if sent is None:
            return lambda spoken: b"".join(self.offline.speak(spoken.words, spoken.style))
        sounds = dict(zip((step.words for step in asked if isinstance(step, Spoken)), sent, strict=True))
        return lambda spoken: paced(sounds[spoken.words], spoken.style.rate)

    def _sent(self, steps: Sequence[Step], before: Sequence[Step]) -> Iterator[Sound] | None:
        """What came from elsewhere, all of it; None when any of it has to be spoken here."""
        fixed = all_fixed(steps)
        if self.online is None or not fixed or all_fixed(before) is None:
            return None
        try:
            return iter(together(self.online, fixed, self.limit))
        except Unreachable:
            return None
