"""Who has the children, told while a booking is made or a reminder offered: nothing of it is lost."""

from __future__ import annotations

import pytest

from skill.domain.alone_time.expectations import WhoseTime
from skill.domain.partner import Partner
from skill.domain.reply import Ask
from tests.conversations.alone_time.alone_room import House, asked, keys


@pytest.fixture
def house() -> House:
    return House()


@pytest.mark.parametrize(
    ("slots", "cover"),
    [
        ({"role": "other"}, "other"),
        ({}, "other"),
        ({"helper": "grandma"}, "grandma"),
        ({"name": "tom"}, "someone"),
    ],
)
@pytest.mark.parametrize("missing", ["day", "time", "length", "name"])
def test_it_is_part_of_the_booking_and_the_question_stands(
    house: House, missing: str, slots: dict[str, str], cover: str
):
    question = asked(house.book(**{missing: ""}))
    reply = house.say("CoverIntent", **slots)
    assert keys(reply)[0] == "cover.kind"
    assert asked(reply) == question
    house.say("WhenIntent" if missing != "name" else "NameIntent", **_answer(missing))
    assert [b.cover for b in house.booked] == [cover]


def _answer(missing: str) -> dict[str, str]:
    return {missing: {"day": "2026-11-28", "time": "10:00", "length": "PT1H", "name": "sam"}[missing]}


def test_where_one_of_the_two_has_them_it_is_the_others_time(house: House):
    house.say("WhoIntent", name="sam")
    house.progress = House().progress
    house.say("BookAloneTimeIntent", day="2026-11-28", time="10:00", length="PT1H")
    assert asked(house.say("CoverIntent", name="sam")) == "offer_reminder"
    assert [(b.whose, b.cover) for b in house.booked] == [(Partner.SECOND, "other")]


def test_whoever_says_my_husband_has_them_is_asked_for_their_own_name(house: House):
    house.book(name="")
    reply = house.say("CoverIntent", role="other")
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, WhoseTime)
    assert reply.state.form == "mine"


def test_the_one_who_goes_does_not_cover_and_the_booking_waits(house: House):
    house.say("WhoIntent", name="sam")
    house.book(time="")
    reply = house.say("CoverIntent")
    assert keys(reply)[0] == "cover.who_goes"
    assert asked(reply) == "which_time"
    house.say("WhenIntent", time="10:00")
    assert [b.cover for b in house.booked] == [""]


def test_both_away_at_once_is_not_mended_by_one_of_the_two(house: House):
    house.book()
    assert asked(house.book(name="alex")) == "clash"
    assert asked(house.say("CoverIntent", role="other")) == "clash"
    assert asked(house.say("CoverIntent", helper="grandma")) == "offer_reminder"
    assert [b.cover for b in house.booked] == ["", "grandma"]


def test_where_nothing_is_booked_a_kind_word_keeps_the_offer(house: House):
    house.say("NextAloneTimeIntent")
    reply = house.say("CoverIntent")
    assert keys(reply)[0] == "cover.kind"
    assert asked(reply) == "offer_booking"


@pytest.mark.parametrize(
    ("slots", "cover"), [({"role": "other"}, "other"), ({"helper": "grandma"}, "grandma")]
)
def test_at_the_offer_of_a_reminder_the_one_just_booked_is_covered_and_the_offer_stands(
    house: House, slots: dict[str, str], cover: str
):
    house.book()
    house.no()
    assert asked(house.say("RemindMeIntent")) == "offer_reminder"
    house.no()
    house.say("RemindMeIntent")
    assert asked(house.say("CoverIntent", **slots)) == "offer_reminder"
    assert [b.cover for b in house.booked] == [cover]
    house.yes()
    assert len(house.device.there) == 1


def test_at_the_offer_of_a_reminder_the_one_who_goes_does_not_cover(house: House):
    house.say("WhoIntent", name="sam")
    house.book()
    reply = house.say("CoverIntent")
    assert keys(reply)[0] == "cover.who_goes"
    assert asked(reply) == "offer_reminder"
    assert house.booked[0].cover == ""
    assert asked(house.say("CoverIntent", helper="aunt")) == "offer_reminder"
    assert house.booked[0].cover == "aunt"
