"""Rule 13: nobody can tell from what is offered who said what, or that anybody did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pytest

from skill.domain.reply import Ask, Close
from skill.domain.turn import Kind
from tests.chance import Dice
from tests.laws.evenings.evening import NAMES
from tests.laws.house.life import Life
from tests.laws.house.taken import Taken
from tests.laws.touch_keys import height

DAYS = 160
A_DAY = 24 * 60 * 60
Request = tuple[str, tuple[tuple[str, str], ...]]
REQUESTS: tuple[Request, ...] = (
    ("", ()),
    ("AMAZON.HelpIntent", ()),
    ("WhereAreWeIntent", ()),
    ("LookBackIntent", ()),
    ("ExerciseIntent", (("exercise", "P01"),)),
    ("ExerciseIntent", (("exercise", "P03"),)),
    ("ExerciseIntent", (("theme", "hug"),)),
    ("ExerciseIntent", (("company", "together"), ("theme", "near"))),
    ("SmallMomentIntent", (("place", "table"),)),
    ("DidYouKnowIntent", ()),
)
"""What people ask for, each of them first thing in a conversation."""


@dataclass(frozen=True)
class World:
    """What each of the two says every evening about touch; empty where they say nothing."""

    sam: str
    alex: str
    rung: str = "kiss"


ONE_SAYS_WORDS = World("hug", "words")
BOTH_SAY_A_HUG = World("hug", "hug")


@cache
def replies(world: World, request: Request, days: int = DAYS) -> tuple[Taken, ...]:
    """What one request gets on each of many days."""
    life = Life(chance=Dice(7))
    voices = dict(zip(NAMES, ("voice-a", "voice-b"), strict=True))
    for name, voice in voices.items():
        life.say("WhoIntent", {"name": name}, person=voice)
        life.say("LinkVoiceIntent", person=voice)
        life.say("AMAZON.YesIntent", person=voice)
        _said(life, "WantThisIntent", voice)
    for _ in range(("words", "near", "hand", "hug", "kiss").index(world.rung)):
        for voice in voices.values():
            _said(life, "MoreIntent", voice)
    return tuple(_on_a_day(life, world, voices, request) for _ in range(days))


def _on_a_day(life: Life, world: World, voices: Mapping[str, str], request: Request) -> Taken:
    life.wait(A_DAY)
    for name, most in (("sam", world.sam), ("alex", world.alex)):
        if most:
            _said(life, "TouchTonightIntent", voices[name], touch=most)
    life.sessions.clear()
    intent, slots = request
    return life.say(intent, dict(slots), kind=Kind.INTENT if intent else Kind.LAUNCH)


def _said(life: Life, intent: str, voice: str, **slots: str) -> None:
    life.sessions.clear()
    life.say(intent, slots, person=voice)


def shape(taken: Taken) -> tuple[str, ...]:
    """A reply as anybody would hear it, whichever of its wordings it came in."""
    assert isinstance(taken.reply, Ask | Close)
    asked = [taken.reply.question.key] if isinstance(taken.reply, Ask) else []
    return (*(getattr(line, "key", "") for line in taken.reply.lines), *asked)


@pytest.mark.parametrize("request_", REQUESTS, ids=str)
def test_whatever_is_said_when_one_says_words_is_also_said_when_both_say_a_hug(request_: Request) -> None:
    one = {shape(taken) for taken in replies(ONE_SAYS_WORDS, request_)}
    both = {shape(taken) for taken in replies(BOTH_SAY_A_HUG, request_, 3 * DAYS)}
    assert one <= both


@pytest.mark.parametrize("request_", REQUESTS, ids=str)
def test_when_one_says_words_no_touch_is_offered_all_day(request_: Request) -> None:
    assert not any(height(key) for taken in replies(ONE_SAYS_WORDS, request_) for key in taken.keys)


def test_about_one_day_in_four_is_for_words_and_it_is_the_household_s_own() -> None:
    asked = ("ExerciseIntent", (("exercise", "P01"),))
    days = {
        world: [("closeness.for_words" in taken.keys) for taken in replies(world, asked, 3 * DAYS)]
        for world in (BOTH_SAY_A_HUG, World("", ""), World("hand", "kiss"))
    }
    share = sum(days[BOTH_SAY_A_HUG]) / (3 * DAYS)
    assert 0.18 < share < 0.32
    assert len({tuple(each) for each in days.values()}) == 1, "what somebody said moves the days for words"


def test_at_least_half_of_all_offers_have_no_touch_anyway() -> None:
    for request in REQUESTS:
        named = any(slot in ("exercise", "theme") for slot, _ in request[1])
        if not named or ("company", "together") in request[1]:
            offers = replies(World("kiss", "kiss"), request, 3 * DAYS)
            touch = sum(any(height(key) for key in taken.keys) for taken in offers)
            assert touch <= len(offers) / 2, request


@pytest.mark.parametrize(
    "world",
    [
        ONE_SAYS_WORDS,
        World("words", "words"),
        World("near", "kiss"),
        World("", "", "near"),
        World("", "", "words"),
    ],
    ids=str,
)
def test_the_same_is_said_whatever_keeps_touch_shut(world: World) -> None:
    asked = ("ExerciseIntent", (("exercise", "P03"),))
    shut = {
        shape(taken)
        for taken in replies(BOTH_SAY_A_HUG, asked, 3 * DAYS)
        if "closeness.for_words" in taken.keys
    }
    assert {shape(taken) for taken in replies(world, asked)} == shut
    assert len(shut) == 1


def test_on_the_first_evening_the_same_is_said_whatever_the_other_said() -> None:
    heard = set()
    for said in ("", "words", "hug"):
        life = Life(chance=Dice(7))
        life.say("WhoIntent", {"name": "sam"})
        if said:
            life.say("TouchTonightIntent", {"touch": said})
        life.sessions.clear()
        heard.add(shape(life.say("ExerciseIntent", {"exercise": "P01"})))
    assert len(heard) == 1
    assert "closeness.first_evening" in heard.pop()


def test_what_somebody_says_about_tonight_gets_the_same_reply_whatever_the_other_said() -> None:
    heard = set()
    for other in ("words", "hug", "kiss"):
        life = Life()
        life.say("WhoIntent", {"name": "sam"})
        life.say("TouchTonightIntent", {"touch": other})
        life.sessions.clear()
        life.say("WhoIntent", {"name": "alex"})
        heard.add(life.say("TouchTonightIntent", {"touch": "hug"}).words)
    assert len(heard) == 1
