"""A whole speech as one stream of sound, in one voice from beginning to end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from skill.speaker.ssml import Part, Pause, Play, Say
from skill.speaker.voice.cache import Cache
from skill.speaker.voice.fixed import FixedText
from skill.speaker.voice.plan import Spoken, Step, all_fixed, plan
from skill.speaker.voice.port import RATE, Engine, Sound, Unreachable, Words
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
        steps = plan(parts, locale)
        sent = self._sent(steps, plan(after, locale))
        for step in steps:
            match step:
                case Pause(milliseconds):
                    yield bytes(2 * milliseconds * RATE // 1000)
                case Play(file):
                    yield self.tunes.find(file)
                case Spoken(words, style) if sent is None:
                    yield from self.offline.speak(words, style)
                case Spoken():
                    yield next(sent)

    def _sent(self, steps: Sequence[Step], before: Sequence[Step]) -> Iterator[Sound] | None:
        """What came from elsewhere, all of it; None when any of it has to be spoken here."""
        fixed = all_fixed(steps)
        if self.online is None or not fixed or all_fixed(before) is None:
            return None
        try:
            return iter(together(self.online, fixed, self.limit))
        except Unreachable:
            return None
