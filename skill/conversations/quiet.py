"""Quiet: whispering from an hour on, now for this evening, or no longer."""

from __future__ import annotations

from datetime import time

from msgspec.structs import replace

from skill.domain.alone_time.ringing import rung_in
from skill.domain.desk import Desk
from skill.domain.line import Line
from skill.domain.misheard import again
from skill.domain.notation import time_named
from skill.domain.quiet import MORNING, Quiet, WhisperFrom, evening_meant, morning_meant
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn

SAYS_WHEN = frozenset({"WhenIntent", "WhisperFromIntent"})
NOT_AFTER_ALL = frozenset({"AMAZON.NoIntent", "AMAZON.NextIntent", "SkipIntent", "StopWhisperingIntent"})


def whisper_from(turn: Turn, desk: Desk) -> Reply:
    """Whispers every evening from an hour on; without one it is asked for."""
    since = evening_meant(time_named(turn.words("time") or ""))
    if not desk.home.keeps:
        return _tonight(turn, desk, "quiet.tonight_only")
    return _every_evening(since, turn, desk) if since else desk.ask(WhisperFrom())


def heard(turn: Turn, desk: Desk) -> Reply | None:
    """The hour that was asked for, or no whispering after all."""
    if turn.intent in NOT_AFTER_ALL:
        return close(desk.line("quiet.as_it_was"))
    said = turn.words("time") if turn.intent in SAYS_WHEN else _hour(turn)
    since = evening_meant(time_named(said or ""))
    return _every_evening(since, turn, desk) if since else None


def whisper(turn: Turn, desk: Desk) -> Reply:
    """Whispers at once, until the morning."""
    return _tonight(turn, desk, "quiet.tonight")


def speak_up(turn: Turn, desk: Desk) -> Reply:
    """Whispers no longer, neither now nor in the evenings."""
    return _go_on(turn, desk, desk.line("quiet.over"), *_ringing(Quiet(), "aloud", desk))


def _every_evening(since: time, turn: Turn, desk: Desk) -> Reply:
    ends = morning_meant(time_named(turn.words("until") or ""))
    if ends in (None, since):
        quiet, said = (
            replace(desk.household.quiet, since=since, ends=MORNING),
            desk.line("quiet.kept", time=since),
        )
    else:
        quiet = replace(desk.household.quiet, since=since, ends=ends)
        said = desk.line("quiet.kept_until", time=since, until=ends)
    return _go_on(turn, desk, said, *_ringing(quiet, "softly", desk))


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
