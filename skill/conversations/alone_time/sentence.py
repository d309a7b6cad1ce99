"""What a sentence says of a booking: its day, time and length, or why they are asked again."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.alone_time.booking import HELPERS, LONGEST, SHORTEST, SOMEONE
from skill.domain.alone_time.draft import Draft
from skill.domain.alone_time.stretch import lasting_until, stretch
from skill.domain.notation import Part, Span, Unclear, day_named, minutes_named, time_named
from skill.domain.turn import NO, Turn

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NOS = NO | {"AMAZON.NextIntent"}
"""Intents that are a no to a question about a booking."""
TIMES = frozenset({"WhenIntent", "BookAloneTimeIntent", "MoveAloneTimeIntent"})
"""Intents that say when, or how long."""
MOVES = frozenset({"WhenIntent", "MoveAloneTimeIntent"})
EVENING = time(17)
WEEKLY, ONCE = "weekly", "once"
"""Ids of the rhythms that can be booked."""
HOURS_AT_MOST = 12
"""A bare number up to this is hours, above it minutes."""


class Filled(Struct, frozen=True):
    """A draft after a sentence, and what of the sentence could not be used, by what is asked again."""

    draft: Draft
    trouble: str = ""
    """The end of a phrase key, like `past`."""
    weekend: Span | None = None


def fill(draft: Draft, turn: Turn, wall: datetime) -> Filled:
    """The draft with the day, time and length of a sentence."""
    filled = _until(_length(_time(Filled(draft), turn), turn), turn)
    return _day(_rhythm(_weekday(filled, turn, wall), turn), turn, wall)


def _weekday(filled: Filled, turn: Turn, wall: datetime) -> Filled:
    id_ = turn.id("weekday")
    if id_ not in WEEKDAYS:
        return filled
    today = wall.date()
    ahead = (WEEKDAYS.index(id_) - today.weekday()) % 7
    day = today + timedelta(days=ahead)
    draft = replace(filled.draft, weekly=True, series=bool(filled.draft.moving), day=day)
    return replace(filled, draft=draft)


def _rhythm(filled: Filled, turn: Turn) -> Filled:
    """Every week or once is booked; any other rhythm is asked about."""
    if turn.words("rhythm") is None:
        return filled
    weekly, once = (turn.id("rhythm") == rhythm for rhythm in (WEEKLY, ONCE))
    series = weekly and bool(filled.draft.moving)
    draft = replace(filled.draft, weekly=weekly, uneven=not (weekly or once), series=series)
    return replace(filled, draft=draft)


def _day(filled: Filled, turn: Turn, wall: datetime) -> Filled:
    written = turn.words("day")
    if written is None:
        return filled
    found = day_named(written, wall.date())
    draft = filled.draft
    if draft.weekly and draft.day and turn.id("weekday"):
        return replace(filled, draft=_from(draft, found))
    if isinstance(found, Unclear):
        return Filled(replace(draft, day=None), f"day.{found}")
    if isinstance(found, Span):
        return Filled(replace(draft, day=None), weekend=found)
    return replace(filled, draft=replace(draft, day=found, weekly=draft.weekly and not draft.moving))


def _from(draft: Draft, since: date | Span | Unclear) -> Draft:
    """A weekly draft that begins with its first weekday from a day on."""
    if draft.day is None or not isinstance(since, date) or since <= draft.day:
        return draft
    return replace(draft, day=draft.day + timedelta(days=-((draft.day - since).days // 7) * 7))


def _time(filled: Filled, turn: Turn) -> Filled:
    written, draft = turn.words("time"), filled.draft
    if written is None:
        return filled
    found = time_named(written)
    if found is None:
        return Filled(replace(draft, at=None), "time.garbled")
    if isinstance(found, Part):
        return _part(filled, found)
    if _which_half(draft, found, turn):
        return replace(filled, draft=replace(draft, at=None, hour=found.hour))
    meant = Part(draft.part).reading(found) if draft.part and draft.at is None else found
    return replace(filled, draft=_at(draft, meant))


def _which_half(draft: Draft, found: time, turn: Turn) -> bool:
    """Whether an evening that moves to a bare hour may mean either half of the day: it is asked."""
    evening = bool(draft.moving and draft.at and draft.at >= EVENING)
    return evening and turn.intent in MOVES and 1 <= found.hour < 12 and not found.minute


def hour_alone(turn: Turn) -> str | None:
    """The hour, as a number, of a sentence that says nothing but a whole hour of the clock's twelve."""
    found = time_named(turn.words("time") or "") if turn.slots.keys() == {"time"} else None
    whole = isinstance(found, time) and not found.minute and 1 <= found.hour <= HOURS_AT_MOST
    return str(found.hour) if isinstance(found, time) and whole else None


def _part(filled: Filled, part: Part) -> Filled:
    """A part of the day: with the hour said before it is a time, else its hour is asked."""
    draft = filled.draft
    if draft.hour is None:
        return Filled(replace(draft, at=None, part=part), "time.part")
    return replace(filled, draft=_at(draft, part.reading(time(draft.hour))))


def hour_said(draft: Draft, number: str) -> Draft | None:
    """The draft with a bare number as its hour; a time where its part of the day is known, too."""
    if not number.isdecimal() or int(number) > 23:
        return None
    hour = int(number)
    if draft.part or hour > HOURS_AT_MOST:
        return _at(draft, Part(draft.part).reading(time(hour)) if draft.part else time(hour))
    return replace(draft, hour=hour)


def _at(draft: Draft, at: time) -> Draft:
    return replace(draft, at=at, part="", hour=None, sure=False)


def _length(filled: Filled, turn: Turn) -> Filled:
    written = turn.words("length")
    if written is None:
        return filled
    return lasting(filled, minutes_named(written))


def _until(filled: Filled, turn: Turn) -> Filled:
    """The length by when it ends; said with its start, either tells which half of the day is meant."""
    end, said = time_named(turn.words("until") or ""), time_named(turn.words("time") or "")
    start = filled.draft.at or (said if isinstance(said, time) else None)
    if start is None or not isinstance(end, time):
        return filled
    if said is None:
        return lasting(filled, lasting_until(start, end))
    begins, minutes = stretch(start, end)
    draft = _at(filled.draft, begins) if filled.draft.at else filled.draft
    return lasting(replace(filled, draft=draft), minutes)


def lasting(filled: Filled, minutes: int | None) -> Filled:
    """With a length, or why it is asked again."""
    if minutes is None or not SHORTEST <= minutes <= LONGEST:
        short = minutes is not None and minutes < SHORTEST
        trouble = "length.garbled" if minutes is None else "length.short" if short else "length.long"
        return Filled(replace(filled.draft, minutes=None), filled.trouble or trouble)
    return replace(filled, draft=replace(filled.draft, minutes=minutes))


def minutes_of_number(number: str) -> int | None:
    """A bare number as a length: two is hours, forty-five is minutes."""
    if not number.isdecimal():
        return None
    return int(number) * 60 if 0 < int(number) <= HOURS_AT_MOST else int(number)


def helper_heard(turn: Turn) -> str:
    """The helper a sentence names, by id; empty when it names none."""
    if turn.words("helper") is None:
        return ""
    id_ = turn.id("helper")
    return id_ if id_ in HELPERS else SOMEONE
