from __future__ import annotations

from datetime import UTC, datetime

import pytest

from skill.domain.alone_time.nourishing import Need, WhatFeeds
from skill.domain.alone_time.reminder_offer import OfferReminder
from tests.conversations.alone_time.alone_room import LIBRARY, House, asked, keys, words


@pytest.fixture
def house() -> House:
    return House()


def _ideas(house: House) -> list[str]:
    return list(getattr(house.progress.state, "given", ()))


def test_a_chore_as_the_plan_is_met_kindly_and_asks_what_would_feed_you(house: House):
    reply = house.say("ChoreIntent", chore="laundry")
    assert asked(reply) == "alone_menu"
    assert any(LIBRARY.phrase("en-GB", "alone_menu.chore", n) in words(reply) for n in range(5))


def test_a_chore_told_while_booking_leaves_the_question_standing(house: House):
    assert asked(house.book(length="")) == "how_long"
    assert asked(house.say("ChoreIntent", chore="dishes")) == "how_long"
    house.say("WhenIntent", length="PT1H")
    assert [b.minutes for b in house.booked] == [60]


@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("IdeaIntent", {"need": "relax"}),
        ("AMAZON.NoIntent", {}),
        ("AnswerIntent", {"answer": "the boat"}),
        ("ChoreIntent", {"chore": "dishes"}),
        ("ExerciseIntent", {"theme": "calm"}),
    ],
)
def test_a_reminder_that_was_being_offered_is_offered_after_what_feeds_you(
    house: House, intent: str, slots: dict[str, str]
):
    assert asked(house.book()) == "offer_reminder"
    assert asked(house.say("ChoreIntent", chore="laundry")) == "alone_menu"
    assert asked(house.say(intent, **slots)) == "offer_reminder"
    assert not house.times.alarms
    house.yes()
    assert [a.lead for a in house.times.alarms] == [15]


@pytest.mark.parametrize("need", Need)
def test_a_need_gets_an_idea_and_another_until_it_is_enough(house: House, need: str):
    house.say("IdeaIntent")
    assert asked(house.say("IdeaIntent", need=need)) == "another_idea"
    for _ in range(9):
        house.yes()
    given = _ideas(house)
    assert len(set(given)) == len(given) == 10
    assert all(each.startswith(need) for each in given)
    assert keys(house.no()) == ["alone_menu.enough"]


def test_an_idea_is_asked_what_it_is_for(house: House):
    assert asked(house.say("IdeaIntent")) == "alone_menu"
    assert asked(house.say("IdeaIntent", need="nonsense")) == "alone_menu"


def test_an_idea_fits_into_the_time_there_is(house: House):
    assert keys(house.say("IdeaIntent", length="PT15M")) == ["alone_menu.size.15"]
    house.say("IdeaIntent", need="get_away")
    for _ in range(20):
        house.yes()
    minutes = {each.id: each.minutes for each in LIBRARY.alone_ideas}
    assert {minutes[each] for each in _ideas(house)} == {2, 15}


def test_an_idea_while_a_reminder_is_offered_fits_the_booking(house: House):
    house.book(length="PT15M")
    house.say("IdeaIntent")
    state = house.progress.state
    assert isinstance(state, WhatFeeds)
    assert state.minutes == 15
    assert isinstance(state.offer, OfferReminder)


def test_starting_small_asks_what_would_fit_into_fifteen_minutes(house: House):
    house.say("IdeaIntent")
    reply = house.say("StartSmallIntent")
    assert (keys(reply), asked(reply)) == (["alone_menu.size.15"], "alone_menu")


def test_starting_small_books_fifteen_minutes(house: House):
    reply = house.say("StartSmallIntent")
    assert (keys(reply), asked(reply)) == (["alone_menu.size.15"], "which_day")
    house.say("WhenIntent", day="2026-11-28", time="10:00")
    house.say("NameIntent", name="sam")
    assert [b.minutes for b in house.booked] == [15]


def test_starting_small_is_an_answer_to_how_long(house: House):
    house.book(length="")
    reply = house.say("StartSmallIntent")
    assert keys(reply)[0] == "alone_menu.size.15"
    assert [b.minutes for b in house.booked] == [15]


@pytest.mark.parametrize("intent", ["AMAZON.NoIntent", "SkipIntent"])
def test_no_plan_is_a_plan_too(house: House, intent: str):
    house.say("IdeaIntent")
    assert keys(house.say(intent)) == ["alone_menu.no_plan"]


def test_a_plan_of_ones_own_is_neither_kept_nor_said_again(house: House):
    house.say("IdeaIntent")
    before = house.household
    reply = house.say("AnswerIntent", answer="the little boat")
    assert keys(reply) == ["alone_menu.own_plan"]
    assert "boat" not in words(reply)
    assert house.household == before


def test_what_is_not_fit_for_a_child_is_not_answered(house: House):
    house.say("IdeaIntent")
    assert keys(house.say("AnswerIntent", answer="shit")) == ["exercise.not_this"]


def test_what_counts_is_told_and_a_chore_is_kindly_told_apart(house: House):
    assert keys(house.say("WhatCountsIntent")) == ["alone_menu.counts"]
    assert keys(house.say("WhatCountsIntent", chore="laundry")) == ["alone_menu.counts_chore"]


def test_whoever_comes_back_is_welcomed_and_owes_no_report(house: House):
    reply = house.say("WelcomeBackIntent")
    assert keys(reply) == ["alone_menu.welcome_back", "alone_menu.no_report"]


def test_whoever_is_back_to_an_exercise_goes_on_with_it(house: House):
    house.say("ExerciseIntent", company="alone")
    house.later(seconds=20)
    assert "alone_menu.welcome_back" not in keys(house.say("WelcomeBackIntent"))


def test_after_a_time_alone_today_back_is_a_welcome_even_where_an_exercise_waits():
    house = House(now=datetime(2026, 11, 28, 9, tzinfo=UTC))
    house.book()
    house.say("AMAZON.StopIntent")
    house.say("ExerciseIntent", company="alone")
    house.later(seconds=20)
    house.say("AMAZON.PauseIntent")
    house.later(hours=2)
    assert keys(house.say("WelcomeBackIntent"))[0] == "alone_menu.welcome_back"


def test_a_need_named_as_an_answer_of_the_day_is_an_answer(house: House):
    house.say("CheckInIntent")
    assert asked(house.say("AnswerIntent", answer="i'll do the dishes")) != "alone_menu"


def test_whoever_is_back_after_the_hand_over_is_welcomed_and_not_handed_over_again(house: House):
    house.say("ExerciseIntent", exercise="P28")
    house.later(seconds=20)
    house.say("AMAZON.StopIntent")
    house.later(hours=1)
    assert keys(house.say("WelcomeBackIntent"))[0] == "alone_menu.welcome_back"
