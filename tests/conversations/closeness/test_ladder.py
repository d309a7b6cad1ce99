from __future__ import annotations

import pytest

from skill.domain.closeness.expectations import WhoSays
from skill.domain.ladder import Rung
from skill.domain.partner import Partner
from skill.domain.reply import Ask
from skill.domain.turn import Slot
from tests.conversations.closeness.closeness_house import closeness, house, keys, says
from tests.house import spoken


def test_it_goes_one_step_up_when_each_has_asked_and_twice_by_one_is_once():
    here = house(Rung.WORDS)
    for _ in range(2):
        assert keys(says(here, Partner.SECOND, "MoreIntent")) == ("ladder.asked",)
    assert keys(says(here, Partner.FIRST, "MoreIntent")) == ("ladder.up",)
    assert closeness(here).rung is Rung.NEAR
    assert keys(says(here, Partner.FIRST, "MoreIntent")) == ("ladder.asked",)


def test_one_voice_under_two_names_asks_once():
    here = house(Rung.WORDS)
    says(here, Partner.FIRST, "MoreIntent", person="a voice")
    says(here, Partner.SECOND, "MoreIntent", person="a voice")
    assert closeness(here).rung is Rung.WORDS


def test_an_unknown_voice_is_asked_who():
    here = house(Rung.WORDS)
    asked = says(here, None, "MoreIntent")
    assert isinstance(asked, Ask)
    assert isinstance(asked.state, WhoSays)
    assert closeness(here).more == {}
    assert keys(here.take("NameIntent", {"name": Slot("sam")})) == ("ladder.asked",)


@pytest.mark.parametrize("who", [None, *Partner])
def test_one_less_is_thanked_for_and_holds_at_once_whoever_says_it(who: Partner | None):
    here = house(Rung.HUG)
    assert keys(says(here, who, "LessIntent")) == ("ladder.down",)
    assert closeness(here).rung is Rung.HAND


def test_at_the_top_it_is_said_kindly_that_it_goes_no_further():
    here = house(Rung.KISS)
    assert keys(says(here, Partner.FIRST, "MoreIntent")) == ("ladder.at_the_top",)
    assert closeness(here).more == {}


def test_before_both_decided_it_is_words_and_how_it_begins():
    here = house()
    for intent in ("WhereAreWeIntent", "MoreIntent"):
        assert keys(says(here, Partner.FIRST, intent)) == ("deciding.how",)
    assert "It's words now" in spoken(says(here, None, "LessIntent"))


@pytest.mark.parametrize("rung", Rung)
def test_where_are_we_says_the_same_whatever_was_said_for_today_or_asked_for(rung: Rung):
    here, other = house(rung), house(rung)
    says(other, Partner.FIRST, "TouchTonightIntent", {"touch": "words"})
    says(other, Partner.SECOND, "MoreIntent")
    assert says(here, None, "WhereAreWeIntent") == says(other, Partner.FIRST, "WhereAreWeIntent")
