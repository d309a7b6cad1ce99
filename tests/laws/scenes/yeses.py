"""A fresh yes from each before touch, and again in its middle."""

from __future__ import annotations

from skill.domain.reply import Close
from tests.laws.house.taken import seconds
from tests.laws.scenes.two import close_two, is_asked
from tests.laws.touch_keys import height


def touch_is_done_when_everybody_is_in() -> None:
    two = close_two()
    taken = two.asks()
    for person in ("voice-a", "voice-b", None, None):
        assert is_asked(taken)
        taken = two.in_(taken, person)
    assert isinstance(taken.reply, Close)
    assert "exercise.P03.closing" in taken.keys


def one_yes_is_not_two() -> None:
    two = close_two()
    second = two.in_(two.asks())
    assert not any(".step." in key for key in second.keys)
    assert is_asked(second)


def one_voice_is_not_two_who_are_in() -> None:
    two = close_two()
    third = two.in_(two.in_(two.asks(), "voice-a"), "voice-a")
    assert not any(".step." in key for key in third.keys)


def one_name_is_not_two_who_are_in() -> None:
    two = close_two()
    third = two.in_(two.in_(two.asks(), name="sam"), name="sam")
    assert not any(".step." in key for key in third.keys)
    assert any(".step." in key for key in two.in_(third, name="alex").keys)


def a_name_said_just_before_is_the_same_name() -> None:
    two = close_two()
    second = two.in_(two.asks(), name="sam")
    two.wait(seconds(second.reply) + 1)
    third = two.in_(two.say("WhoIntent", {"name": "sam"}))
    assert not any(".step." in key for key in third.keys)
    assert any(".step." in key for key in two.in_(third).keys)


def a_name_that_is_not_theirs_brings_no_yes() -> None:
    for name in ("robin", "tired"):
        assert "second_in.question" not in (two := close_two()).in_(two.asks(), name=name).keys, name
    two = close_two()
    two.say("WhoIntent", {"name": "sam"})
    two.say("LinkVoiceIntent", person="voice-a")
    two.say("AMAZON.YesIntent", person="voice-a")
    assert two.household().speaking("voice-a") is not None
    taken = two.in_(two.asks(), "voice-a", name="alex")
    assert "second_in.question" not in taken.keys
    assert is_asked(taken)


def one_breath_is_one_yes() -> None:
    two = close_two()
    taken = two.in_(two.asks())
    taken = two.say("ConsentIntent", {"consent": "i'm in"})
    assert not any(".step." in key for key in taken.keys)


def a_late_yes_does_not_count() -> None:
    two = close_two()
    taken = two.in_(two.asks(), late=90)
    assert "second_in.question" not in taken.keys
    second = close_two()
    assert not any(".step." in key for key in second.in_(second.in_(second.asks()), late=90).keys)


def a_yes_before_the_middle_was_asked_does_not_count() -> None:
    two = close_two()
    two.in_(two.in_(two.asks()))
    two.wait(2)
    taken = two.say("ConsentIntent", {"consent": "i'm in"})
    assert "second_in.again" not in taken.keys
    assert is_asked(taken)
    assert "second_in.again" in two.in_(taken).keys


def between_two_yeses_nothing_else_begins() -> None:
    for intent in ("SaySomethingIntent", "AnotherOneIntent", "SmallMomentIntent", "ExerciseIntent"):
        two = close_two()
        two.in_(two.asks())
        assert list(two.say(intent).keys) == ["ending.early"], intent


def only_the_closed_list_counts() -> None:
    for words in (
        "yes",
        "ok",
        "please",
        "go",
        "i'm in the bath",
        "i'm not in",
        "in",
        "",
        "i'm in and so is she",
    ):
        two = close_two()
        assert "second_in.question" not in two.in_(two.asks(), words=words).keys, words
    two = close_two()
    two.wait(seconds(two.asks().reply) + 1)
    assert "second_in.question" not in two.say("AMAZON.YesIntent").keys


def what_is_no_yes_is_asked_once_more_and_no_more() -> None:
    two = close_two()
    once = two.in_(two.asks(), words="yes")
    assert is_asked(once)
    assert not is_asked(two.in_(once, words="yes"))


def the_middle_asks_each_again() -> None:
    two = close_two()
    taken = two.in_(two.in_(two.asks()))
    assert is_asked(taken)
    assert not any("closing" in key for key in taken.keys)
    taken = two.in_(taken)
    assert not any("closing" in key for key in taken.keys)


def a_no_is_thanked() -> None:
    two = close_two()
    two.asks()
    taken = two.say("AMAZON.NoIntent")
    assert taken.keys == {"first_in.thanked"}
    assert isinstance(taken.reply, Close)


def a_less_in_the_other_room_ends_it() -> None:
    two = close_two()
    taken = two.in_(two.asks())
    two.say("TouchTonightIntent", {"touch": "words"}, device="bedroom")
    assert two.in_(taken).keys == {"ending.early"}


def a_yes_of_yesterday_opens_nothing() -> None:
    two = close_two()
    two.asks()
    two.say("ConsentIntent", {"consent": "i'm in"})
    two.sessions.clear()
    two.wait(24 * 3600)
    taken = two.say("ConsentIntent", {"consent": "i'm in"})
    assert not any(map(height, taken.keys))


def asked_again_after_something_else_the_question_is_a_short_one() -> None:
    two = close_two()
    asked = two.in_(two.in_(two.asks()))
    assert seconds(asked.reply) > 40
    two.wait(2)
    for intent in ("WhereAreWeIntent", "LessIntent", "WhoIntent", "WhatIsKeptIntent", "CountryIntent"):
        world = two.fork()
        world.say(intent, {"name": "sam", "country": "GB"})
        world.wait(35)
        assert "second_in.again" not in world.say("ConsentIntent", {"consent": "i'm in"}).keys, intent


def after_something_else_no_yes_is_asked_for_again() -> None:
    two = close_two()
    two.asks()
    for intent in ("WhereAreWeIntent", "LessIntent", "TouchTonightIntent"):
        assert isinstance(two.fork().say(intent, {"touch": "kiss"}).reply, Close), intent
