"""Rule 5: nothing about health is kept. Rule 9: an exercise lasts two minutes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from skill.domain.household import Household
from tests.laws.house.life import Life
from tests.laws.house.taken import QUIET
from tests.laws.touch_keys import ENGLISH
from tests.laws.words import kinds

HEALTH = re.compile(r"mood|feeling|symptom|health|energy|sleep|pain|score|level|depress|anxi|weight|streak")
EXERCISES = sorted((ENGLISH / "exercises").glob("*.json"), key=lambda file: file.name)


def fields(type_: object, seen: set[object]) -> Iterator[str]:
    """The names of all that is kept, however deep."""
    if type_ in seen:
        return
    seen.add(type_)
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        hints = msgspec.structs.fields(type_)
        for field in hints:
            yield field.name
            yield from fields(field.type, seen)
    for inner in getattr(type_, "__args__", ()):
        yield from fields(inner, seen)


def test_there_is_no_place_to_keep_how_somebody_is():
    names = set(fields(Household, set()))
    assert "rested_on" in names, "the fields were not found"
    assert not [name for name in names if HEALTH.search(name)]


@pytest.mark.parametrize("room", kinds().get("room", ()))
def test_tonights_room_is_forgotten_with_the_conversation(room: str):
    life = Life()
    life.say("CheckInIntent")
    life.sessions.clear()
    before = life.kept()
    life.say("AskRoomIntent")
    told = life.say("RoomIntent", {"room": room})
    assert told.keys
    assert life.kept() == before
    assert room not in json.dumps(list(told.lines))
    life.sessions.clear()
    assert room not in repr(life.say("AMAZON.HelpIntent").progress)


@pytest.mark.parametrize("file", EXERCISES, ids=lambda file: file.stem)
def test_an_exercise_lasts_two_minutes_counted_in_its_words_and_rests(file: Path):
    row = json.loads(file.read_text("utf-8"))
    steps = row["steps"]
    said = " ".join(
        (row["opening"], row["ends"], row["needs"], *(step["say"] for step in steps), row["closing"])
    )
    gates = sum(len(step.get("gate", "").split()) for step in steps)
    heard = Life().say("ExerciseIntent", {"exercise": row["id"]})
    whole = row["touch"] == "none" and not gates
    rests = sum(map(int, QUIET.findall(heard.words))) if whole else sum(step["rest"] for step in steps) + 6
    assert 105 <= (len(said.split()) + gates) * 60 / 142 + rests <= 135


def test_there_are_thirty_of_them():
    assert len(EXERCISES) >= 30
