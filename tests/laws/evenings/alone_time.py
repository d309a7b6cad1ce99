"""Time alone, and a device that reminds of it or refuses to."""

from __future__ import annotations

from tests.laws.evenings.evening import Evening
from tests.laws.evenings.talking import a_permission_is_answered
from tests.laws.house.device import mood


def books(evening: Evening) -> None:
    """Time alone is booked, moved and cancelled, and a reminder is agreed to or not."""
    name, device = evening.somebody(), evening.device()
    evening.life.sessions.pop(device, None)
    day = evening.life.now.date().toordinal() + evening.dice.randrange(1, 9)
    when = evening.life.now.date().fromordinal(day).isoformat()
    if evening.dice.random() < 0.5:
        the_device_refuses(evening)
    evening.say("BookAloneTimeIntent", name, device, name=name, day=when, time="10:00", length="PT1H")
    evening.steps(device, ("AMAZON.YesIntent", "AMAZON.YesIntent", "AMAZON.NoIntent", "RemindMeIntent"))
    if evening.dice.random() < 0.3:
        a_permission_is_answered(evening)
    if evening.dice.random() < 0.3:
        the_device_refuses(evening)
    later = (
        "MoveAloneTimeIntent",
        "SkipAloneTimeIntent",
        "UndoIntent",
        "RemindMeIntent",
        "WhoseTurnIntent",
        "CancelAloneTimeIntent",
        "DontRemindIntent",
        "WhisperFromIntent",
    )
    evening.say(evening.dice.choice(later), name, device, time="11:00")
    evening.steps(device, ("AMAZON.YesIntent", "AMAZON.NoIntent"))


def the_device_refuses(evening: Evening) -> None:
    """The device has a bad day, or a good one again; or the permission is taken back in the app."""
    evening.life.bench.mood = mood(evening.dice)
    evening.life.may_remind = evening.dice.random() < 0.8
