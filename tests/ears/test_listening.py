from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from skill.domain.distress import BY_INTENT
from skill.domain.turn import Heard, Slot
from skill.ears.listening import AN_ANSWER_TOO, Ears
from skill.interaction_model.sources import LOCALES

TODAY = date(2026, 11, 24)
EARS = Ears.english()


def _hear(words: str, locale: str = "en-US") -> Heard | None:
    return EARS.hear(words, locale, TODAY)


def _slots(words: str, locale: str = "en-US") -> dict[str, Slot]:
    heard = _hear(words, locale)
    assert heard is not None
    return dict(heard.slots)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sample_without_slots_is_heard_as_its_intent(locale: str) -> None:
    model = json.loads((EARS.models / f"{locale}.json").read_text("utf-8"))
    wrong = [
        (intent["name"], sample)
        for intent in model["interactionModel"]["languageModel"]["intents"]
        for sample in intent["samples"]
        if "{" not in sample
        and intent["name"] not in BY_INTENT
        and _hear(sample, locale) != Heard(intent["name"])
    ]
    assert wrong == []


def test_every_sample_of_danger_and_fear_raises_its_alarm() -> None:
    model = json.loads((EARS.models / "en-GB.json").read_text("utf-8"))
    for intent in model["interactionModel"]["languageModel"]["intents"]:
        if intent["name"] in BY_INTENT:
            assert [each for each in intent["samples"] if _hear(each) != Heard(intent["name"])] == []


def test_a_whole_booking_is_heard_in_one_breath() -> None:
    assert _slots("book alone time on saturday at ten for an hour") == {
        "day": Slot("2026-11-28"),
        "time": Slot("10:00"),
        "length": Slot("PT1H"),
    }


def test_a_weekly_booking_is_heard_with_its_weekday() -> None:
    slots = _slots("book alone time every thursday at half past seven in the evening")
    assert slots == {"weekday": Slot("thursday", "TH"), "time": Slot("19:30")}


def test_a_listed_value_comes_as_it_was_said_with_its_id() -> None:
    assert _slots("a calming exercise for both of us") == {
        "theme": Slot("calming", "calm"),
        "company": Slot("both of us", "together"),
    }
    assert _slots("we live in manchester") == {"town": Slot("manchester", "Europe/London")}


def test_an_answer_keeps_its_words_as_they_came() -> None:
    assert _slots("My answer is the way she's laughing at Tom's jokes, always") == {
        "answer": Slot("the way she's laughing at tom's jokes always")
    }


def test_a_long_answer_comes_whole() -> None:
    story = " ".join(["and then we laughed"] * 50)
    assert _slots(f"my answer is {story}") == {"answer": Slot(story)}


def test_a_long_story_without_a_question_is_nothing_we_know() -> None:
    assert _hear("seven " * 100) is None


def test_britain_says_half_seven() -> None:
    assert _slots("book alone time tomorrow at half seven", "en-GB")["time"] == Slot("07:30")


def test_half_seven_in_the_evening_with_typed_marks() -> None:
    assert _slots("Book alone time tomorrow, at 7:30 pm!")["time"] == Slot("19:30")


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("seven", "NumberIntent"),
        ("seven or eight", "NumberIntent"),
        ("ten", "NumberIntent"),
        ("at ten", "WhenIntent"),
        ("saturday", "WhenIntent"),
        ("every saturday", "WhenIntent"),
        ("an hour", "WhenIntent"),
        ("for my wife", "WhoseIntent"),
        ("me", "WhoseIntent"),
        ("Sam", "NameIntent"),
        ("from Sam", "NameIntent"),
        ("it's Sam", "WhoIntent"),
        ("london", "TownIntent"),
        ("cancel it", "CancelAloneTimeIntent"),
        ("never mind", "AMAZON.CancelIntent"),
        ("skip", "SkipIntent"),
        ("skip this week", "SkipAloneTimeIntent"),
        ("once more", "AMAZON.RepeatIntent"),
        ("i've got the baby", "CoverIntent"),
    ],
)
def test_short_words_are_heard_as_what_they_mostly_mean(words: str, intent: str) -> None:
    heard = _hear(words)
    assert heard is not None
    assert heard.intent == intent


