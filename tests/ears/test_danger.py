from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learning.measure_danger import false_alarms, loud, recall
from learning.written import FEAR, HARMLESS, LABELS, sentences
from skill.domain.distress import Distress
from skill.ears.danger import distress, phrases, tokens
from skill.ears.danger.phrases import WORDS

SAID = Path(__file__).parent / "danger"
LOUD = set(Distress) - {Distress.FEAR}


def _sentences(name: str) -> list[str]:
    return (SAID / f"{name}.txt").read_text("utf-8").splitlines()


def _heard(words: str) -> Distress | None:
    return distress(words, phrases())


@pytest.mark.parametrize("words", _sentences("danger"))
def test_danger_is_heard(words: str) -> None:
    assert _heard(words) in LOUD


@pytest.mark.parametrize("words", _sentences("fear"))
def test_fear_of_the_partner_is_heard(words: str) -> None:
    assert _heard(words) is Distress.FEAR


@pytest.mark.parametrize("words", _sentences("neither"))
def test_idioms_and_daily_life_raise_no_alarm(words: str) -> None:
    assert _heard(words) is None


@pytest.mark.parametrize("words", [each for each in _sentences("danger") if len(each.split()) > 3])
def test_danger_is_heard_inside_an_answer_that_is_longer(words: str) -> None:
    assert _heard(f"what I noticed this week, um, is the garden and {words}, you know") in LOUD


@pytest.mark.parametrize("words", _sentences("danger"))
def test_danger_is_heard_in_capitals_and_without_apostrophes(words: str) -> None:
    assert _heard(words.upper().replace("'", "") + "!") in LOUD


@pytest.mark.parametrize("words", [each for each in _sentences("fear") if len(each.split()) > 3])
def test_fear_is_never_answered_loudly_inside_an_answer_that_is_longer(words: str) -> None:
    assert not loud(_heard(f"what I noticed this week, um, is the garden and {words}, you know"))


@pytest.mark.parametrize("words", _sentences("fear"))
def test_fear_is_never_answered_loudly_in_capitals_and_without_apostrophes(words: str) -> None:
    assert not loud(_heard(words.upper().replace("'", "") + "!"))


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("i want to die", Distress.SELF_HARM),
        ("my husband says he wants to die", Distress.FOR_ANOTHER),
        ("the baby isn't breathing", Distress.EMERGENCY),
        ("i'm going to shake him", Distress.RAGE),
        ("i keep picturing dropping the baby and i'd never do it", Distress.SCARY_THOUGHT),
        ("i hear a voice telling me to hurt the baby", Distress.PSYCHOSIS),
        ("he hits me", Distress.FEAR),
    ],
)
def test_each_danger_is_heard_as_what_it_is(words: str, about: Distress) -> None:
    assert _heard(words) is about


@pytest.mark.parametrize(
    "words",
    [
        "he hits me and i want to die",
        "he makes me want to die",
        "i'm scared of him and i wish i was dead",
        "he beats me and i'd be better off dead",
    ],
)
def test_a_wish_to_die_for_fear_of_a_partner_gets_the_quiet_close(words: str) -> None:
    assert _heard(words) is Distress.FEAR


@pytest.mark.parametrize(
    "words",
    ["he hits me and i'm going to kill myself", "i'm scared of him and i've got a plan to end my life"],
)
def test_a_plan_that_stands_by_itself_is_answered_aloud_even_beside_fear(words: str) -> None:
    assert _heard(words) is Distress.SELF_HARM


def test_a_life_in_danger_that_accuses_nobody_is_answered_aloud_even_beside_fear() -> None:
    assert _heard("i'm scared of him and the baby isn't breathing") is Distress.EMERGENCY
    assert _heard("he choked me till i couldn't breathe") is Distress.FEAR


def test_what_a_partner_threatens_to_do_to_himself_is_fear() -> None:
    assert _heard("he says he'll kill himself if i leave") is Distress.FEAR
    assert _heard("he told me to kill myself") is Distress.FEAR


