from __future__ import annotations

from datetime import timedelta

import pytest

from skill.domain.household import Household
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Close
from skill.domain.support import SupportList
from tests.conversations.alone_time.alone_room import KeepingStore, asked, keys, words
from tests.conversations.asking_house import AskingHouse

KINDS = ["emergency", "perinatal", "crisis", "home"]


@pytest.fixture
def house() -> AskingHouse:
    return AskingHouse()


@pytest.mark.parametrize("kind", KINDS)
def test_one_kind_asked_for_is_said_once_and_leaves_nothing(house: AskingHouse, kind: str):
    house.say("WhoseTurnIntent")
    house.progress = Progress()
    before = house.household
    reply = house.say("SupportIntent", help=kind)
    assert isinstance(reply, Close)
    assert not reply.permission_card
    assert keys(reply)[0].startswith(f"support.{kind}")
    assert house.household == before


def test_the_whole_list_leaves_nothing_either(house: AskingHouse):
    house.say("WhoseTurnIntent")
    house.progress = Progress()
    before = house.household
    assert asked(house.say("SupportIntent")) == "support"
    assert house.household == before


def test_a_kind_that_nobody_knows_is_not_understood(house: AskingHouse):
    reply = house.say("SupportIntent", help="plumbing")
    assert keys(reply)[0].startswith("misheard.")


def test_the_list_is_the_one_of_the_country_that_was_said(house: AskingHouse):
    house.say("CountryIntent", country="IE")
    reply = house.say("SupportIntent")
    assert isinstance(reply, Ask)
    assert reply.state == SupportList("IE")
    assert "1800 341 900" in words(reply)


def test_the_country_of_the_device_counts_until_one_is_said(house: AskingHouse):
    house.settings.zone = "Australia/Sydney"
    house.say("CheckInIntent")
    house.progress = Progress()
    assert house.say("SupportIntent").state == SupportList("AU")  # type: ignore[union-attr]  # it asks


@pytest.mark.parametrize("country", ["XX", "../GB", "PT"])
def test_a_country_that_is_not_listed_is_not_kept(house: AskingHouse, country: str):
    house.say("CountryIntent", country=country)
    assert house.household.country is None


def test_a_country_with_one_zone_gives_the_clock_only_where_none_is_known(house: AskingHouse):
    house.settings.zone = None
    house.say("CountryIntent", country="IN")
    assert house.household.zone
    assert house.household.zone.name == "Asia/Kolkata"
    house.say("CountryIntent", country="IE")
    assert house.household.zone.name == "Asia/Kolkata"


def test_a_country_with_several_zones_gives_none(house: AskingHouse):
    house.settings.zone = None
    house.say("CountryIntent", country="US")
    assert house.household.zone is None


def test_everybody_hears_of_the_list_from_the_second_day_on_and_then_once_in_thirty_days(house: AskingHouse):
    named = []
    for _ in range(65):
        named.append("support.named" in keys(house.say("CheckInIntent")))
        house.progress = Progress()
        house.later(days=1)
    assert [day for day, said in enumerate(named) if said] == [1, 31, 61]


def test_it_is_named_once_a_month_for_the_household_wherever_it_is(house: AskingHouse):
    house.open()
    house.later(days=1)
    assert "support.named" in keys(house.open())
    assert "support.named" not in keys(house.say("CheckInIntent"))
    assert house.household.support_named_on == (house.now - timedelta(hours=4)).date()


def test_nothing_is_named_unasked_while_everything_is_paused(house: AskingHouse):
    house.open()
    house.say("PauseEverythingIntent")
    house.later(days=1)
    assert "support.named" not in keys(house.open())


def test_a_pause_of_touch_alone_silences_no_mention(house: AskingHouse):
    house.open()
    house.say("PauseTouchIntent")
    house.later(days=1)
    assert "support.named" in keys(house.open())


def test_where_nothing_is_kept_no_month_can_be_counted():
    house = AskingHouse(store=type("Forgetful", (KeepingStore,), {"keeps": False})())
    house.open()
    house.later(days=1)
    assert "support.named" not in keys(house.open())
    assert isinstance(house.household, Household)
