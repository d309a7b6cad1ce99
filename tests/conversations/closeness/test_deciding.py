from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from skill.domain.closeness.expectations import StillPaused, WhoSays
from skill.domain.ladder import Rung
from skill.domain.partner import Partner
from skill.domain.reply import Ask, Close
from skill.domain.turn import Kind, Slot
from skill.domain.voice import mark
from skill.domain.welcome import Menu
from tests.conversations.closeness.closeness_house import closeness, house, household, keys, room, says
from tests.house import LIBRARY, House, spoken
from tests.voice_rules import count

BOTH = (Partner.FIRST, Partner.SECOND)


@pytest.mark.parametrize("order", [BOTH, BOTH[::-1]])
def test_it_takes_each_of_the_two_and_starts_at_words(order: tuple[Partner, ...]):
    here = house()
    assert keys(says(here, order[0], "WantThisIntent")) == ("deciding.one",)
    assert not closeness(here).decided
    assert keys(says(here, order[1], "WantThisIntent")) == ("deciding.both",)
    assert closeness(here).decided
    assert room(here) is Rung.WORDS


def test_the_same_one_twice_is_one():
    here = house()
    for _ in range(3):
        assert keys(says(here, Partner.FIRST, "WantThisIntent")) == ("deciding.one",)
    assert not closeness(here).decided


def test_an_unknown_voice_is_asked_who_and_counts_once_it_is_known():
    here = house()
    asked = says(here, None, "WantThisIntent")
    assert isinstance(asked, Ask)
    assert isinstance(asked.state, WhoSays)
    assert closeness(here).wanted == {}
    here.take("NameIntent", {"name": Slot("alex")})
    assert set(closeness(here).wanted) == {Partner.SECOND}


@pytest.mark.parametrize(
    "intent",
    ["AMAZON.YesIntent", "AMAZON.NoIntent", "SkipIntent", "WantThisIntent", "ExerciseIntent", "KeepIntent"],
)
def test_anything_but_a_name_counts_for_nobody(intent: str):
    here = house()
    says(here, None, "WantThisIntent")
    here.take(intent, {"company": Slot("both of us", "together")} if intent == "ExerciseIntent" else {})
    assert closeness(here).wanted == {}


@pytest.mark.parametrize("intent", ["KeepIntent", "TellEachOtherIntent", "WantThisIntent"])
def test_both_of_us_is_asked_for_one_name_again(intent: str):
    here = house()
    says(here, None, "WantThisIntent")
    again = here.take(intent)
    assert isinstance(again, Ask)
    assert isinstance(again.state, WhoSays)


@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("WhoseIntent", {"whose": "me"}),
        ("WhoseIntent", {"whose": "partner"}),
        ("WhichOfUsIntent", {"which": "same"}),
        ("WhichOfUsIntent", {"which": "both"}),
    ],
)
@pytest.mark.parametrize("wish", ["WantThisIntent", "MoreIntent"])
def test_me_again_and_both_are_asked_for_a_first_name_and_count_for_nobody(
    intent: str, slots: dict[str, str], wish: str
):
    here = house() if wish == "WantThisIntent" else house(Rung.HAND)
    says(here, Partner.FIRST, wish)
    says(here, None, wish)
    before = closeness(here)
    reply = here.take(intent, {name: Slot(said, said) for name, said in slots.items()})
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, WhoSays)
    assert not any(key.startswith("misheard") for key in keys(reply)), "it was heard"
    assert closeness(here) == before


def test_its_me_is_enough_of_a_voice_that_is_known():
    here = house()
    with here.store.visit("us") as home:
        home.keep(home.household.linking(Partner.SECOND, mark("a voice")))
    says(here, None, "WantThisIntent")
    here.take("WhoseIntent", {"whose": Slot("me", "me")}, person="a voice")
    assert set(closeness(here).wanted) == {Partner.SECOND}


def test_neither_of_us_leaves_it_for_later():
    here = house()
    says(here, None, "WantThisIntent")
    assert keys(here.take("WhichOfUsIntent", {"which": Slot("neither", "nobody")})) == ("who_says.later",)
    assert closeness(here).wanted == {}


def test_a_third_name_counts_for_nobody():
    here = house()
    says(here, None, "WantThisIntent")
    assert keys(here.take("NameIntent", {"name": Slot("robin")}))[0] == "whose.third"
    assert closeness(here).wanted == {}


def test_one_voice_under_two_names_is_one_person():
    here = house()
    says(here, Partner.FIRST, "WantThisIntent", person="a voice")
    assert keys(says(here, Partner.SECOND, "WantThisIntent", person="a voice")) == ("deciding.one",)
    assert not closeness(here).decided


@pytest.mark.parametrize("who", [None, *BOTH])
def test_anyone_pauses_everything_at_once_and_leaves_no_trace_of_who(who: Partner | None):
    here = house(Rung.HUG)
    assert keys(says(here, who, "PauseTouchIntent")) == ("deciding.paused",)
    assert room(here) is Rung.WORDS
    other = house(Rung.HUG)
    says(other, None, "PauseTouchIntent")
    assert closeness(here) == closeness(other)


@pytest.mark.parametrize("slots", [{"length": "P2W"}, {"day": "2026-12-07"}, {"through": "2026-12-06"}])
def test_a_pause_with_a_length_reads_it_back_and_opens_nothing_when_it_is_over(slots: dict[str, str]):
    here = house(Rung.HUG)
    reply = says(here, None, "PauseTouchIntent", slots)
    assert keys(reply) == ("deciding.paused_until",)
    assert "Monday the 7th of December" in spoken(reply)
    here.now += timedelta(days=14)
    assert room(here) is Rung.WORDS
    assert not closeness(here).decided