def test_a_partner_who_does_not_hurt_raises_no_alarm() -> None:
    assert _heard("he'd never hurt the baby") is None


def test_a_call_for_the_police_is_fear_beside_fear_and_alone_a_call_as_any_other() -> None:
    assert _heard("call the police now") is None
    assert _heard("please can you ring the police for us") is None
    assert _heard("call the police there's a man in the house") is Distress.EMERGENCY
    assert _heard("he hits me call the police now") is Distress.FEAR


def test_what_i_might_do_is_mine_when_he_was_named_before() -> None:
    assert _heard("he cries and i might hurt him") is Distress.RAGE


def test_a_no_before_it_does_not_take_danger_back() -> None:
    assert _heard("no i want to die") is Distress.SELF_HARM


def test_an_idiom_does_not_cover_danger_beside_it() -> None:
    assert _heard("i'm dying for a coffee and i want to die") is Distress.SELF_HARM


def test_recognition_that_tears_words_apart_is_mended() -> None:
    assert tokens("i want to kill my self", phrases()) == tokens("i want to kill myself", phrases())


def test_the_lists_are_long_enough_to_mean_something() -> None:
    counts = {name: len(set(_sentences(name))) for name in ("danger", "fear", "neither")}
    assert counts["danger"] >= 60
    assert counts["fear"] >= 60
    assert counts["neither"] >= 120


def test_the_half_looked_at_is_heard_as_well_as_we_aim() -> None:
    assert recall("seen").share >= 0.95
    assert false_alarms("seen").share <= 0.02


@pytest.mark.parametrize("words", sentences("seen", "fear"))
def test_no_sentence_of_fear_is_answered_loudly(words: str) -> None:
    assert not loud(_heard(words))


def test_no_sentence_of_the_sets_stands_twice() -> None:
    said = [
        re.sub(r"'|\s(?=\s)", "", words)
        for half in ("seen", "set_aside")
        for name in (*LABELS, *FEAR, *HARMLESS)
        for words in sentences(half, name)
    ]
    assert max(Counter(said).values()) == 1


@pytest.mark.parametrize("path", sorted(WORDS.glob("*.json")), ids=lambda path: path.stem)
def test_no_pattern_is_longer_than_a_breath_or_written_twice(path: Path) -> None:
    for name, lines in json.loads(path.read_text("utf-8")).items():
        if name not in {"classes", "spelled_out", "joined"}:
            assert len(lines) == len(set(lines)), name


def test_every_pattern_can_be_read() -> None:
    known = phrases()
    for sort in [*known.sorts.values(), known.idioms, known.told]:
        for patterns in sort.values():
            patterns.read_all()


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_no_text_makes_it_stumble(words: str) -> None:
    assert _heard(words) in {None, *Distress}


def test_long_text_is_read_to_its_end() -> None:
    assert _heard("and we laughed " * 5000 + "i want to die") is Distress.SELF_HARM


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("i want to die at seven", Distress.SELF_HARM),
        ("i want to die on saturday", Distress.SELF_HARM),
        ("it's sam and i want to die", Distress.SELF_HARM),
        ("sam i want to die", Distress.SELF_HARM),
        ("i want to die sam", Distress.SELF_HARM),
        ("i want to die at seven he hits me", Distress.FEAR),
        ("my husband hits me at ten", Distress.FEAR),
        ("i shook the baby at seven", Distress.RAGE),
    ],
)
def test_what_is_said_plainly_is_heard_whatever_stands_beside_it(words: str, about: Distress) -> None:
    assert _heard(words) is about


@pytest.mark.parametrize(
    "words", ["i want to die laughing", "i want to die of embarrassment", "i don't want to die"]
)
def test_what_only_begins_so_is_let_pass(words: str) -> None:
    assert _heard(words) is None


@pytest.mark.parametrize("words", ["it's my husband", "rather not say", "he's in", "she's home"])
def test_what_is_said_every_day_and_is_all_that_is_said_closes_nothing(words: str) -> None:
    assert _heard(words) is None
