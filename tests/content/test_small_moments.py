"""Small moments: ten seconds, tied to a place, and touch only ever as an offer that can be let pass."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

import msgspec
import pytest

from skill.content.files import json_files, read
from skill.domain.exercise.exercise import Hands
from tests.content.wording import ENGLISH, faults
from tests.voice_rules import count

FOLDER = ENGLISH / "small_moments"
LONGEST = 30
LEAST_A_PLACE = 10
OFFER = re.compile(r"If [^,.]*\bboth\b[^,.]*, (?:a|one|two|palm|shoulder)\b")
CONTACT = re.compile(r"\b(?:hug|kiss|cuddle|lean on|squeeze|stroke|touch(?:ing)?|palm|high five|shoulder)\b")


class Moment(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A row, as it stands in the file of its place."""

    id: str
    place: Literal["table", "sink", "door", "bedtime", "cot", "anywhere"]
    touch: Literal["none", "hand", "hug", "kiss"]
    works_with: list[Hands]
    alone: bool
    text: str


BY_PLACE = {file.stem: read(file, list[Moment]) for file in json_files(FOLDER)}
MOMENTS = [moment for rows in BY_PLACE.values() for moment in rows]
QUIET = [moment for moment in MOMENTS if moment.touch == "none"]
OFFERED = [moment for moment in MOMENTS if moment.touch != "none"]
each = pytest.mark.parametrize("moment", MOMENTS, ids=lambda m: m.id)
each_offered = pytest.mark.parametrize("moment", OFFERED, ids=lambda m: m.id)


def test_there_are_sixty_and_forty_of_them_need_no_touch():
    assert len(MOMENTS) >= 60
    assert len(QUIET) >= 40
    assert len(QUIET) > 2 * len(OFFERED)


def test_every_place_has_ten_in_a_file_of_its_own():
    assert set(BY_PLACE) == {"table", "sink", "door", "bedtime", "cot", "anywhere"}
    assert all(moment.place == place for place, rows in BY_PLACE.items() for moment in rows)
    assert all(len(rows) >= LEAST_A_PLACE for rows in BY_PLACE.values())


@pytest.mark.parametrize("place", BY_PLACE)
@pytest.mark.parametrize("hands", Hands)
def test_everywhere_whatever_the_hands_hold_there_is_one_to_do_alone(place: str, hands: Hands):
    assert any(moment.alone and hands in moment.works_with for moment in QUIET if moment.place == place)


def test_ids_and_words_are_not_shared_and_an_id_begins_with_its_place():
    assert max(Counter(moment.id for moment in MOMENTS).values()) == 1
    assert max(Counter(moment.text for moment in MOMENTS).values()) == 1
    assert all(re.fullmatch(rf"{moment.place}-\d\d", moment.id) for moment in MOMENTS)


@each
def test_it_is_short_asks_nothing_and_is_fit_for_everybody_in_the_room(moment: Moment):
    assert count(moment.text) <= LONGEST
    assert "?" not in moment.text
    assert faults(moment.text) == []


@each
def test_it_says_what_hands_it_works_with_each_once(moment: Moment):
    assert moment.works_with
    assert len(set(moment.works_with)) == len(moment.works_with)


@each_offered
def test_touch_is_an_offer_to_both_that_can_be_let_pass_and_nothing_follows(moment: Moment):
    assert OFFER.match(moment.text)
    assert re.search(r"let it pass|[Ll]etting it pass", moment.text)
    assert moment.text.endswith("nothing follows.")


@each_offered
def test_touch_needs_two_in_reach_and_a_hug_or_a_kiss_no_baby_in_arms(moment: Moment):
    assert not moment.alone
    assert Hands.ACROSS not in moment.works_with
    assert moment.touch == "hand" or Hands.BABY not in moment.works_with


@pytest.mark.parametrize("moment", QUIET, ids=lambda m: m.id)
def test_one_without_touch_speaks_of_none(moment: Moment):
    assert not CONTACT.search(moment.text.casefold())


@each_offered
def test_the_kind_of_touch_is_the_one_the_words_offer(moment: Moment):
    words = moment.text.casefold()
    kind = "kiss" if "kiss" in words else "hug" if re.search(r"\bhug\b|shoulder against", words) else "hand"
    assert moment.touch == kind
