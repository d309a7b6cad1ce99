from __future__ import annotations

from datetime import timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from skill.domain.closeness.consent import FirstIn
from skill.domain.exercise.choice import Wish
from skill.domain.exercise.exercise import Company, Theme
from skill.domain.exercise.expectations import Offering
from skill.domain.ladder import Rung
from skill.domain.partner import Partner
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Close
from skill.domain.turn import Slot
from tests.conversations.closeness.closeness_house import closeness, house, keys, room, says
from tests.house import House

SAM, ALEX = Partner
TOUCH = ("words", "near", "hand", "hug", "kiss")


def _tonight(here: House, who: Partner | None, touch: str, **slots: str) -> tuple[str, ...]:
    return keys(says(here, who, "TouchTonightIntent", {"touch": touch, **slots}))


def test_the_lower_rules_until_four():
    here = house(Rung.KISS)
    _tonight(here, SAM, "hug")
    assert room(here) is Rung.HUG
    _tonight(here, ALEX, "words")
    assert room(here) is Rung.WORDS
    _tonight(here, ALEX, "hand")
    assert room(here) is Rung.HAND
    here.now += timedelta(days=1)
    says(here, None, "WhereAreWeIntent")
    assert closeness(here).tonight == {}


@pytest.mark.parametrize("touch", TOUCH)
@pytest.mark.parametrize("who", [None, *Partner])
def test_whatever_is_said_by_whomever_the_reply_is_the_same(who: Partner | None, touch: str):
    assert _tonight(house(Rung.HUG), who, touch) == ("tonight.noted",)


def test_an_unknown_voice_lowers_and_never_lifts():
    here = house(Rung.KISS)
    _tonight(here, SAM, "hand")
    _tonight(here, None, "hug")
    assert room(here) is Rung.HAND
    _tonight(here, None, "words")
    _tonight(here, SAM, "hug")
    assert room(here) is Rung.WORDS


def test_said_for_both_it_lowers_for_the_one_who_has_not_spoken():
    here = house(Rung.KISS)
    _tonight(here, ALEX, "hand", company="together")
    assert room(here) is Rung.HAND
    _tonight(here, ALEX, "hug")
    assert room(here) is Rung.HAND


@pytest.mark.parametrize("who", [None, *Partner])
def test_touched_out_is_words_for_today_and_offers_minutes_for_one_alone(who: Partner | None):
    here = house(Rung.KISS)
    reply = says(here, who, "TouchedOutIntent")
    assert isinstance(reply, Ask)
    assert reply.state == Offering(Wish(theme=Theme.SPACE, company=Company.ALONE))
    assert room(here) is Rung.WORDS
    begun = here.take("AMAZON.YesIntent")
    assert isinstance(begun, Ask)


def test_touched_out_in_place_of_an_answer_is_heard_and_not_kept():
    here = house(Rung.KISS)
    here.take("CheckInIntent")
    here.take("KeepIntent")
    here.take("NameIntent", {"name": Slot("sam")})
    assert keys(here.take("TouchedOutIntent"))[0] == "tonight.touched_out"
    assert room(here) is Rung.WORDS


def test_two_people_on_two_devices_in_one_second_are_both_heard():
    here = house(Rung.KISS)
    on_the_other = House(store=here.store, now=here.now)
    here.take("WhoIntent", {"name": Slot("sam")})
    on_the_other.take("WhoIntent", {"name": Slot("alex")})
    here.take("TouchTonightIntent", {"touch": Slot("a hug", "hug")})
    on_the_other.take("TouchTonightIntent", {"touch": Slot("words", "words")})
    assert {each.most for each in closeness(here).tonight.values()} == {Rung.HUG, Rung.WORDS}
    assert room(here) is Rung.WORDS


@pytest.mark.parametrize("most", ["hand", "hug", "kiss"])
def test_what_is_wished_for_one_alone_never_lifts_what_stands(most: str):
    here = house(Rung.KISS)
    _tonight(here, SAM, "words")
    _tonight(here, SAM, most, company="alone")
    assert room(here) is Rung.WORDS


def test_for_one_alone_it_lowers_what_stands():
    here = house(Rung.KISS)
    _tonight(here, SAM, "hug")
    _tonight(here, SAM, "words", company="alone")
    assert room(here) is Rung.WORDS


def test_a_question_that_was_open_stays_open():
    here = house()
    asked = here.take("CheckInIntent")
    again = here.take("TouchTonightIntent", {"touch": Slot("words", "words")})
    assert isinstance(asked, Ask)
    assert isinstance(again, Ask)
    assert again.state == asked.state


def test_what_is_not_one_of_them_is_not_guessed():
    here = house(Rung.HUG)
    before = closeness(here)
    assert keys(says(here, SAM, "TouchTonightIntent", {"touch": "a walk"}))[0].startswith("misheard")
    assert closeness(here) == before


@pytest.mark.parametrize(
    "intent", ["TouchTonightIntent", "LessIntent", "PauseTouchIntent", "WhereAreWeIntent"]
)
def test_said_where_a_yes_to_touch_is_expected_the_yes_is_not_asked_for_again(intent: str):
    here = house(Rung.HUG)
    opened = here.take("ExerciseIntent", {"exercise": Slot("hand in hand", "P01")})
    assert isinstance(opened, Ask)
    assert isinstance(opened.state, FirstIn)
    assert isinstance(here.take(intent, {"touch": Slot("words", "words")}), Close)


SENTENCES = (
    "LessIntent",
    "MoreIntent",
    "TouchTonightIntent",
    "TouchedOutIntent",
    "WantThisIntent",
    "WhereAreWeIntent",
    "CheckInIntent",
    "AMAZON.HelpIntent",
    "AMAZON.NoIntent",
    "AMAZON.RepeatIntent",
    "AMAZON.YesIntent",
    "SkipIntent",
)
said = st.lists(
    st.tuples(st.sampled_from([None, Partner.FIRST]), st.sampled_from(SENTENCES), st.sampled_from(TOUCH)),
    max_size=6,
)


@given(st.sampled_from(Rung), st.sampled_from(TOUCH), st.sampled_from(TOUCH), said)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_one_of_them_hears_does_not_tell_what_the_other_said_for_today(
    rung: Rung, one: str, another: str, turns: list[tuple[Partner | None, str, str]]
):
    heard = []
    for theirs in (one, another):
        here = house(rung)
        _tonight(here, Partner.SECOND, theirs)
        here.progress = Progress()
        heard.append([_reply(here, *turn) for turn in turns])
    assert heard[0] == heard[1]


def _reply(here: House, who: Partner | None, intent: str, touch: str) -> tuple[str, ...]:
    if who is not None:
        here.take("WhoIntent", {"name": Slot("sam")})
    return keys(here.take(intent, {"touch": Slot(touch, touch)} if intent == "TouchTonightIntent" else {}))
