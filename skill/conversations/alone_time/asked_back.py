"""What only one question of a booking hears: Saturday or Sunday, a bare hour, for both of us."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from skill.conversations.alone_time.arranging import advance, hear
from skill.conversations.alone_time.sentence import (
    NOS,
    TIMES,
    Filled,
    fill,
    hour_alone,
    hour_said,
    lasting,
    minutes_of_number,
)
from skill.conversations.alone_time.town import on_clock, town
from skill.domain.alone_time.booking import SOMEONE
from skill.domain.alone_time.draft import Draft
from skill.domain.alone_time.expectations import (
    Arranging,
    Clash,
    EarlyHour,
    HowLong,
    HowOften,
    Instead,
    OnClock,
    WhichOfWeekend,
    WhichTime,
    WhichTown,
    WhoseTime,
)
from skill.domain.desk import Desk
from skill.domain.misheard import ENOUGH, FORMS
from skill.domain.reply import Reply, close
from skill.domain.turn import Slot, Turn

NAMES = frozenset({"NameIntent", "WhoIntent", "WhoseIntent", "CallMeIntent"})
"""Intents that say whose it is."""
ELSEWHEN = frozenset({"MoveAloneTimeIntent", "AnotherOneIntent", "AMAZON.NextIntent"})
GIVES = frozenset({"GiveIntent", "SwapIntent"})
LEFT = frozenset({"CancelAloneTimeIntent", "SkipAloneTimeIntent"})
"""What may be said once one is cancelled: another time, the other has it, or it stays so."""


def own_answer(state: Arranging, turn: Turn, desk: Desk) -> Reply | None:
    """The reply to what only this one question hears; None for what any of them does."""
    match state:
        case WhichOfWeekend():
            found = _of_weekend(state, turn, desk)
        case EarlyHour():
            found = _early(state, turn, desk)
        case WhichTime() if turn.intent == "NumberIntent":
            found = _bare_hour(state, turn, desk)
        case HowLong():
            found = _bare_length(state, turn, desk)
        case WhoseTime():
            found = _whose(state, turn, desk)
        case WhichTown():
            found = town(state, turn, desk)
        case OnClock():
            found = on_clock(state, turn, desk)
        case HowOften():
            found = _how_often(state, turn, desk)
        case Clash():
            found = _clash(state, turn, desk)
        case _:
            found = _instead(state, turn, desk)
    return found


def _of_weekend(state: WhichOfWeekend, turn: Turn, desk: Desk) -> Reply | None:
    """Saturday or Sunday: of the weekend that was named, whichever week the platform heard."""
    day = fill(Draft(), turn, desk.wall).draft.day if turn.intent in TIMES else None
    if day is None or turn.id("weekday"):
        return None
    chosen = _same_weekday(state.saturday, day) or day
    draft = fill(state.draft, replace(turn, slots=_but_day(turn)), desk.wall).draft
    return advance(replace(draft, day=chosen), desk)


def _same_weekday(saturday: date, day: date) -> date | None:
    within = {saturday.weekday(): saturday, 6: saturday + timedelta(days=6 - saturday.weekday())}
    return within.get(day.weekday())


def _but_day(turn: Turn) -> dict[str, Slot]:
    return {name: slot for name, slot in turn.slots.items() if name != "day"}


def _early(state: EarlyHour, turn: Turn, desk: Desk) -> Reply | None:
    if turn.intent == "AMAZON.YesIntent":
        return advance(replace(state.draft, sure=True), desk)
    return advance(replace(state.draft, at=None), desk) if turn.intent == "AMAZON.NoIntent" else None


def _bare_length(state: HowLong, turn: Turn, desk: Desk) -> Reply | None:
    """A bare number, or a bare hour: what sounds like two o'clock answers how long with two hours."""
    number = turn.words("number") if turn.intent == "NumberIntent" else hour_alone(turn)
    if number is None:
        return None
    filled = lasting(Filled(state.draft), minutes_of_number(number))
    trouble = (desk.line(f"alone_time.trouble.{filled.trouble}"),) if filled.trouble else ()
    return advance(filled.draft, desk, *trouble)


def _bare_hour(state: WhichTime, turn: Turn, desk: Desk) -> Reply | None:
    draft = hour_said(state.draft, turn.words("number") or "")
    return advance(draft, desk) if draft else None


def _whose(state: WhoseTime, turn: Turn, desk: Desk) -> Reply | None:
    """Whose it is, or a skip; a plain no is one only where nothing else than a name or a skip was asked.

    Elsewhere it may be a "not tonight".
    """
    if turn.intent == "AMAZON.NoIntent" and FORMS.get(turn.progress.misheard) != "two_choices":
        return close(desk.line("alone_time.not_now"))
    if turn.intent in NOS:
        return advance(replace(state.draft, nameless=True), desk)
    both = turn.intent == "KeepIntent"
    if both or (turn.intent == "ExerciseIntent" and turn.slots.keys() == {"company"}):
        return _for_company(state, turn, desk)
    return hear(state.draft, turn, desk) if turn.intent in NAMES and turn.slots else None


def _for_company(state: WhoseTime, turn: Turn, desk: Desk) -> Reply:
    """Whose it is by "for me"; "for both of us", which sounds like keeping something, is asked again."""
    if turn.id("company") == "alone":
        return hear(state.draft, replace(turn, slots={"whose": Slot("me", "me")}), desk)
    desk.misheard = turn.progress.misheard + 1
    if desk.misheard == ENOUGH:
        return close(desk.line("misheard.close"))
    return desk.ask(state, desk.line("misheard.sorry"), question="help")


def _how_often(state: HowOften, turn: Turn, desk: Desk) -> Reply | None:
    """Every week, or just once: a day names one, a weekday every week."""
    if turn.intent == "AMAZON.NextIntent":
        return advance(replace(state.draft, uneven=False), desk)
    if turn.intent in NOS:
        return close(desk.line("alone_time.not_now"))
    told = turn.slots.keys() & {"rhythm", "weekday", "day"}
    return hear(replace(state.draft, uneven=False), turn, desk) if turn.intent in TIMES and told else None


def _clash(state: Clash, turn: Turn, desk: Desk) -> Reply | None:
    if turn.intent == "AMAZON.YesIntent":
        return advance(replace(state.draft, cover=SOMEONE), desk)
    if turn.intent == "AMAZON.NoIntent":
        return advance(replace(state.draft, day=None, at=None), desk, desk.line("alone_time.another_time"))
    return None


def _instead(state: Arranging, turn: Turn, desk: Desk) -> Reply | None:
    """Another time, or the other one has it; a no or one more "cancel it" leaves it cancelled."""
    if not isinstance(state, Instead):
        return None
    if turn.intent in NOS or turn.intent in LEFT:
        return close(desk.line("instead.none"))
    if turn.intent == "AMAZON.YesIntent" or (turn.intent in ELSEWHEN and not turn.slots):
        return advance(state.draft, desk)
    name = desk.household.called(turn.words("name") or "")
    to_other = turn.intent in GIVES or turn.id("whose") == "partner"
    to_other = to_other or (turn.intent in NAMES and state.was is not None and name is state.was.whose)
    return advance(state.was, desk) if state.was and to_other else None