@pytest.mark.parametrize(
    "words", ["call me Zaphod", "my name is Zaphod", "it's Zaphod", "hello this is Zaphod"]
)
def test_a_rare_name_is_heard_where_the_sentence_leaves_no_doubt(words: str) -> None:
    assert _slots(words) == {"name": Slot("zaphod")}


@pytest.mark.parametrize(
    "words", ["it's fine", "it's raining", "this is lovely", "call me later", "it's late"]
)
def test_a_word_that_is_no_name_is_not_taken_for_one(words: str) -> None:
    heard = _hear(words)
    assert heard is None or "name" not in heard.slots


@pytest.mark.parametrize(
    "words", ["um okay skip please", "i think skip", "well, skip it then", "Keep it, please."]
)
def test_a_choice_among_fillers_is_the_whole_of_what_was_said(words: str) -> None:
    heard = EARS.whole(words, "en-US", TODAY)
    assert heard is not None
    assert heard.intent in {"SkipIntent", "KeepIntent"}


@pytest.mark.parametrize(
    "words",
    [
        "we couldn't stop laughing",
        "stop signs remind me of you",
        "the day we could not skip",
        "keep it up is what she says to me",
        "no more than usual i suppose but she helped",
        "skipping stones at the lake",
        "i love how he keeps it together",
    ],
)
def test_a_choice_inside_an_answer_is_the_answer(words: str) -> None:
    assert EARS.whole(words, "en-US", TODAY) is None


@pytest.mark.parametrize(
    "words", ["seven", "Sam", "saturday", "an hour", "london", "me", "my answer is pancakes"]
)
def test_a_bare_value_is_an_answer_and_never_the_whole(words: str) -> None:
    assert EARS.whole(words, "en-US", TODAY) is None
    heard = _hear(words)
    assert heard is not None
    assert heard.intent in AN_ANSWER_TOO


@pytest.mark.parametrize(
    "words", ["laughter", "something funny", "a night off", "i need a break", "i'll take the kids"]
)
def test_a_wish_is_an_answer_and_not_an_order(words: str) -> None:
    assert EARS.whole(words, "en-US", TODAY) is None


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("start a two minute exercise", "ExerciseIntent"),
        ("book alone time tomorrow at ten", "BookAloneTimeIntent"),
    ],
)
def test_an_order_with_its_own_word_is_the_whole(words: str, intent: str) -> None:
    heard = EARS.whole(words, "en-US", TODAY)
    assert heard is not None
    assert heard.intent == intent


ON_THEIR_OWN = {
    "AMAZON.StopIntent": (
        "stop listening|stop listening to us|stop stop|stop stop stop|stop stop stop stop|can you stop"
        "|can you please stop|could you stop|too much|that's too much|it's too much|oh too much"
        "|make it stop|make that stop|shut up|oh shut up|go away|go away please|no more|no more please"
        "|leave us alone"
    ),
    "SkipIntent": "skip it|skip skip",
    "DontKeepIntent": (
        "don't keep it|don't keep that|don't keep this|please don't keep it|don't keep my answer"
        "|delete that|delete it|erase that|don't save it|don't keep that after all|actually don't keep it"
        "|please don't keep that one|i don't want you to keep it after all|better not keep that"
    ),
    "DeleteAnswerIntent": (
        "delete my answer|please delete my answer|take back my answer|i want my answer back"
        "|get rid of my answer please|forget my answer|undo my answer|scrap my answer"
    ),
    "ForgetAnswersIntent": (
        "forget my answers|please delete all my answers|remove all of my answers please"
        "|erase all the answers i kept|forget everything i answered|i want all my answers gone"
    ),
    "UndoIntent": (
        "undo that|undo it please|take that back|i take it back|i didn't mean that|that was a mistake"
    ),
    "AMAZON.NoIntent": (
        "not now|no thanks|no thank you|no no|no no no|no no no no"
        "|not tonight|not this evening|no not tonight"
    ),
    "AMAZON.NextIntent": "next|next next|next please",
    "ForgetUsIntent": "forget us|please forget us",
    "HearAnswersIntent": "play our answers|hear our answers|listen to our answers|read us our answers",
    "AMAZON.YesIntent": (
        "yes|yes please|yeah|yep|that's right|yes it's just us|it's just us|just us two|we are|yes do"
        "|of course|sounds good|let's do it|yes yes yes yes|okay yes|sure thing"
    ),
}


