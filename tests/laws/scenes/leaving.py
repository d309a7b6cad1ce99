"""Stop, silence, fear, danger and swear words: what ends a conversation, or turns it."""

from __future__ import annotations

import random

from skill.domain.line import Line
from skill.domain.reply import Close, Nothing
from tests.laws.endings import fear_is_any_early_end
from tests.laws.scenes.answers import about_to_answer
from tests.laws.scenes.two import Two, close_two


def fear_is_told_from_nothing() -> None:
    for begun in ((), ("CheckInIntent",), ("CheckInIntent", "KeepIntent"), ("ExerciseIntent",)):
        two = close_two()
        two.sessions.clear()
        for intent in begun:
            two.say(intent)
        fear_is_any_early_end(two, random.Random(2))
    two = close_two()
    two.asks()
    fear_is_any_early_end(two, random.Random(5))


def danger_is_heard_everywhere() -> None:
    two = close_two()
    for slot in ("answer", "name", "theme", "consent", "town"):
        two.asks()
        assert (
            type(two.say("ConsentIntent", {slot: "well i want to die"}).progress.state).__name__ == "Crisis"
        )
    about_to_answer(two)
    two.say("AnswerIntent", {"answer": "i want to die zqdang"})
    assert b"zqdang" not in two.kept()


def stop_ends_it_from_everywhere() -> None:
    for begun in (
        "CheckInIntent",
        "ExerciseIntent",
        "BookAloneTimeIntent",
        "ForgetUsIntent",
        "SupportIntent",
    ):
        two = close_two()
        two.sessions.clear()
        two.say(begun)
        for intent in ("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"):
            taken = two.fork().say(intent)
            assert taken.reply == Close((Line("ending.early"),))


def silence_is_not_answered() -> None:
    two = close_two()
    for begun in ("ExerciseIntent", "CheckInIntent", "BookAloneTimeIntent"):
        two.sessions.clear()
        two.say(begun)
        assert two.leave().reply == Nothing()
    two.asks()
    assert two.leave().reply == Nothing()


def together_is_taken_up_only_when_asked_for() -> None:
    two = Two()
    two.say("ExerciseIntent", {"company": "together"})
    two.wait(40)
    two.say("AMAZON.PauseIntent")
    two.sessions.clear()
    two.wait(600)
    assert type(two.say("ExerciseIntent").progress.state).__name__ != "Waiting"


def a_swear_word_is_not_answered() -> None:
    two = Two()
    for intent, slot in (("ExerciseIntent", "theme"), ("SmallMomentIntent", "place")):
        assert two.say(intent, {slot: "naked"}).keys == {"exercise.not_this"}


def what_is_said_beside_fear_is_weighed() -> None:
    two = Two()
    taken = two.say(
        "WhenIntent", {"answer": "i'm scared of him", "number": "i'm going to kill myself tonight"}
    )
    assert type(taken.progress.state).__name__ == "Crisis"
    two.sessions.clear()
    assert two.say("WhenIntent", {"answer": "i'm scared of him", "number": "eleven"}).keys == {"ending.early"}
