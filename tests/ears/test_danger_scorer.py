from __future__ import annotations

import json
import subprocess
import sys
from array import array
from pathlib import Path

import pytest

from learning.examples import filled
from learning.machines import REMEMBERED
from learning.written import sentences
from skill.domain.distress import BY_INTENT, Distress
from skill.ears.danger import ByPatterns, by_patterns, distress, phrases, tokens
from skill.ears.danger.features import features
from skill.ears.danger.scorer import KINDS, LOUD, Judge, Scorer, evidence, scorer
from skill.ears.listening import MODELS

HERE = Path(__file__).parent
DANGERS = set(BY_INTENT)
HARMLESS, FEAR, DANGER = range(3)
NOTHING_KNOWN, NOTHING_LEARNT = memoryview(b"").cast("I"), memoryview(b"").cast("b")
EVIDENCE = len(evidence([0.0] * len(KINDS), ByPatterns()))


def _heard(words: str) -> Distress | None:
    return distress(words, phrases())


def _convinced(of: int) -> Scorer:
    """A scorer that has learnt nothing, whose judge is certain whatever it sees."""
    rows = tuple((9.0 if row == of else 0.0, *[0.0] * (EVIDENCE - 1)) for row in range(3))
    flat = (0.0,) * len(KINDS)
    return Scorer(NOTHING_KNOWN, (NOTHING_LEARNT,) * len(KINDS), Judge(flat, flat, rows, 0.8, 0.05, ""))


def _judged(words: str, of: int) -> Distress | None:
    said = tokens(words, phrases())
    return _convinced(of).heard(said, by_patterns(said, phrases()))


@pytest.mark.parametrize("model", sorted(MODELS.glob("en-*.json")), ids=lambda path: path.stem)
def test_whatever_the_skill_can_be_asked_raises_no_alarm_but_what_is_a_cry_for_help(model: Path) -> None:
    intents = json.loads(model.read_text("utf-8"))["interactionModel"]["languageModel"]["intents"]
    wrong = [
        sample
        for intent in intents
        for sample in intent["samples"]
        if (_heard(filled(sample)) is not None) != (intent["name"] in DANGERS)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["paraphrases", "fresh_paraphrases"])
def test_no_other_wording_of_what_can_be_asked_raises_an_alarm(name: str) -> None:
    said: dict[str, list[str]] = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    assert [
        words for intent in said if intent not in DANGERS for words in said[intent] if _heard(words)
    ] == []


def test_what_is_strange_raises_no_alarm() -> None:
    strange: list[str] = json.loads((HERE / "out_of_domain.json").read_text("utf-8"))
    assert [words for words in strange if _heard(words)] == []


@pytest.mark.parametrize("words", sentences("seen", "fear_with_death_wish"))
def test_a_wish_to_die_beside_fear_closes_quietly(words: str) -> None:
    assert _heard(words) is Distress.FEAR


@pytest.mark.parametrize(
    "words",
    ["i've got a plan to end my life", "i'm going to kill myself tonight", "i took all my tablets"],
)
def test_an_act_is_answered_aloud_whatever_else_is_likely(words: str) -> None:
    assert _judged(words, HARMLESS) is Distress.SELF_HARM
    assert _judged(words, FEAR) is Distress.SELF_HARM


@pytest.mark.parametrize("words", ["help me i'm dying", "i'm dying please help", "somebody help me"])
def test_a_cry_that_is_all_that_is_said_is_an_emergency(words: str) -> None:
    assert _heard(words) is Distress.EMERGENCY
    assert _heard(f"{words} with the dishes") is None


def test_a_weak_pattern_is_taken_back_when_the_rest_sounds_harmless() -> None:
    said = tokens("he checks my phone", phrases())
    assert by_patterns(said, phrases()).answer is Distress.FEAR
    assert _judged("he checks my phone", HARMLESS) is None


def test_fear_beats_a_wish() -> None:
    assert _judged("i wish i was dead", FEAR) is Distress.FEAR


def test_half_a_likelihood_is_enough_where_a_life_is_in_danger() -> None:
    said = tokens("the baby isn't breathing", phrases())
    vital, unsure = by_patterns(said, phrases()), _convinced(DANGER)
    rows = ((0.0, *[0.0] * (EVIDENCE - 1)), (-9.0, *[0.0] * (EVIDENCE - 1)), (0.5, *[0.0] * (EVIDENCE - 1)))
    wavering = Scorer(
        NOTHING_KNOWN, unsure.weights, Judge(unsure.judge.steps, unsure.judge.biases, rows, 0.8, 0.05, "")
    )
    assert wavering.heard(said, vital) is Distress.EMERGENCY
    assert wavering.heard(said, ByPatterns()) is None


def test_what_no_pattern_knows_is_heard_as_the_danger_it_is_most_like() -> None:
    assert _judged("banana", DANGER) in LOUD
    assert _judged("banana", FEAR) is Distress.FEAR


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("i said yes so he wouldn't shout", Distress.FEAR),
        ("it's easier to give in", Distress.FEAR),
        ("don't tell him i said that", Distress.FEAR),
        ("nobody would notice if i was gone", Distress.SELF_HARM),
        ("my sister says she doesn't want to live any more", Distress.FOR_ANOTHER),
    ],
)
def test_what_patterns_missed_is_heard(words: str, about: Distress) -> None:
    assert _heard(words) is about


@pytest.mark.parametrize(
    "words",
    [
        "i nearly dropped dead when i saw the laundry",
        "throw the alarm clock out of the window",
        "i'm dead inside until i have coffee",
        "the kids are bleeding me dry with toys",
        "he overdosed on chocolate",
        "no one would miss me if i left the party early",
        "i'd rather die than do another jigsaw",
        "she won't wake up for school",
        "i lost it with the toddler and yelled",
        "scared of losing him in the crowd",
        "i put him down and he woke up",
        "he keeps me up with his snoring",
        "she bit me while nursing",
        "she hurt my feelings",
        "tonight is rough",
        "who can hear this",
        "do you record us",
        "we had to say goodbye to the cat",
        "it was awful",
    ],
)
def test_what_only_sounds_like_it_is_let_pass(words: str) -> None:
    assert _heard(words) is None


def test_the_weights_are_read_only_when_something_is_said_freely() -> None:
    code = "import sys, skill.ears.danger; sys.exit('skill.ears.danger.scorer' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_was_learnt_of_a_feature_is_found_by_its_mark_and_the_unknown_weighs_nothing() -> None:
    told, known = (["^", "he", word, "$"] for word in ("shouts", "sings"))
    marks = array("I", sorted({*features(told), *features(known)}))
    ones = memoryview(bytes(b"\x01" * len(marks))).cast("b")
    flat = (0.0,) * len(KINDS)
    learnt = Scorer(
        memoryview(marks), (ones,) * len(KINDS), Judge((1.0,) * len(KINDS), flat, (), 0.8, 0.05, "")
    )
    assert learnt.scores(told) == pytest.approx([len(features(told)) ** 0.5] * len(KINDS))
    assert learnt.scores(["zebra"])[0] == 0


def test_no_more_is_shipped_than_is_to_be_remembered() -> None:
    assert len(scorer().known) <= REMEMBERED


def test_alike_words_share_what_is_learnt_of_them() -> None:
    he, she = (set(features(["^", word, "shouts", "$"])) for word in ("he", "she"))
    assert len(he & she) > len(set(features(["^", "he", "sings", "$"])) & he)


def test_patterns_that_hear_nothing_are_no_evidence() -> None:
    assert by_patterns(tokens("the garden", phrases()), phrases()) == ByPatterns()
