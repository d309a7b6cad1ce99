"""Time alone is moved, skipped, cancelled, or put back as it was."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from skill.conversations.alone_time.arranging import hear
from skill.conversations.alone_time.keeping import bring_along, told
from skill.conversations.alone_time.sentence import NOS
from skill.conversations.alone_time.which import Meant, as_said, candidates, named, same_hour, two
from skill.conversations.alone_time.wording import booking_line, start_line
from skill.domain.alone_time.booking import Booking
from skill.domain.alone_time.changing import Cancelling, WhichOne
from skill.domain.alone_time.draft import Draft
from skill.domain.alone_time.expectations import Instead, WhereTo
from skill.domain.alone_time.reminder_offer import OfferReminder
from skill.domain.desk import Desk
from skill.domain.notation import span_named
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn

TELLS_WHICH = frozenset({"WhenIntent", "NameIntent", "WhoIntent", "WhoseIntent", "CallMeIntent"})
AGAIN = {"skip": "SkipAloneTimeIntent", "cancel": "CancelAloneTimeIntent"}
"""The same wish once more may tell which, too."""


def move(turn: Turn, desk: Desk) -> Reply:
    """Moves the next one; of a weekly one only that week, unless a weekday is named for all."""
    return _change("move", turn, desk)


def skip(turn: Turn, desk: Desk) -> Reply:
    """Skips one week; a single one would be cancelled, which is asked."""
    return _change("skip", turn, desk)


def cancel(turn: Turn, desk: Desk) -> Reply:
    """Cancels the next one; of a weekly one that week only when a day is named."""
    return _change("cancel", turn, desk)


def undo(_turn: Turn, desk: Desk) -> Reply:
    """Takes back the last change of today, its reminders too."""
    times = desk.household.alone_times
    restored = times.undoing(desk.today)
    if restored is None:
        return close(desk.line("alone_time.nothing_to_undo"))
    followed = bring_along(desk, restored)
    back = [b for _, b in followed.times.ahead(desk.wall) if b not in times.bookings]
    if len(back) > 1:
        return close(desk.line("swap.undone"), *told(desk, followed))
    booking = next(iter(back), None)
    line = booking_line(desk, "alone_time.undone", booking) if booking else desk.line("alone_time.unbooked")
    return close(line, *told(desk, followed, booking))


def which_one(turn: Turn, desk: Desk) -> Reply | None:
    """Which of two: by its day, its time, or whose it is; the day that was named before still counts."""
    state = turn.progress.state
    if not isinstance(state, WhichOne):
        return None
    if turn.intent in NOS:
        return close(desk.line("alone_time.stays"))
    if turn.intent not in TELLS_WHICH | {AGAIN.get(state.task)}:
        return None
    there = candidates(state, desk)
    if not there:
        return close(desk.line("alone_time.nothing_then"))
    chosen = [m for m in there if named(m, turn, desk)]
    return _done(state.task, chosen[0], as_said(state, turn), desk) if len(chosen) == 1 else None


def cancelling(turn: Turn, desk: Desk) -> Reply | None:
    """One yes, and it is cancelled."""
    state = turn.progress.state
    if not isinstance(state, Cancelling):
        return None
    booking = desk.household.alone_times.get(state.booking)
    if turn.intent == "AMAZON.YesIntent":
        there = booking is not None and booking.next_start(desk.wall) == state.start
        if booking and there:
            return _cancelled(state.start, booking, desk)
        return close(desk.line("alone_time.nothing_then"))
    return close(desk.line("alone_time.stays")) if turn.intent in NOS else None


def _change(task: str, turn: Turn, desk: Desk) -> Reply:
    if not desk.household.alone_times.ahead(desk.wall):
        return close(desk.line("alone_time.nothing_booked"))
    meant = _meant(task, turn, desk)
    if not meant:
        return close(desk.line("alone_time.nothing_then"))
    if len(meant) == 1:
        return _done(task, meant[0], turn, desk)
    return desk.ask(two(task, meant, turn, desk))


def _meant(task: str, turn: Turn, desk: Desk) -> list[Meant]:
    """What could be meant: the one just spoken of, else the next of whoever is known, else any."""
    wall, state = desk.wall, turn.progress.state
    ahead = desk.household.alone_times.ahead(wall)
    if isinstance(state, OfferReminder):
        ahead = [m for m in ahead if state.of(m[1])] or ahead
    if isinstance(state, Cancelling):
        ahead = [m for m in ahead if m[1].id == state.booking] or ahead
    day = turn.words("day") if task != "move" else None
    span = span_named(day, wall.date()) if day else None
    if span:
        found = ((b.within(span, wall), b) for _, b in ahead)
        ahead = [(start, b) for start, b in found if start]
    own = [m for m in ahead if desk.here and m[1].whose in (desk.here, None)]
    return own[:1] or ahead


def _done(task: str, meant: Meant, turn: Turn, desk: Desk) -> Reply:
    start, booking = meant
    if task == "move":
        return _moving(start, booking, turn, desk)
    if booking.weekly and (task == "skip" or turn.words("day")):
        return _skipped(start, booking, desk)
    if task == "skip":
        return desk.ask(Cancelling(booking.id, start, desk.wall))
    spoken_of = isinstance(turn.progress.state, OfferReminder) and turn.progress.state.of(booking)
    return _cancelled(start, booking, desk, just_booked=spoken_of)


def _moving(start: datetime, booking: Booking, turn: Turn, desk: Desk) -> Reply:
    state = turn.progress.state
    spoken_of = isinstance(state, OfferReminder) and state.of(booking)
    draft = Draft(
        whose=booking.whose,
        nameless=booking.whose is None,
        day=start.date(),
        at=booking.at,
        sure=True,
        minutes=booking.minutes,
        cover=booking.cover,
        moving=booking.id,
        moving_from=start,
        offers=spoken_of,
    )
    if spoken_of and booking.weekly and not turn.words("day"):
        draft = replace(draft, weekly=True, series=True)
    turn = _from_one_hour_to_another(turn, start)
    if not turn.slots:
        return desk.ask(WhereTo(draft, start, desk.wall))
    return hear(draft, turn, desk)


def _from_one_hour_to_another(turn: Turn, start: datetime) -> Turn:
    """The sentence as it is meant: "from ten to eleven" moves what begins at ten; its length stays."""
    time, until = turn.slots.get("time"), turn.slots.get("until")
    if not (time and until and same_hour(time.words, start)) or "day" in turn.slots:
        return turn
    others = {name: slot for name, slot in turn.slots.items() if name != "until"}
    return replace(turn, slots=others | {"time": until})


def _skipped(start: datetime, booking: Booking, desk: Desk) -> Reply:
    followed = bring_along(desk, desk.household.alone_times.skipping(booking, start.date(), desk.today))
    said = start_line(desk, "alone_time.skipped", booking, start)
    return close(said, *told(desk, followed, booking, "reminder.skips_too"))


def _cancelled(start: datetime, booking: Booking, desk: Desk, *, just_booked: bool = False) -> Reply:
    wall = desk.wall
    followed = bring_along(desk, desk.household.alone_times.cancelling(booking, wall, desk.today))
    gone = (desk.line("reminder.gone_too"),) if booking.leads and not followed.may_still_ring else ()
    said = (booking_line(desk, "alone_time.cancelled", booking), *gone, *told(desk, followed))
    instead = None if just_booked or followed.may_still_ring else _instead(start, booking, desk)
    if instead is None:
        return close(*said)
    return desk.ask(instead, *said, question="question" if instead.was else "open")


def _instead(start: datetime, booking: Booking, desk: Desk) -> Instead | None:
    """What is asked once after it is cancelled: another time, or does the other one take it?"""
    if not desk.household.offers_by_itself:
        return None
    draft = Draft(whose=booking.whose, nameless=booking.whose is None, minutes=booking.minutes)
    if booking.whose is None:
        return Instead(draft)
    to, cover = booking.whose.other, booking.cover if booking.helped else ""
    when = replace(draft, whose=to, day=start.date(), at=booking.at, sure=True, cover=cover)
    return Instead(draft, replace(when, weekly=booking.weekly), desk.household.name(to) or "")
