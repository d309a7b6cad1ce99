"""Time passes; and from some hour on the house is whispered to."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from tests.laws.evenings.evening import Evening
from tests.laws.house.device import LONDON


def time_passes(evening: Evening) -> None:
    """A minute, an evening, a week."""
    evening.life.wait(evening.dice.choice((60, 60 * 30, 3600 * 5, 3600 * 24, 3600 * 24, 3600 * 24 * 9)))


def nearly_four(evening: Evening) -> None:
    """Somebody is up: it is a minute or two before four."""
    wall = evening.life.now.astimezone(LONDON)
    four = datetime.combine(wall.date() + timedelta(days=wall.time() >= time(3, 58)), time(4), LONDON)
    evening.life.wait((four - wall).total_seconds() - evening.dice.randrange(20, 110))


def whispers(evening: Evening) -> None:
    """From now on, from seven, or not any more."""
    device = evening.device()
    evening.life.sessions.pop(device, None)
    intent = evening.dice.choice(("WhisperIntent", "WhisperFromIntent", "StopWhisperingIntent"))
    slots = {"time": "19:00"} if intent == "WhisperFromIntent" else {}
    evening.say(intent, evening.somebody(), device, **slots)