@pytest.mark.parametrize("slots", [{"length": "PT2H"}, {"day": "2026-11-23"}, {"day": "2026-11-24"}])
def test_a_pause_for_today_is_words_for_today_and_takes_nobodys_word_back(slots: dict[str, str]):
    here = house(Rung.HUG)
    assert keys(says(here, None, "PauseTouchIntent", slots))[0] == "tonight.touched_out"
    assert room(here) is Rung.WORDS
    assert closeness(here).decided


def test_no_touch_today_is_heard_as_words_only_today():
    here = house(Rung.HUG)
    assert keys(says(here, None, "PauseTouchIntent", {"through": "2026-11-23"}))[0] == "tonight.noted"
    assert room(here) is Rung.WORDS
    assert closeness(here).decided


@pytest.mark.parametrize("slots", [{"through": "2026-11-24"}, {"day": "2026-11-25"}, {"length": "PT2H"}])
def test_after_midnight_a_pause_for_tonight_takes_nobodys_word_back(slots: dict[str, str]):
    here = house(Rung.HUG)
    here.now = datetime(2026, 11, 24, 2, 30, tzinfo=UTC)
    says(here, None, "PauseTouchIntent", slots)
    assert room(here) is Rung.WORDS
    assert closeness(here).decided


def test_the_others_shorter_pause_sounds_as_if_there_were_none_before_and_changes_nothing():
    here, paused = house(Rung.HUG), house(Rung.HUG)
    says(paused, Partner.FIRST, "PauseTouchIntent", {"length": "P60D"})
    before = closeness(paused)
    heard = [says(each, Partner.SECOND, "PauseTouchIntent", {"length": "P2D"}) for each in (here, paused)]
    assert spoken(heard[0]) == spoken(heard[1])
    assert closeness(paused) == before


def test_pausing_touch_leaves_a_pause_of_everything_as_it_is():
    here = house(Rung.HUG)
    says(here, None, "PauseEverythingIntent")
    here.now += timedelta(days=1)
    says(here, None, "PauseTouchIntent")
    assert not household(here).offers_by_itself


def test_a_long_pause_of_everything_is_not_asked_about_before_it_is_over():
    here = house(Rung.HUG)
    _opened(here)
    says(here, None, "PauseEverythingIntent", {"length": "P60D"})
    here.now += timedelta(days=59)
    assert isinstance(_opened(here).state, Menu)
    here.now += timedelta(days=1)
    assert isinstance(_opened(here).state, StillPaused)


def test_a_pause_ends_when_each_has_said_so_again_and_goes_on_where_it_was():
    here = house(Rung.HUG)
    says(here, Partner.FIRST, "PauseTouchIntent")
    assert keys(says(here, Partner.FIRST, "WantThisIntent")) == ("deciding.one",)
    assert room(here) is Rung.WORDS
    assert keys(says(here, Partner.SECOND, "WantThisIntent")) == ("deciding.both_again",)
    assert room(here) is Rung.HUG


def test_once_decided_saying_it_again_names_the_step_and_asks_nobody_who_they_are():
    here = house(Rung.HAND)
    assert keys(says(here, None, "WantThisIntent")) == ("ladder.where",)


def test_where_nothing_is_kept_nobodys_word_is_taken():
    here = House()
    here.take("WhoIntent", {"name": Slot("sam")})
    assert keys(here.take("WantThisIntent"))[0] == "deciding.cannot_keep"
    assert closeness(here).wanted == {}


def _opened(here: House) -> Ask:
    reply = here.take("", kind=Kind.LAUNCH)
    assert isinstance(reply, Ask)
    return reply


def test_a_pause_is_asked_about_once_in_thirty_days_and_no_answer_changes_it():
    here = house(Rung.HUG)
    _opened(here)
    says(here, None, "PauseTouchIntent")
    asked = []
    for answer in ("AMAZON.YesIntent", "AMAZON.NoIntent", "CheckInIntent"):
        here.now += timedelta(days=29)
        asked.append(type(_opened(here).state))
        here.now += timedelta(days=1)
        asked.append(type(_opened(here).state))
        assert isinstance(here.take(answer), Ask)
        assert not closeness(here).decided
        assert isinstance(_opened(here).state, Menu)
    assert asked == [Menu, StillPaused] * 3


def test_nobody_who_has_not_paused_is_asked():
    here = house(Rung.HUG)
    _opened(here)
    here.now += timedelta(days=400)
    assert isinstance(_opened(here).state, Menu)


def test_the_welcome_that_asks_is_as_short_as_any_other_second_welcome():
    first = min(count(LIBRARY.phrase("en-US", "welcome.first", v)) for v in range(3))
    back = max(count(LIBRARY.phrase("en-US", "welcome.back", v)) for v in range(3))
    asks = count(LIBRARY.phrase("en-US", "still_paused.question"))
    assert back + asks < (first + count(LIBRARY.phrase("en-US", "menu.question"))) / 2


def test_who_says_so_in_a_conversation_is_learned_by_a_first_name():
    here = House(store=house().store)
    says(here, None, "WantThisIntent")
    assert isinstance(here.take("WhoIntent", {"name": Slot("sam")}), Close)
    assert household(here).name(Partner.FIRST) == "Sam"
