"""A reminder: offered, asked for, allowed, set, and taken away."""

from __future__ import annotations

from msgspec.structs import replace

from skill.conversations.alone_time import changes
from skill.conversations.alone_time.cover import offered_a_reminder
from skill.conversations.alone_time.keeping import bring_along, keep, short, told
from skill.conversations.alone_time.wording import booking_line, moment_of
from skill.domain.alone_time.booking import Booking
from skill.domain.alone_time.expectations import OfferBooking
from skill.domain.alone_time.reminder_offer import USUAL, OfferReminder, leads_named, offer
from skill.domain.desk import Desk
from skill.domain.reminder import Refusal
from skill.domain.reply import Reply, close, hand_over
from skill.domain.turn import Kind, Turn


def remind_me(turn: Turn, desk: Desk) -> Reply:
    """Offers what was asked for, with its time said aloud; set after a yes."""
    booking = _meant(turn, desk)
    if booking is None:
        return desk.ask(OfferBooking(), desk.line("alone_time.nothing_ahead"))
    if _must_wait(turn, desk):
        return close(desk.line("reminder.card"), permission_card=True)
    said = leads_named(turn.words("lead") or turn.words("length"), turn.id("moment") == "start")
    leads = _together(booking.leads, said or (USUAL,))
    offered = offer(booking, leads, desk.wall)
    if offered is None:
        return close(desk.line("reminder.refused.past"))
    if said and desk.household.alone_times.ringing(booking, desk.wall) == leads:
        return close(desk.line("reminder.already", moment=moment_of(booking, leads, desk.wall)))
    late = said and offered.leads != leads
    trouble = "reminder.lead_too_long" if not said else "reminder.too_late" if late else ""
    state = turn.progress.state
    known = isinstance(state, OfferReminder) and state.of(booking)
    about = () if known else (booking_line(desk, "reminder.about", booking),)
    return desk.ask(offered, *about, *((desk.line(trouble),) if trouble else ()))


def heard(turn: Turn, desk: Desk) -> Reply | None:
    """The answer to an offer, or the platform's word about the permission."""
    state = turn.progress.state
    if not isinstance(state, OfferReminder):
        return None
    if turn.kind is Kind.PERMISSION:
        return _allowed(turn.outcome, state, desk)
    if turn.intent == "AMAZON.YesIntent":
        return _otherwise(state, desk) or _agreed(turn, state, desk)
    if turn.intent in ("AMAZON.NoIntent", "DontRemindIntent", "SkipIntent"):
        keep(desk, replace(desk.household.alone_times, refused_on=desk.today))
        return close(desk.line("reminder.declined"))
    return _beside(state, turn, desk)


def _beside(state: OfferReminder, turn: Turn, desk: Desk) -> Reply | None:
    """Another lead or time for what was just booked, or who has the children then."""
    if turn.intent == "CoverIntent":
        return offered_a_reminder(state, turn, desk)
    if turn.intent != "WhenIntent":
        return None
    return remind_me(turn, desk) if turn.words("length") else changes.move(turn, desk)


def dont_remind(_turn: Turn, desk: Desk) -> Reply:
    """Takes the next reminder away; the booking stands."""
    times = desk.household.alone_times
    booking = next((b for b in _own(desk) if b.leads), None)
    if booking is None:
        return close(desk.line("reminder.none_set"))
    followed = bring_along(desk, times.putting(replace(booking, leads=()), desk.today))
    if followed.may_still_ring:
        return close(*told(desk, followed))
    return close(booking_line(desk, "reminder.taken_away", booking))


def _agreed(turn: Turn, state: OfferReminder, desk: Desk) -> Reply:
    if _must_wait(turn, desk):
        return close(desk.line("reminder.card"), permission_card=True)
    if not turn.may_remind:
        return hand_over(state)
    done = _set(state, desk)
    return done if done is not None else hand_over(state)


def _must_wait(turn: Turn, desk: Desk) -> bool:
    """Whether the permission was denied lately: then the card asks, not the voice."""
    return not turn.may_remind and desk.household.alone_times.denied_lately(desk.today)


def _allowed(outcome: str, state: OfferReminder, desk: Desk) -> Reply:
    match outcome:
        case "ACCEPTED":
            done = _otherwise(state, desk) or _set(state, desk)
            return done if done is not None else close(desk.line("reminder.card"), permission_card=True)
        case "DENIED":
            keep(desk, replace(desk.household.alone_times, denied_on=desk.today))
            return close(desk.line("reminder.denied"))
        case "NOT_ANSWERED":
            return close(desk.line("reminder.not_answered"))
    return close(desk.line("reminder.card"), permission_card=True)


def _otherwise(state: OfferReminder, desk: Desk) -> Reply | None:
    """What is said where the offer no longer holds; None where it does.

    The booking may be gone or moved by now, from another device too, and what was offered may be past.
    """
    booking = next((b for b in desk.household.alone_times.bookings if state.of(b)), None)
    if booking is None or booking.ends:
        return close(desk.line("reminder.not_booked"))
    now = offer(booking, state.leads, desk.wall)
    if now is None:
        return close(desk.line("reminder.refused.past"))
    if not state.same_time(now):
        return desk.ask(now, booking_line(desk, "reminder.moved_since", booking))
    return desk.ask(now, desk.line("reminder.too_late")) if now.leads != state.leads else None


def _set(state: OfferReminder, desk: Desk) -> Reply | None:
    """Sets what was agreed; None when the permission is missing after all.

    What the device refused is not among what may be taken back: it would be set then.
    """
    before = desk.household.alone_times
    followed = bring_along(desk, before.reminding(state.booking, state.leads))
    if followed.refusal:
        keep(desk, replace(followed.times, before=before.before))
    if followed.refusal is Refusal.NO_PERMISSION:
        return None
    booking = followed.times.get(state.booking)
    there = followed.times.ringing(booking, desk.wall) if booking else ()
    if booking is None or followed.refusal or not there:
        return close(desk.line(f"reminder.refused.{followed.refusal or Refusal.PAST}"))
    said = desk.line("reminder.set", moment=moment_of(booking, there, desk.wall))
    return close(said, *short(desk, followed, booking))


def _together(there: tuple[int, ...], said: tuple[int, ...]) -> tuple[int, ...]:
    """What was asked for beside what is set: one before, one at the start."""
    before = max((*said, 0)) or max((*there, 0))
    at_start = 0 in said or 0 in there
    return (*((before,) if before else ()), *((0,) if at_start else ()))


def _meant(turn: Turn, desk: Desk) -> Booking | None:
    state = turn.progress.state
    own = _own(desk)
    if not isinstance(state, OfferReminder):
        return next(iter(own), None)
    ahead = (b for _, b in desk.household.alone_times.ahead(desk.wall))
    return next((b for b in (*(b for b in ahead if state.of(b)), *own)), None)


def _own(desk: Desk) -> list[Booking]:
    """The bookings ahead of whoever is known, else all; soonest first."""
    ahead = [b for _, b in desk.household.alone_times.ahead(desk.wall)]
    return [b for b in ahead if desk.here and b.whose in (desk.here, None)] or ahead
