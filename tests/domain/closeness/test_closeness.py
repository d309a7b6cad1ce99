"""Both decide, slowly: what each said for themselves, and the lower rules."""

from __future__ import annotations

from datetime import date, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given
from msgspec.structs import replace

from skill.domain.closeness.closeness import Closeness, is_words_day
from skill.domain.household import Household
from skill.domain.ladder import Rung, Touch, lowest
from skill.domain.partner import Partner

DAY = date(2026, 11, 23)
HOUSE = next(f"house {n}" for n in range(99) if not is_words_day(f"house {n}", DAY))
BOTH = Closeness().wanting(Partner.FIRST, None).wanting(Partner.SECOND, None)
rungs = st.sampled_from(Rung)
partners = st.sampled_from(Partner)


def at(rung: Rung) -> Closeness:
    """A household that both decided, this far up the ladder."""
    closeness = BOTH
    for _ in range(rung.height):
        closeness = closeness.asking_for_more(Partner.FIRST, None).asking_for_more(Partner.SECOND, None)
    return closeness


def test_the_ladder_starts_at_words_and_ends_at_a_kiss():
    assert Closeness().rung is Rung.WORDS
    assert at(Rung.KISS).rung is Rung.KISS
    assert (
        at(Rung.KISS).asking_for_more(Partner.FIRST, None).asking_for_more(Partner.SECOND, None).rung
        is Rung.KISS
    )


@pytest.mark.parametrize(
    ("touch", "rung"), [(Touch.HAND, Rung.HAND), (Touch.HUG, Rung.HUG), (Touch.KISS, Rung.KISS)]
)
def test_each_touch_needs_its_own_rung(touch: Touch, rung: Rung):
    assert rung.allows(touch)
    assert not rung.below.allows(touch)
    assert all(each.allows(Touch.NONE) for each in Rung)


@given(partners)
def test_one_alone_opens_nothing(partner: Partner):
    alone = Closeness().wanting(partner, None).wanting(partner, "another voice")
    assert not alone.decided
    assert alone.asking_for_more(partner, None) == alone
    assert alone.open(HOUSE, DAY) is Rung.WORDS


def test_one_voice_is_never_two_people():
    assert not Closeness().wanting(Partner.FIRST, "v").wanting(Partner.SECOND, "v").decided
    closeness = BOTH.asking_for_more(Partner.FIRST, "v").asking_for_more(Partner.SECOND, "v")
    assert closeness.rung is Rung.WORDS
    assert closeness.asking_for_more(Partner.SECOND, "w").rung is Rung.NEAR


def test_asking_for_more_twice_is_one_ask():
    assert BOTH.asking_for_more(Partner.FIRST, None).asking_for_more(Partner.FIRST, None).rung is Rung.WORDS


def test_one_less_lowers_it_at_once_and_forgets_who_wanted_more():
    lower = at(Rung.HUG).asking_for_more(Partner.FIRST, None).lowering()
    assert lower.rung is Rung.HAND
    assert lower.asking_for_more(Partner.SECOND, None).rung is Rung.HAND
    assert Closeness().lowering().rung is Rung.WORDS


@given(rungs, st.lists(st.tuples(st.none() | partners, rungs), max_size=6))
def test_the_lower_rules(rung: Rung, said: list[tuple[Partner | None, Rung]]):
    closeness = at(rung)
    for partner, most in said:
        closeness = closeness.preferring(partner, most, DAY)
    last = {partner: most for partner, most in said if partner is not None}
    anyone = [most for partner, most in said if partner is None]
    assert closeness.open(HOUSE, DAY) is lowest(rung, *last.values(), *anyone)


def test_an_unknown_voice_lowers_and_never_raises():
    closeness = at(Rung.KISS).preferring(Partner.FIRST, Rung.HAND, DAY)
    assert closeness.preferring(None, Rung.HUG, DAY).open(HOUSE, DAY) is Rung.HAND
    lowered = closeness.preferring(None, Rung.WORDS, DAY)
    assert lowered.preferring(None, Rung.HUG, DAY).open(HOUSE, DAY) is Rung.WORDS
    assert lowered.preferring(Partner.FIRST, Rung.HUG, DAY).open(HOUSE, DAY) is Rung.WORDS


