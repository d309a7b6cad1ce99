"""A booking is made or moved: what a sentence adds, what is asked next, and when it is done."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from skill.conversations.alone_time.keeping import bring_along, keep, told
from skill.conversations.alone_time.sentence import Filled, fill, helper_heard
from skill.conversations.alone_time.wording import booking_line, with_help
from skill.domain.alone_time.alone_times import MOST
from skill.domain.alone_time.booking import Booking
from skill.domain.alone_time.clock_change import as_it_will_be
from skill.domain.alone_time.draft import Draft
from skill.domain.alone_time.expectations import (
    Clash,
    WhichDay,
    WhichOfWeekend,
    WhichTime,
    WhichTown,
    WhoseTime,
    missing,
)
from skill.domain.alone_time.reminder_offer import USUAL, OfferReminder, offer
from skill.domain.desk import Desk
from skill.domain.line import Line
from skill.domain.reply import Ask, Close, Reply, close
from skill.domain.turn import Turn

INTRODUCES = frozenset({"WhoIntent", "CallMeIntent"})
"""Whoever says these says their own name."""


def hear(draft: Draft, turn: Turn, desk: Desk, *said: Line) -> Reply:
    """Takes what a sentence says of a booking, and goes on."""
    draft, third = _whose_heard(_cover_heard(draft, turn), turn, desk)
    filled = fill(draft, turn, desk.wall)
    return _go_on(filled, desk, *((desk.line("alone_time.third_name"),) if third else said))


def _go_on(filled: Filled, desk: Desk, *said: Line) -> Reply:
    if filled.weekend:
        return desk.ask(WhichOfWeekend(filled.draft, filled.weekend.first), *said)
    trouble = (desk.line(f"alone_time.trouble.{filled.trouble}"),) if filled.trouble else ()
    return advance(filled.draft, desk, *(said or trouble))


def advance(draft: Draft, desk: Desk, *said: Line) -> Reply:
    """Asks the next thing that is missing, or makes the change."""
    draft = _whose_known(draft, desk)
    state = missing(draft)
    if state:
        return desk.ask(state, *said)
    if draft.whose is None and not draft.nameless:
        return desk.ask(WhoseTime(draft), *said)
    if desk.household.zone is None:
        return desk.ask(WhichTown(draft), *said)
    wall = desk.wall
    draft, *changed = _by_changed_clock(draft, desk, wall)
    said = (*said, *changed)
    booking = draft.booking(desk.at)
    if booking is None or booking.next_start(wall) is None:
        return _passed(draft, desk, wall)
    reply = _clashing(draft, booking, desk, wall) or _made(draft, booking, desk, wall, *said)
    return replace(reply, lines=(*said, *reply.lines)) if said else reply


def _by_changed_clock(draft: Draft, desk: Desk, wall: datetime) -> tuple[Draft, *tuple[Line, ...]]:
    """The draft, its start moved out of an hour that the clocks leave out; and a word about that."""
    booking = draft.booking(desk.at)
    start = booking.next_start(wall) if booking else None
    real = as_it_will_be(start, desk.zone) if start else None
    if real is None or real == start:
        return (draft,)
    if draft.weekly:
        return draft, desk.line("alone_time.clocks_change_first", time=real.time())
    return replace(draft, day=real.date(), at=real.time()), desk.line("alone_time.clocks_change")


def _passed(draft: Draft, desk: Desk, wall: datetime) -> Reply:
    if draft.day and draft.day < wall.date():
        return desk.ask(WhichDay(replace(draft, day=None)), desk.line("alone_time.trouble.day.past"))
    return desk.ask(WhichTime(replace(draft, at=None)), desk.line("alone_time.trouble.time.past"))


def _clashing(draft: Draft, booking: Booking, desk: Desk, wall: datetime) -> Ask | None:
    clash = desk.household.alone_times.clash(replace(booking, id=draft.moving), wall)
    return desk.ask(Clash(draft), booking_line(desk, "alone_time.clash", clash)) if clash else None


def _made(draft: Draft, booking: Booking, desk: Desk, wall: datetime, *said: Line) -> Ask | Close:
    old = desk.household.alone_times.get(draft.moving)
    if old:
        return _moved(
            draft, old, replace(booking, id=old.id, leads=old.leads, made_at=old.made_at), desk, wall
        )
    if desk.household.alone_times.twin(booking):
        return close(booking_line(desk, "alone_time.twin", booking))
    if len(desk.household.alone_times.ahead(wall)) >= MOST:
        return close(desk.line("alone_time.full"))
    return _booked(booking, desk, wall, *(() if said else with_help(booking, desk)))


def _booked(booking: Booking, desk: Desk, wall: datetime, *more: Line) -> Ask | Close:
    times = desk.household.alone_times.adding(booking, desk.today)
    keep(desk, times)
    said = (booking_line(desk, "alone_time.booked", booking), *more)
    offered = _unasked(times.bookings[-1], desk, wall) if times.may_offer(desk.today) else None
    return desk.ask(offered, *said) if offered else close(*said)


def _moved(draft: Draft, old: Booking, moved: Booking, desk: Desk, wall: datetime) -> Ask | Close:
    times, start = desk.household.alone_times, draft.moving_from
    if old.weekly and not draft.series and start:
        key, times = "alone_time.moved_once", times.moving_once(old, start, moved, desk.today)
    else:
        key, times = "alone_time.moved", times.moving(old, moved, wall, desk.today)
    followed = bring_along(desk, times)
    now = followed.times.get(old.id) if key == "alone_time.moved" else None
    now = now if now and not now.ends else followed.times.bookings[-1]
    said = (booking_line(desk, key, now), *told(desk, followed, now))
    offered = _unasked(now, desk, wall) if draft.offers and not now.leads else None
    return desk.ask(offered, *said) if offered else close(*said)


def _unasked(booking: Booking, desk: Desk, wall: datetime) -> OfferReminder | None:
    """The product's own offer: none while all is paused, none of a ring in quiet hours."""
    offered = offer(booking, (USUAL,), wall) if desk.household.offers_by_itself else None
    if offered is None:
        return None
    rings = offered.start - timedelta(minutes=max(offered.leads))
    return None if desk.household.quiet.every_day(rings) else offered


def _cover_heard(draft: Draft, turn: Turn) -> Draft:
    helper = helper_heard(turn)
    return replace(draft, cover=helper) if helper else draft


def _whose_heard(draft: Draft, turn: Turn, desk: Desk) -> tuple[Draft, bool]:
    """The draft with whose time it is, and whether a third name was said."""
    name = turn.words("name")
    if name is None or turn.intent == "CoverIntent":
        said = turn.id("whose")
        return (replace(draft, said=said, whose=None) if said and not draft.moving else draft), False
    household, partner = desk.household.introducing(name)
    if partner is None:
        return draft, True
    desk.home.keep(household)
    if draft.said == "me" or turn.intent in INTRODUCES:
        desk.here = partner
    return replace(draft, whose=partner), False


def _whose_known(draft: Draft, desk: Desk) -> Draft:
    """The draft with whose time it is, where that can be known from who speaks."""
    if draft.whose or draft.nameless or desk.here is None:
        return draft
    return replace(draft, whose=desk.here.other if draft.said == "partner" else desk.here)