@pytest.mark.parametrize(
    ("words", "intent"),
    [(words, intent) for intent, each in ON_THEIR_OWN.items() for words in each.split("|")],
)
def test_short_words_are_themselves_heard_and_whole(words: str, intent: str) -> None:
    assert _hear(words) == Heard(intent)
    assert EARS.whole(words, "en-US", TODAY) == Heard(intent)


TODDLERS_WORDS = "please|fine|good|great|ready|please please|fine then|good good"
PLAIN_YES = (
    "okay|ok|sure|go ahead|okay then|ok then|okay okay|okay please|sure sure|oh okay|alexa okay"
    "|that'd be great|yes please"
)


@pytest.mark.parametrize("words", TODDLERS_WORDS.split("|"))
def test_a_word_a_toddler_says_anyway_is_nothing(words: str) -> None:
    assert _hear(words) is None
    assert EARS.whole(words, "en-US", TODAY) is None


@pytest.mark.parametrize("words", PLAIN_YES.split("|"))
def test_what_people_say_for_yes_is_a_yes_and_never_the_yes_of_a_gate_with_touch(words: str) -> None:
    assert _hear(words) == Heard("AMAZON.YesIntent")


@pytest.mark.parametrize("words", ["no thanks I'll remember", "I'll remember it", "no need", "no I'm fine"])
def test_what_people_say_for_no_to_a_reminder_is_a_no(words: str) -> None:
    heard = _hear(words)
    assert heard
    assert heard.intent in ("AMAZON.NoIntent", "DontRemindIntent")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("not next week", "2026-W49"),
        ("no alone time next week", "2026-W49"),
        ("not this week", "2026-W48"),
        ("not on friday", "2026-11-27"),
    ],
)
def test_a_skipped_time_comes_with_its_day(words: str, day: str) -> None:
    assert _hear(words) == Heard("SkipAloneTimeIntent", {"day": Slot(day)})


def test_whole_is_never_content_with_likeness() -> None:
    assert _hear("keep mine safe") is not None
    assert EARS.whole("skip the quesiton", "en-US", TODAY) is None


def test_danger_is_heard_whatever_carries_it() -> None:
    assert _hear("my answer is i want to die") == Heard("DangerIntent")
    assert _hear("um i'm scared of him you know") == Heard("FearIntent")


def test_a_locale_without_a_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Ears(tmp_path).hear("skip", "en-US", TODAY)


TRICKY = (
    "book alone time on at for every saturday ten half past to in three days the fifth of december a hundred",
    "and or",
    "{day} [x] <kids> (a|b) 7:30 99 am it's sam's \u2764 \x00 \u0627\u0644 and's '' '",
)


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(" ".join(TRICKY).split())).map(" ".join)))
@example("a" * 10_000)
@example("one hundred " * 2_000)
@example("\U0001f600" * 50)
@example("31:99 0:00 99999999999999999999")
@example("what is " * 3_000)
@settings(max_examples=150, deadline=None)
def test_no_text_makes_them_stumble(words: str) -> None:
    assert _hear(words) is None or isinstance(_hear(words), Heard)
    EARS.whole(words, "en-GB", TODAY)
    EARS.invocation(words)
