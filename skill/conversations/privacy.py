"""What is kept can be forgotten: by voice with one confirmation, and when the skill is disabled."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from skill.domain.alone_time.ringing import follow
from skill.domain.closeness.pausing import ends
from skill.domain.desk import Desk
from skill.domain.forgetting import Forgetting, Leftover, WhichToForget, leftover, still_there
from skill.domain.line import Day
from skill.domain.notation import spoken_from
from skill.domain.reply import Reply, close, nothing
from skill.domain.turn import NO, Turn

MEANT = frozenset({"AMAZON.YesIntent", "DeleteItAllIntent", "EverythingIntent", "ForgetUsIntent"})
"""What deletes everything where that was asked."""


def forget_us(_turn: Turn, desk: Desk) -> Reply:
    """Asks once whether everything is to go."""
    return desk.ask(Forgetting())


def confirmed(turn: Turn, desk: Desk) -> Reply | None:
    """Deletes everything after a yes, the device's reminders first; anything else keeps it.

    The same wish once more is a yes; a lesser one ("what we said") is not.
    """
    if turn.intent in MEANT:
        staying = _silence(desk)
        desk.home.forget(leaving=staying)
        rings = (desk.line("reminder.may_still_ring"),) if staying else ()
        return close(desk.line("forgetting.done"), *rings)
    return close(desk.line("forgetting.kept")) if turn.intent == "AMAZON.NoIntent" else None


def which_to_forget(_turn: Turn, desk: Desk) -> Reply:
    """Asks what is to go: never more than was meant."""
    return desk.ask(WhichToForget())


def which_was_meant(turn: Turn, desk: Desk) -> Reply | None:
    """Everything, or nothing after a no; the answers are answered by the table. Each asks once more."""
    if turn.intent in MEANT - {"AMAZON.YesIntent"}:
        return forget_us(turn, desk)
    if turn.intent == "AMAZON.YesIntent" and not turn.progress.misheard:
        desk.misheard = 1
        return desk.ask(WhichToForget(), question="which")
    stays = turn.intent in NO | {"KeepIntent"}
    return close(desk.line("forgetting.kept")) if stays else None


def everything(_turn: Turn, _desk: Desk) -> Reply | None:
    """Everything there is means nothing where nobody asked what."""
    return None


def who_hears(_turn: Turn, desk: Desk) -> Reply:
    """Says who hears this, and what is passed on: the same to everybody."""
    return close(desk.line("privacy.who_hears"))


def disabled(turn: Turn, desk: Desk) -> Reply:
    """Deletes everything when the skill was disabled for good, reminders too where they can be reached.

    What could not be reached stays on the device: no later request may touch it, so nothing of it is kept.
    """
    if not turn.persisted:
        _silence(desk)
        desk.home.forget()
    return nothing()


def what_is_kept(_turn: Turn, desk: Desk) -> Reply:
    """Says what is kept about the two of them, and how it goes; that it is nothing, where that is so."""
    if not desk.home.keeps:
        return close(desk.line("privacy.nothing"))
    return close(desk.line("privacy.nothing_now" if _nobody(desk) else "privacy.kept"))


def pause_everything(turn: Turn, desk: Desk) -> Reply:
    """Ends everything with touch, and all that is offered unasked; who asked for it is kept nowhere.

    What is offered unasked may come back by itself after a while that was named; touch never does.
    """
    household = desk.household
    until = ends(turn.words("day"), turn.words("length"), desk.today)
    closeness = household.closeness.pausing(desk.today, until)
    desk.home.keep(replace(household, closeness=closeness, all_paused_on=desk.today, all_paused_until=until))
    if until is None:
        return close(desk.line("privacy.paused"))
    return close(desk.line("privacy.paused_until", day=Day(until, spoken_from(until, desk.wall))))


def take_away_leftovers(turn: Turn, desk: Desk) -> None:
    """Tries once a conversation to delete what a forgetting had to leave on the device."""
    household = desk.household
    if not (turn.new and household.leftovers):
        return
    staying = still_there(household.leftovers, desk.reminders)
    if staying != household.leftovers:
        desk.home.keep(replace(household, leftovers=staying), scrub=True)


def _nobody(desk: Desk) -> bool:
    """Whether nothing is kept but since when somebody speaks here, and by which clock."""
    if not replace(desk.household, clock=None, welcomed=None, zone=None).forgotten:
        return False
    return not desk.home.entries(date.min, date.max) and next(desk.home.pairs(), None) is None


def _silence(desk: Desk) -> tuple[Leftover, ...]:
    """Deletes the reminders of this household; those that the device did not let go of."""
    household = desk.household
    times = household.alone_times
    if times.alarms:
        unbooked = replace(times, bookings=())
        times = follow(unbooked, desk.reminders, desk.wall, desk.zone).times
    staying = (leftover(alarm, desk.today) for alarm in times.alarms)
    return (*still_there(household.leftovers, desk.reminders), *staying)
