"""Touch as it is under way: on which device, until when a yes counts there, and who has said one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from tests.laws.house.life import Life
from tests.laws.house.taken import OF_CONSENT, Taken, seconds
from tests.laws.rules.yeses import YES, Run
from tests.laws.touch_keys import part_of

LISTENING = 9
"""Seconds after a prompt in which a yes counts."""
DOUBT = 1.3
"""How much longer a prompt may have lasted than its words and rests say: voices differ."""


@dataclass
class Openings:
    """Every opening of touch that is under way, and how many there were."""

    runs: dict[str, Run] = field(default_factory=dict)
    """By device."""
    given: int = 0
    """How many exercises with touch were done to their end."""
    opened: int = 0

    def count_yes(self, taken: Taken) -> None:
        """Counts what was said if it is a yes in time, on a device that asked for one."""
        run = self.runs.get(taken.device)
        if run and self._is_yes(run, taken):
            run.yeses.append((taken.turn.at, taken.turn.person, taken.turn.words("name")))

    def follow(self, life: Life, taken: Taken) -> bool:
        """Knows on which device one with touch is under way, and until when a yes counts there.

        Returns:
            Whether touch rests from now on; an opening of a household that was forgotten since is none.
        """
        run = self.runs.get(taken.device)
        parts = {part for part in map(part_of, taken.keys) if part}
        opened = [exercise for exercise, part in parts if part == "opening"]
        middle = [exercise for exercise, part in parts if part == "first"]
        until = life.now + timedelta(seconds=seconds(taken.reply) * DOUBT + LISTENING)
        if opened or middle:
            self.opened += bool(opened)
            self.runs[taken.device] = Run((opened or middle)[0], until)
        elif run and type(taken.progress.state).__name__ in OF_CONSENT:
            run.until = until
        else:
            self.runs.pop(taken.device, None)
        self.given += any(part == "second" for _, part in parts)
        return bool(opened or middle or (run and taken.state in OF_CONSENT))

    def _is_yes(self, run: Run, taken: Taken) -> bool:
        slot = taken.turn.slots.get("consent")
        said = taken.turn.intent == "ConsentIntent" and slot is not None and YES.get(slot.words, False)
        return said and taken.turn.at <= run.until
