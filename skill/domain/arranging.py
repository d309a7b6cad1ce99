"""A booking is made or moved: what a sentence adds, what is asked next, and when it is done."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from skill.domain.alone_time import HELPERS, MOST, SOMEONE, THE_OTHER, Booking
from skill.domain.booking import Clash, WhichDay, WhichOfWeekend, WhichTime, WhichTown, WhoseTime, missing
from skill.domain.desk import Desk
from skill.domain.draft import Draft
from skill.domain.filling import Filled, fill
from skill.domain.following import booking_line, bring_along, keep, times_of, told, wall_of
from skill.domain.line import Line
from skill.domain.reminder_offer import USUAL, offer
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn

INTRODUCES = frozenset({"WhoIntent", "CallMeIntent"})
"""Whoever says these says their own name."""


def hear(draft: Draft, turn: Turn, desk: Desk) -> Reply:
    """Takes what a sentence says of a booking, and goes on."""
    draft, third = _whose_heard(_cover_heard(draft, turn), turn, desk)
    filled = fill(draft, turn, wall_of(desk))
    return _go_on(filled, desk, *((desk.line("alone_time.third_name"),) if third else ()))


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
        return desk.ask(WhoseTime(draft), *said, question="mine" if draft.said == "me" else "question")
    if desk.household.zone is None:
        return desk.ask(WhichTown(draft), *said)
    wall = wall_of(desk)
    booking = draft.booking(desk.at)
    if booking is None or booking.next_start(wall) is None:
        return _passed(draft, desk, wall)
    return _clashing(draft, booking, desk, wall) or _made(draft, booking, desk, wall)


def _passed(draft: Draft, desk: Desk, wall: datetime) -> Reply:
    if draft.day and draft.day < wall.date():
        return desk.ask(WhichDay(replace(draft, day=None)), desk.line("alone_time.trouble.day.past"))
    return desk.ask(WhichTime(replace(draft, at=None)), desk.line("alone_time.trouble.time.past"))


def _clashing(draft: Draft, booking: Booking, desk: Desk, wall: datetime) -> Reply | None:
    clash = times_of(desk).clash(replace(booking, id=draft.moving), wall)
    return desk.ask(Clash(draft), booking_line(desk, "alone_time.clash", clash)) if clash else None


def _made(draft: Draft, booking: Booking, desk: Desk, wall: datetime) -> Reply:
    old = times_of(desk).get(draft.moving)
    if old:
        return _moved(draft, old, replace(booking, id=old.id, leads=old.leads), desk, wall)
    if times_of(desk).twin(booking):
        return close(booking_line(desk, "alone_time.twin", booking))
    if len(times_of(desk).ahead(wall)) >= MOST:
        return close(desk.line("alone_time.full"))
    return _booked(booking, desk, wall)


def _booked(booking: Booking, desk: Desk, wall: datetime) -> Reply:
    times = times_of(desk).adding(booking, desk.today)
    keep(desk, times)
    said = (booking_line(desk, "alone_time.booked", booking), *_with_help(booking, desk))
    offered = offer(times.bookings[-1], (USUAL,), wall) if times.may_offer(desk.today) else None
    return desk.ask(offered, *said) if offered else close(*said)


def _moved(draft: Draft, old: Booking, moved: Booking, desk: Desk, wall: datetime) -> Reply:
    times, start = times_of(desk), draft.moving_from
    if old.weekly and not draft.series and start:
        key, times = "alone_time.moved_once", times.moving_once(old, start, moved, desk.today)
    else:
        key, times = "alone_time.moved", times.moving(old, moved, wall, desk.today)
    followed = bring_along(desk, times)
    now = followed.times.get(old.id) if key == "alone_time.moved" else None
    now = now if now and not now.ends else followed.times.bookings[-1]
    return close(booking_line(desk, key, now), *told(desk, followed, now))


def _with_help(booking: Booking, desk: Desk) -> tuple[Line, ...]:
    if not booking.helped:
        return ()
    return (desk.line("alone_time.with_help", helper=Line(f"helper.{booking.cover}")),)


def helper_heard(turn: Turn) -> str:
    """The helper a sentence names, by id; empty when it names none."""
    if turn.words("helper") is None:
        return ""
    id_ = turn.id("helper")
    return id_ if id_ in HELPERS else SOMEONE


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


def cover_line(booking: Booking, desk: Desk) -> tuple[Line, ...]:
    """Who has the children at a booking; nothing where nobody said so."""
    if not booking.cover:
        return ()
    covers = booking.whose.other if booking.whose and booking.cover == THE_OTHER else None
    name = desk.household.name(covers) if covers else None
    return (desk.line("cover.has_them", helper=name or Line(f"helper.{booking.cover}")),)
