"""Quiet: what rings in it is whispered, and it ends in the morning."""

from __future__ import annotations

from datetime import timedelta

from tests.laws.house.taken import Taken
from tests.laws.scenes.two import Two

WHISPERED = b"whispered"


def _books(two: Two, time: str = "20:00") -> Taken:
    two.sessions.clear()
    when = (two.day + timedelta(days=3)).isoformat()
    return two.say("BookAloneTimeIntent", {"name": "sam", "day": when, "time": time, "length": "PT1H"})


def _rings_softly(two: Two) -> list[bool]:
    return [ring.softly for ring in two.bench.rings.values()]


def what_was_asked_for_in_quiet_hours_is_whispered() -> None:
    two = Two()
    two.say("WhisperFromIntent", {"time": "19:00"})
    _books(two)
    two.sessions.clear()
    two.say("RemindMeIntent")
    two.say("AMAZON.YesIntent")
    assert _rings_softly(two) == [True]


def a_reminder_is_brought_along_into_quiet_hours_and_out_of_them() -> None:
    two = Two()
    _books(two)
    two.say("AMAZON.YesIntent")
    assert _rings_softly(two) == [False]
    for intent, softly in (("WhisperFromIntent", True), ("StopWhisperingIntent", False)):
        two.sessions.clear()
        two.say(intent, {"time": "19:00"})
        assert _rings_softly(two) == [softly], intent


def nothing_is_offered_to_ring_in_quiet_hours() -> None:
    two = Two()
    assert "offer_reminder.question" in _books(two).keys
    two.sessions.clear()
    two.say("WhisperFromIntent", {"time": "19:00"})
    assert "offer_reminder.question" not in _books(two, "21:00").keys


def while_everything_is_paused_nothing_is_offered_to_ring() -> None:
    two = Two()
    two.say("PauseEverythingIntent")
    assert "offer_reminder.question" not in _books(two).keys


def whispering_ends_in_the_morning() -> None:
    two = Two()
    two.say("WhisperIntent")
    two.sessions.clear()
    assert WHISPERED in two.say("AMAZON.HelpIntent").out
    two.sessions.clear()
    two.wait(24 * 3600)
    assert WHISPERED not in two.say("AMAZON.HelpIntent").out


def from_an_hour_on_it_is_whispered_every_evening() -> None:
    two = Two()
    two.say("WhisperFromIntent", {"time": "19:00"})
    for hours, softly in ((0, True), (14, False), (10, True)):
        two.sessions.clear()
        two.wait(hours * 3600)
        assert (WHISPERED in two.say("AMAZON.HelpIntent").out) is softly, hours