def test_a_preference_is_for_its_day():
    closeness = at(Rung.HUG).preferring(Partner.SECOND, Rung.WORDS, DAY).preferring(None, Rung.WORDS, DAY)
    next_day = next(DAY + timedelta(n) for n in range(1, 99) if not is_words_day(HOUSE, DAY + timedelta(n)))
    assert closeness.open(HOUSE, next_day) is Rung.HUG
    assert closeness.settled(next_day) == at(Rung.HUG)
    assert closeness.settled(DAY) is closeness


def test_touch_at_rest_closes_the_day_and_no_more():
    resting = at(Rung.HUG).resting(DAY)
    assert resting.open(HOUSE, DAY) is Rung.WORDS
    assert resting.room(HOUSE, DAY) is Rung.HUG
    assert resting.settled(DAY + timedelta(1)) == at(Rung.HUG)


def test_about_one_day_in_four_is_for_words_whatever_was_said():
    days = [(f"house {n}", DAY + timedelta(d)) for n in range(40) for d in range(100)]
    drawn = [each for each in days if is_words_day(*each)]
    assert 0.22 < len(drawn) / len(days) < 0.28
    house, day = drawn[0]
    assert at(Rung.KISS).open(house, day) is Rung.WORDS


def test_a_pause_ends_only_when_both_have_said_again_that_they_want_this():
    paused = at(Rung.HUG).pausing(DAY)
    assert paused.open(HOUSE, DAY) is Rung.WORDS
    one = paused.wanting(Partner.FIRST, None)
    assert one.open(HOUSE, DAY) is Rung.WORDS
    assert one.wanting(Partner.SECOND, None).open(HOUSE, DAY) is Rung.HUG


def test_a_pause_is_asked_about_after_thirty_days_and_then_every_thirty():
    paused = BOTH.pausing(DAY)
    assert not paused.may_be_asked(DAY + timedelta(29))
    assert paused.may_be_asked(DAY + timedelta(30))
    assert not paused.asking(DAY + timedelta(30)).may_be_asked(DAY + timedelta(59))
    assert paused.asking(DAY + timedelta(30)).may_be_asked(DAY + timedelta(60))
    assert not BOTH.may_be_asked(DAY + timedelta(99))


def test_a_pause_of_a_named_length_is_asked_about_when_it_is_over_and_ends_by_nothing_but_two_words():
    week = at(Rung.HUG).pausing(DAY, DAY + timedelta(7))
    assert not week.may_be_asked(DAY + timedelta(6))
    assert week.may_be_asked(DAY + timedelta(7))
    assert week.open(HOUSE, DAY + timedelta(400)) is Rung.WORDS
    assert week.asking(DAY + timedelta(7)).asked_from == DAY + timedelta(37)
    long = at(Rung.HUG).pausing(DAY, DAY + timedelta(90))
    assert not long.may_be_asked(DAY + timedelta(89))
    again = week.wanting(Partner.FIRST, None).wanting(Partner.SECOND, None)
    assert again.pausing(DAY).asked_from == DAY + timedelta(30)


@pytest.mark.parametrize(("first", "then"), [(None, 1), (90, 7), (90, None)])
def test_nobodys_shorter_pause_has_the_other_asked_any_sooner(first: int | None, then: int | None):
    def day(days: int | None) -> date | None:
        return None if days is None else DAY + timedelta(days)

    stands = at(Rung.HUG).pausing(DAY, day(first))
    assert stands.pausing(DAY, day(then)).asked_from == stands.asked_from
    asked = stands.asking(DAY + timedelta(90))
    later = DAY + timedelta(91)
    assert asked.pausing(later, later + timedelta(1)).asked_from == asked.asked_from


def test_a_name_that_is_changed_takes_no_yes_along():
    household = replace(Household("us"), closeness=at(Rung.HUG)).naming(Partner.FIRST, "sam")
    assert household.naming(Partner.FIRST, "Sam").closeness.decided
    renamed = household.naming(Partner.FIRST, "jo")
    assert not renamed.closeness.decided
    assert renamed.closeness.open(HOUSE, DAY) is Rung.WORDS
    assert renamed.closeness.wanting(Partner.FIRST, None).rung is Rung.HUG
