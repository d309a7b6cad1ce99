"""docs/privacy.md leaves nothing out: every field that is kept has its row."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import fields

from skill.domain.alone_time.alone_times import AloneTimes
from skill.domain.check_in.check_ins import CheckIns
from skill.domain.closeness.closeness import Closeness
from skill.domain.exercise.exercises import Exercises
from skill.domain.household import Household
from skill.domain.partner import Person
from skill.domain.quiet import Quiet
from skill.domain.track import Tracks

DOCUMENT = (Path(__file__).parents[1] / "docs" / "privacy.md").read_text("utf-8")
ROWS = re.findall(r"^\| (.+?) \| .+ \| .+ \|$", DOCUMENT, re.MULTILINE)
ROOMS = {
    "check_ins": CheckIns,
    "exercises": Exercises,
    "tracks": Tracks,
    "alone_times": AloneTimes,
    "closeness": Closeness,
    "first": Person,
    "second": Person,
    "quiet": Quiet,
}
"""Fields of a household that are structures of their own."""
BEGINNINGS = "the day and the moment of your first words"
PAUSE = "the day of a pause of touch"
ALL_PAUSED = "the day on which everything was paused"
TONIGHT = "touch tonight, each for themselves, and that touch rests"
WANTED = "that you want this, and a wish for one step more"
QUESTIONS = "which questions were asked"
DEPTH = "how light or deep"
ONE_ANSWER = "an answer you asked to keep"
PLACE = "your place in an exercise"
LATELY = "the exercises without touch that were done last"
BOOKINGS = "bookings of time alone"
DECLINED = "the day on which a reminder was declined"
QUIET_HOURS = "the country you named, and from when on the house is quiet"
ZONE = "the time zone"
COVERED: dict[type[Struct], dict[str, str]] = {
    Household: {
        "welcomed": BEGINNINGS,
        "settled_on": BEGINNINGS,
        "first_day": BEGINNINGS,
        "begun": BEGINNINGS,
        "zone": ZONE,
        "clock": ZONE,
        "country": QUIET_HOURS,
        "all_paused_on": ALL_PAUSED,
        "all_paused_until": ALL_PAUSED,
        "support_named_on": "the day on which the support list was last named",
        "small_moments": "the last dozen small moments, and which small true things",
        "facts_heard": "the last dozen small moments, and which small true things",
        "leftovers": "the id of a reminder that could not be taken away",
    },
    Person: {"name": "first names", "voice": "the mark of a voice"},
    Quiet: dict.fromkeys(("since", "ends", "until", "nap"), QUIET_HOURS),
    CheckIns: {
        "asked": QUESTIONS,
        "depth": DEPTH,
        "rose_on": DEPTH,
        "passed_on": DEPTH,
        "waiting": ONE_ANSWER,
        "waiting_day": ONE_ANSWER,
        "met": "two answers to the same question",
    },
    Exercises: {"place": PLACE, "elsewhere": PLACE, "lately": LATELY, "set_aside": LATELY},
    Tracks: {"stands": "where a track stopped", "failed_at": "when a track could not be fetched"},
    AloneTimes: {
        "bookings": BOOKINGS,
        "alarms": BOOKINGS,
        "made": BOOKINGS,
        "before": "the bookings as they were before the last change",
        "refused_on": DECLINED,
        "denied_on": DECLINED,
        "caught_up_on": DECLINED,
    },
    Closeness: {
        "wanted": WANTED,
        "more": WANTED,
        "rung": "how far the ladder goes",
        "tonight": TONIGHT,
        "by_anyone": TONIGHT,
        "rested_on": TONIGHT,
        "paused_on": PAUSE,
        "paused_until": PAUSE,
        "asked_on": PAUSE,
    },
}


@pytest.mark.parametrize("room", COVERED, ids=lambda room: room.__name__)
def test_every_field_that_is_kept_has_its_row(room: type[Struct]):
    kept = {field.name for field in fields(room)} - {"id", *ROOMS}
    assert kept == COVERED[room].keys(), "somebody has to say where it stands in docs/privacy.md"
    for words in COVERED[room].values():
        assert any(words in row for row in ROWS), words


def test_every_structure_of_a_household_is_looked_into():
    kept = {field.name for field in fields(Household)}
    assert kept >= ROOMS.keys()
    assert set(ROOMS.values()) | {Household} == COVERED.keys()
