"""Both decide, the ladder has its steps, and a voice is one person."""

from __future__ import annotations

from skill.domain.partner import Partner
from skill.domain.turn import Kind
from tests.laws.scenes.two import FOR_WORDS, HAND, HUG, Two, close_two


def nothing_before_both_decided() -> None:
    two = Two()
    assert not two.opens(HAND)
    two.by("sam", "WantThisIntent")
    assert not two.opens(HAND)
    assert FOR_WORDS in two.asks().keys


def one_voice_is_not_two_who_decide() -> None:
    two = Two()
    for name in ("sam", "alex"):
        two.by(name, "WantThisIntent", "voice-a")
    assert not two.household().closeness.decided


def one_voice_does_not_climb_alone() -> None:
    two = Two()
    two.both("WantThisIntent")
    for name in ("sam", "alex"):
        two.by(name, "MoreIntent", "voice-a")
    assert two.household().closeness.rung == "words"


def one_of_them_does_not_climb_alone() -> None:
    two = Two()
    two.both("WantThisIntent")
    two.by("sam", "MoreIntent")
    two.by("sam", "MoreIntent")
    assert two.household().closeness.rung == "words"


def an_unknown_voice_raises_nothing() -> None:
    two = close_two(2)
    two.say("TouchTonightIntent", {"touch": "words"})
    for intent, slots in (
        ("MoreIntent", {}),
        ("TouchTonightIntent", {"touch": "kiss"}),
        ("WantThisIntent", {}),
    ):
        two.sessions.clear()
        two.say(intent, slots, person="voice-c")
    assert not two.opens(HAND)
    assert Two().say("WantThisIntent").after.closeness.wanted == {}


def the_ladder_is_not_jumped() -> None:
    two = close_two(3)
    assert two.opens(HUG)
    assert FOR_WORDS in close_two(2).asks(HUG).keys


def the_ladder_ends_at_a_kiss() -> None:
    two = close_two(4)
    two.both("MoreIntent")
    assert two.household().closeness.rung == "kiss"


def one_less_lowers_it_for_both() -> None:
    two = close_two(3)
    two.say("LessIntent")
    assert not two.opens(HUG)


def a_less_ends_the_wish_for_more() -> None:
    two = close_two(2)
    two.by("sam", "MoreIntent")
    two.say("LessIntent")
    two.by("alex", "MoreIntent")
    assert two.household().closeness.rung == "near"


def a_pause_takes_both_to_end() -> None:
    two = close_two()
    two.say("PauseTouchIntent")
    assert not two.opens(HAND)
    two.by("sam", "WantThisIntent")
    assert not two.opens(HAND)


def a_voice_is_linked_by_its_own_yes() -> None:
    two = Two()
    two.say("WhoIntent", {"name": "sam"}, person="voice-a")
    two.say("LinkVoiceIntent", person="voice-a")
    two.say("AMAZON.YesIntent", person="voice-b")
    assert two.household().first.voice is None


def a_known_voice_is_itself_whatever_name_it_says() -> None:
    two = Two()
    two.say("WhoIntent", {"name": "sam"}, person="voice-a")
    two.say("LinkVoiceIntent", person="voice-a")
    two.say("AMAZON.YesIntent", person="voice-a")
    two.by("sam", "WantThisIntent", "voice-a")
    two.by("alex", "WantThisIntent", "voice-a")
    assert not two.household().closeness.decided


def a_pause_ends_the_wish_for_more() -> None:
    two = close_two(2)
    two.by("sam", "MoreIntent")
    two.say("PauseTouchIntent")
    two.both("WantThisIntent")
    two.by("alex", "MoreIntent")
    assert two.household().closeness.rung == "hand"


def a_pause_is_asked_about_after_thirty_days_and_not_before() -> None:
    two = close_two()
    two.say("", kind=Kind.LAUNCH)
    two.say("PauseTouchIntent")
    for days, asked in ((1, False), (28, False), (1, True), (1, False), (29, True)):
        two.wait(days * 24 * 3600)
        two.sessions.clear()
        assert ("still_paused.question" in two.say("", kind=Kind.LAUNCH).keys) is asked, days


def another_name_wants_for_itself() -> None:
    two = close_two(2)
    two.say("WhoIntent", {"name": "sam"})
    two.say("CallMeIntent", {"name": "robin"})
    assert not two.household().closeness.decided
    assert not two.opens(HAND)


def a_known_voice_counts_for_itself_where_it_is_asked_who_says_so() -> None:
    two = Two()
    two.say("WhoIntent", {"name": "sam"}, person="voice-a")
    two.say("LinkVoiceIntent", person="voice-a")
    two.say("AMAZON.YesIntent", person="voice-a")
    two.by("alex", "WhereAreWeIntent")
    two.say("WantThisIntent")
    two.say("WhoIntent", {"name": "alex"}, person="voice-a")
    assert Partner.SECOND not in two.household().closeness.wanted
