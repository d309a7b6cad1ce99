"""Time alone is swapped rather than cancelled: two times are exchanged, or one is given to the other."""

from __future__ import annotations

from datetime import datetime

from skill.conversations.alone_time.keeping import bring_along, told
from skill.conversations.alone_time.sentence import NOS
from skill.conversations.alone_time.wording import booking_line
from skill.domain.alone_time.alone_times import AloneTimes
from skill.domain.alone_time.booking import Booking, once
from skill.domain.alone_time.draft import Draft
from skill.domain.alone_time.expectations import Instead
from skill.domain.alone_time.reminder_offer import OfferReminder
from skill.domain.alone_time.ringing import Followed
from skill.domain.alone_time.swapping import Exchanging, HandingOn, Meant, clash_of, given, swapped
from skill.domain.desk import Desk
from skill.domain.line import Length, Line, Value
from skill.domain.notation import span_named
from skill.domain.partner import Partner
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn


def swap(turn: Turn, desk: Desk) -> Reply:
    """Exchanges the next times of the two; where only one has any, asks whether the other is to have it.

    A voice that nobody knows is asked for one yes.
    """
    if not _knows(turn, desk):
        return close(desk.line("alone_time.third_name"), desk.line("alone_time.stays"))
    chosen = _chosen(turn, desk, desk.here)
    if not isinstance(chosen, tuple):
        return chosen
    start, booking = chosen
    if booking.whose is None:
        return close(desk.line("swap.either"))
    whose = booking.whose.other
    theirs = next((m for m in desk.household.alone_times.ahead(desk.wall) if m[1].whose is whose), None)
    if theirs:
        return _swapped(chosen, theirs, desk) if desk.here else _exchanging(chosen, theirs, desk)
    return desk.ask(HandingOn(booking.id, start, whose, desk.household.name(whose) or "", desk.wall))


def give(turn: Turn, desk: Desk) -> Reply:
    """Gives the speaker's time to the other, and asks whether they would like another one.

    Somebody else's is given after a yes; what belongs to whoever was named stays there.
    """
    if not _knows(turn, desk):
        return close(desk.line("alone_time.third_name"), desk.line("alone_time.stays"))
    to = desk.household.called(turn.words("name") or "")
    chosen = _chosen(turn, desk, to.other if to else desk.here)
    if not isinstance(chosen, tuple):
        return chosen
    start, booking = chosen
    if booking.whose is None:
        return close(desk.line("swap.either"))
    if booking.whose is to:
        when, length = once(start, desk.wall), Length(booking.minutes)
        return close(desk.line("swap.already", name=_name(to, desk), when=when, length=length))
    whose = booking.whose.other
    if booking.whose is desk.here:
        return _given(chosen, whose, desk)
    name = desk.household.name(whose) or ""
    return desk.ask(HandingOn(booking.id, start, whose, name, desk.wall, asked_for=True))


def handing_on(turn: Turn, desk: Desk) -> Reply | None:
    """One yes, and the other has it."""
    state = turn.progress.state
    if not isinstance(state, HandingOn):
        return None
    if turn.intent in NOS:
        return close(desk.line("alone_time.stays"))
    name = turn.words("name")
    to_them = turn.intent == "GiveIntent" and (not name or desk.household.called(name) is state.to)
    if turn.intent != "AMAZON.YesIntent" and not to_them:
        return None
    there = state.there(desk.household.alone_times, desk.wall)
    return _given(there, state.to, desk) if there else close(desk.line("alone_time.nothing_then"))


def exchanging(turn: Turn, desk: Desk) -> Reply | None:
    """One yes, and the two times are exchanged."""
    state = turn.progress.state
    if not isinstance(state, Exchanging):
        return None
    if turn.intent in NOS:
        return close(desk.line("alone_time.stays"))
    if turn.intent != "AMAZON.YesIntent":
        return None
    there = state.there(desk.household.alone_times, desk.wall)
    return _swapped(*there, desk) if there else close(desk.line("alone_time.nothing_then"))


def _knows(turn: Turn, desk: Desk) -> bool:
    """Whether the name that was said, if one was, is one of the two; the second one is learned here."""
    name = turn.words("name")
    household, partner = desk.household.introducing(name) if name else (desk.household, None)
    if partner is not None and household != desk.household:
        desk.home.keep(household)
    return not name or partner is not None


