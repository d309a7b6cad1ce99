"""What is kept can be forgotten: by voice with one confirmation, and when the skill is disabled."""

from __future__ import annotations

from msgspec.structs import replace

from skill.domain.alone_time.ringing import follow
from skill.domain.desk import Desk
from skill.domain.reply import Reply, close, nothing
from skill.domain.turn import Turn
from skill.domain.welcome import Forgetting


def forget_us(_turn: Turn, desk: Desk) -> Reply:
    """Asks once whether everything is to go."""
    return desk.ask(Forgetting())


def confirmed(turn: Turn, desk: Desk) -> Reply | None:
    """Deletes everything after a yes, the device's reminders first; anything else keeps it."""
    if turn.intent == "AMAZON.YesIntent":
        staying = _silence(desk)
        desk.home.forget()
        rings = (desk.line("reminder.may_still_ring"),) if staying else ()
        return close(desk.line("forgetting.done"), *rings)
    return close(desk.line("forgetting.kept")) if turn.intent == "AMAZON.NoIntent" else None


def disabled(turn: Turn, desk: Desk) -> Reply:
    """Deletes everything when the skill was disabled for good, reminders too where they can be reached."""
    if not turn.persisted:
        _silence(desk)
        desk.home.forget()
    return nothing()


def _silence(desk: Desk) -> bool:
    """Deletes the reminders of this household; whether one of them may still ring."""
    times = desk.household.alone_times
    if not times.alarms:
        return False
    unbooked = replace(times, bookings=())
    return follow(unbooked, desk.reminders, desk.wall, desk.zone).may_still_ring
