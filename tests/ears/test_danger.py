from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.domain.ports import Distress
from skill.ears.danger import distress, phrases

SAID = Path(__file__).parent / "danger"


def _sentences(name: str) -> list[str]:
    return (SAID / f"{name}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("words", _sentences("danger"))
def test_first_person_danger_is_heard(words: str) -> None:
    assert distress(words, phrases()) is Distress.DANGER


@pytest.mark.parametrize("words", _sentences("fear"))
def test_fear_of_the_partner_is_heard(words: str) -> None:
    assert distress(words, phrases()) is Distress.FEAR


@pytest.mark.parametrize("words", _sentences("neither"))
def test_idioms_and_daily_life_raise_no_alarm(words: str) -> None:
    assert distress(words, phrases()) is None


@pytest.mark.parametrize("words", [each for each in _sentences("danger") if len(each.split()) > 3])
def test_danger_is_heard_inside_an_answer_that_is_longer(words: str) -> None:
    assert (
        distress(f"what I noticed this week, um, is the garden and {words}, you know", phrases())
        is Distress.DANGER
    )


@pytest.mark.parametrize("words", _sentences("danger"))
def test_danger_is_heard_in_capitals_and_without_apostrophes(words: str) -> None:
    assert distress(words.upper().replace("'", "") + "!", phrases()) is Distress.DANGER


@pytest.mark.parametrize("words", [each for each in _sentences("fear") if len(each.split()) > 3])
def test_fear_is_never_answered_loudly_inside_an_answer_that_is_longer(words: str) -> None:
    assert distress(f"what I noticed this week, um, is the garden and {words}, you know", phrases()) in {
        None,
        Distress.FEAR,
    }


@pytest.mark.parametrize("words", _sentences("fear"))
def test_fear_is_never_answered_loudly_in_capitals_and_without_apostrophes(words: str) -> None:
    assert distress(words.upper().replace("'", "") + "!", phrases()) in {None, Distress.FEAR}


def test_a_partner_who_does_not_hurt_raises_no_alarm() -> None:
    assert distress("he'd never hurt the baby", phrases()) is None


def test_what_is_faint_danger_alone_is_fear_beside_fear() -> None:
    assert distress("call the police", phrases()) is Distress.DANGER
    assert distress("he hits me call the police", phrases()) is Distress.FEAR


def test_what_i_might_do_is_mine_when_he_was_named_before() -> None:
    assert distress("he cries and i might hurt him", phrases()) is Distress.DANGER


def test_danger_goes_before_fear() -> None:
    assert distress("i'm scared of him and i want to die", phrases()) is Distress.DANGER


def test_a_no_before_it_does_not_take_danger_back() -> None:
    assert distress("no i want to die", phrases()) is Distress.DANGER


def test_an_idiom_does_not_cover_danger_beside_it() -> None:
    assert distress("i'm dying for a coffee and i want to die", phrases()) is Distress.DANGER


def test_the_lists_are_long_enough_to_mean_something() -> None:
    counts = {name: len(set(_sentences(name))) for name in ("danger", "fear", "neither")}
    assert counts["danger"] >= 60
    assert counts["fear"] >= 60
    assert counts["neither"] >= 120


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_no_text_makes_it_stumble(words: str) -> None:
    assert distress(words, phrases()) in {None, *Distress}


def test_long_text_is_read_to_its_end() -> None:
    assert distress("and we laughed " * 5000 + "i want to die", phrases()) is Distress.DANGER