def _chosen(turn: Turn, desk: Desk, of: Partner | None) -> Meant | Reply:
    """The one just spoken of, else on the day that was named, else of whoever is meant, else the next."""
    wall = desk.wall
    ahead = desk.household.alone_times.ahead(wall)
    if not ahead:
        return close(desk.line("alone_time.nothing_booked"))
    state, day = turn.progress.state, turn.words("day")
    if isinstance(state, OfferReminder):
        ahead = [m for m in ahead if state.of(m[1])] or ahead
    span = span_named(day, wall.date()) if day else None
    if span:
        found = ((b.within(span, wall), b) for _, b in ahead)
        ahead = [(start, b) for start, b in found if start]
    own = [m for m in ahead if of and m[1].whose is of]
    return next(iter(own or ahead), None) or close(desk.line("alone_time.nothing_then"))


def _exchanging(one: Meant, other: Meant, desk: Desk) -> Reply:
    """Asks for a yes to a swap, where it can be made."""
    times = desk.household.alone_times
    clash = clash_of(swapped(times, one, other, desk.today), times, desk.wall)
    whose = one[1].whose
    if clash or whose is None:
        return _stays(clash, desk) if clash else close(desk.line("swap.either"))
    names = (desk.household.name(whose) or "", desk.household.name(whose.other) or "")
    return desk.ask(Exchanging(one[1].id, one[0], whose, other[1].id, other[0], names, desk.wall))


def _swapped(one: Meant, other: Meant, desk: Desk) -> Reply:
    times = desk.household.alone_times
    after = swapped(times, one, other, desk.today)
    clash = clash_of(after, times, desk.wall)
    if clash:
        return _stays(clash, desk)
    followed = bring_along(desk, after)
    now = [_now(one, other[0], followed.times), _now(other, one[0], followed.times)]
    line = desk.line(
        "swap.swapped",
        one=_name(one[1].whose, desk),
        other=_name(other[1].whose, desk),
        first=once(other[0], desk.wall),
        second=once(one[0], desk.wall),
    )
    weeks = _other_weeks(one, other, desk=desk)
    return close(line, *weeks, *_rings(followed, [b for b in now if b and b.leads], desk))


def _now(meant: Meant, start: datetime, times: AloneTimes) -> Booking | None:
    """The booking that somebody has at a start since the swap."""
    there = (b for b in times.bookings if b.whose is meant[1].whose and not b.weekly)
    return next((b for b in there if datetime.combine(b.day, b.at) == start), None)


def _rings(followed: Followed, reminded: list[Booking], desk: Desk) -> tuple[Line, ...]:
    """What became of the reminders: each goes along with whoever asked for it, or why it does not."""
    silent = [b for b in reminded if followed.times.ringing(b, desk.wall) != b.leads]
    if followed.refusal or silent or not reminded:
        return told(desk, followed, next(iter(silent), None))
    one = desk.line("swap.reminder", name=_name(reminded[0].whose, desk))
    return (one if len(reminded) == 1 else desk.line("swap.reminders"), *told(desk, followed))


def _given(meant: Meant, to: Partner, desk: Desk) -> Reply:
    start, booking = meant
    times = desk.household.alone_times
    after = given(times, meant, to, desk.today)
    clash = clash_of(after, times, desk.wall)
    if clash:
        return _stays(clash, desk)
    followed = bring_along(desk, after)
    length = Length(booking.minutes)
    said = desk.line("swap.given", name=_name(to, desk), when=once(start, desk.wall), length=length)
    if followed.may_still_ring:
        return close(said, *told(desk, followed))
    gone = (desk.line("reminder.gone_too"),) if booking.leads else ()
    draft = Draft(whose=booking.whose, minutes=booking.minutes)
    weeks = _other_weeks(meant, desk=desk)
    return desk.ask(Instead(draft), said, *weeks, *gone, question="open")


def _other_weeks(*meant: Meant, desk: Desk) -> tuple[Line, ...]:
    """That a weekly one changes just this once."""
    return (desk.line("swap.other_weeks"),) if any(b.weekly for _, b in meant) else ()


def _stays(clash: Booking, desk: Desk) -> Reply:
    return close(booking_line(desk, "alone_time.clash", clash), desk.line("alone_time.stays"))


def _name(whose: Partner | None, desk: Desk) -> Value:
    return (desk.household.name(whose) if whose else None) or Line("helper.other")
