"""Quiet: whispering from an hour on, now for this evening, or no longer."""

from __future__ import annotations

from datetime import time

from msgspec.structs import replace

from skill.domain.alone_time.ringing import rung_in
from skill.domain.desk import Desk
from skill.domain.line import Line
from skill.domain.misheard import again
from skill.domain.notation import Part, time_named
from skill.domain.quiet import (
    MORNING,
    Nap,
    Quiet,
    WhisperFrom,
    evening_meant,
    evenings_end_meant,
    morning_meant,
    nap_meant,
)
from skill.domain.reply import Reply, close
from skill.domain.turn import NO, Turn

SAYS_WHEN = frozenset({"WhenIntent", "WhisperFromIntent"})
NOT_AFTER_ALL = NO | {"AMAZON.NextIntent", "StopWhisperingIntent"}


def whisper_from(turn: Turn, desk: Desk) -> Reply:
    """Whispers every evening from an hour on; without one it is asked for."""
    if not desk.home.keeps:
        return _tonight(turn, desk, "quiet.tonight_only")
    return _every_day(turn.words("time"), turn, desk) or desk.ask(WhisperFrom())


def heard(turn: Turn, desk: Desk) -> Reply | None:
    """The hour that was asked for, or no whispering after all."""
    if turn.intent in NOT_AFTER_ALL:
        return close(desk.line("quiet.as_it_was"))
    said = turn.words("time") if turn.intent in SAYS_WHEN else _hour(turn)
    return _every_day(said, turn, desk)


def whisper(turn: Turn, desk: Desk) -> Reply:
    """Whispers at once, until the morning."""
    return _tonight(turn, desk, "quiet.tonight")


def speak_up(turn: Turn, desk: Desk) -> Reply:
    """Whispers no longer, neither now nor in the evenings."""
    return _go_on(turn, desk, desk.line("quiet.over"), *_ringing(Quiet(), "aloud", desk))


def _every_day(said: str | None, turn: Turn, desk: Desk) -> Reply | None:
    """Quiet from an hour on, or within a day; None for no such hour."""
    since, ends = time_named(said or ""), time_named(turn.words("until") or "")
    nap = nap_meant(since, ends)
    if nap:
        return _at_nap_time(nap, turn, desk)
    evening = evening_meant(since)
    return _every_evening(evening, _end(since, ends), turn, desk) if evening else None


def _end(since: time | Part | None, ends: time | Part | None) -> time:
    return evenings_end_meant(since, ends) if isinstance(since, time) else morning_meant(ends) or MORNING


def _at_nap_time(nap: Nap, turn: Turn, desk: Desk) -> Reply:
    """Quiet within every day; the evenings stay as they are."""
    before = desk.household.quiet
    said = desk.line("quiet.nap", time=nap.since, until=nap.ends)
    evenings = (desk.line("quiet.evenings_too"),) if before.since else ()
    return _go_on(turn, desk, said, *evenings, *_ringing(replace(before, nap=nap), "softly", desk))


def _every_evening(since: time, ends: time, turn: Turn, desk: Desk) -> Reply:
    quiet = replace(desk.household.quiet, since=since, ends=ends)
    said = desk.line("quiet.kept" if ends == MORNING else "quiet.kept_until", time=since, until=ends)
    nap = (desk.line("quiet.nap_too"),) if quiet.nap else ()
    return _go_on(turn, desk, said, *nap, *_ringing(quiet, "softly", desk))


def _ringing(quiet: Quiet, how: str, desk: Desk) -> tuple[Line, ...]:
    """Keeps the quiet hours, the reminders that are set with them; says where one could not be changed."""
    before, times = desk.household.quiet, desk.household.alone_times
    _keep(desk, quiet)
    if not times.alarms:
        return ()
    followed = rung_in(before, quiet, times, desk.reminders, desk.wall)
    desk.home.keep(replace(desk.household, alone_times=followed.times))
    return (desk.line(f"quiet.not_{how}"),) if followed.refusal else ()


def _tonight(turn: Turn, desk: Desk, key: str) -> Reply:
    _keep(desk, desk.household.quiet.tonight(desk.wall))
    return _go_on(turn, desk, desk.line(key))


def _keep(desk: Desk, quiet: Quiet) -> None:
    desk.home.keep(replace(desk.household, quiet=quiet))


def _go_on(turn: Turn, desk: Desk, *said: Line) -> Reply:
    """Back to what was under way, if something was."""
    under_way = turn.progress.state is not None and not isinstance(turn.progress.state, WhisperFrom)
    return again(turn, desk, "question", *said) if under_way else close(*said)


def _hour(turn: Turn) -> str | None:
    """A bare number as an hour."""
    number = turn.words("number") if turn.intent == "NumberIntent" else None
    return f"{number}:00" if number and number.isdecimal() else None
