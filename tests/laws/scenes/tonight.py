"""What a day has room for, and what is offered in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from skill.domain.turn import Slot
from skill.stores.memory import MemoryStore
from tests.laws.house.life import US
from tests.laws.scenes.two import HAND, HUG, close_two
from tests.laws.touch_keys import height


def the_lower_of_two_rules() -> None:
    two = close_two()
    two.by("sam", "TouchTonightIntent", touch="kiss")
    two.by("alex", "TouchTonightIntent", touch="hand")
    two.by("sam", "TouchTonightIntent", touch="kiss")
    assert not two.opens(HUG)


def words_only_is_no_touch_at_all() -> None:
    two = close_two()
    two.by("alex", "TouchTonightIntent", touch="words")
    for request in ("ExerciseIntent", "SmallMomentIntent", "DidYouKnowIntent"):
        for _ in range(12):
            two.sessions.clear()
            assert not any(map(height, two.say(request, {"company": "together"}).keys))


def touched_out_is_words_only() -> None:
    two = close_two()
    two.say("TouchedOutIntent")
    assert not two.opens(HAND)


def tonight_is_over_at_four() -> None:
    two = close_two()
    two.by("alex", "TouchTonightIntent", touch="words")
    assert not two.opens(HAND)
    two.now = datetime.combine(two.day + timedelta(days=1), datetime.min.time(), UTC) + timedelta(hours=4)
    two.on_a_day_for_touch()
    assert two.opens(HAND)


def resting_touch_is_told_from_nothing() -> None:
    rested, words = close_two(), close_two()
    assert rested.opens()
    words.by("alex", "TouchTonightIntent", touch="words")
    assert rested.asks(HAND).words == words.asks(HAND).words


def what_is_drawn_is_only_opened() -> None:
    two = close_two()
    drawn = 0
    for _ in range(60):
        two.wait(24 * 3600)
        two.sessions.clear()
        offered = two.say("ExerciseIntent", {"company": "together", "theme": "near"})
        drawn += any(map(height, offered.keys))
    assert drawn, "none with touch was ever drawn"


def where_nothing_is_kept_there_is_no_touch() -> None:
    two = close_two()
    kept = two.household()
    two.store = MemoryStore()
    with two.store.visit(US) as home:
        home.keep(kept)
    two.watchers.clear()
    assert not two.opens(HAND)


def another_moment_is_offered_only_while_there_is_room() -> None:
    two = close_two()
    two.chance = Last()
    two.sessions.clear()
    assert any(map(height, two.say("SmallMomentIntent", {"place": "table"}).keys)), "none was offered"
    two.say("TouchTonightIntent", {"touch": "words"})
    two.sessions.clear()
    assert not any(map(height, two.say("SmallMomentIntent", {"place": "table"}).keys))
    two.sessions.clear()
    assert not any(map(height, two.say("DidYouKnowIntent").keys))


class Last:
    """Always the last of all: what comes one time in four comes now."""

    def pick(self, count: int) -> int:
        return count - 1


def an_unknown_voice_is_over_at_four_as_well() -> None:
    two = close_two()
    two.say("TouchTonightIntent", {"touch": "words"})
    assert not two.opens(HAND)
    two.wait(24 * 3600)
    assert two.on_a_day_for_touch().opens(HAND)


def what_begins_with_a_no_lifts_nothing() -> None:
    two = close_two()
    two.watchers.clear()
    two.by("sam", "TouchTonightIntent", touch="words")
    two.say("WhoIntent", {"name": "sam"})
    two.say("TouchTonightIntent", {"touch": Slot("no kisses", "hug")})
    assert not two.opens(HAND)


def a_wish_for_one_alone_lifts_nothing() -> None:
    two = close_two()
    two.by("sam", "TouchTonightIntent", touch="words")
    two.by("sam", "TouchTonightIntent", touch="kiss", company="alone")
    assert not two.opens(HAND)


def said_for_both_it_lowers_for_both() -> None:
    two = close_two()
    two.by("sam", "TouchTonightIntent", touch="words", company="together")
    two.by("sam", "TouchTonightIntent", touch="kiss")
    assert not two.opens(HAND)


def pausing_everything_pauses_touch() -> None:
    two = close_two()
    two.say("PauseEverythingIntent")
    assert not two.opens(HAND)
