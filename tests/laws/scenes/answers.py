"""Answers are kept when that was chosen, heard by two, and let go when they are due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from skill.stores.memory import MemoryStore
from skill.turns import Turns
from tests.chance import First
from tests.laws.house.taken import EARS, LIBRARY, Taken
from tests.laws.scenes.two import Two


def about_to_answer(two: Two, name: str = "sam", person: str | None = None) -> None:
    two.sessions.clear()
    for intent, slots in (("CheckInIntent", {}), ("KeepIntent", {}), ("NameIntent", {"name": name})):
        two.wait(5)
        two.say(intent, slots, person=person)


def answers(two: Two, words: str, name: str = "sam", person: str | None = None) -> Taken:
    about_to_answer(two, name, person)
    return two.say("AnswerIntent", {"answer": words}, person=person)


def words_without_the_choice_are_dropped() -> None:
    two = Two()
    two.say("CheckInIntent")
    two.say("AnswerIntent", {"answer": "zqaaaa"})
    two.sessions.clear()
    two.say("CheckInIntent")
    two.say("KeepIntent")
    two.say("AnswerIntent", {"answer": "zqaaab"})
    assert b"zq" not in two.kept()


def what_is_kept_is_chosen_well() -> None:
    for words in ("zqaaaa shit", "zqaaaa naked", "zqaaaa anxious", "zqaaaa 7", "seven", "fine", "i'm in"):
        two = Two()
        answers(two, words)
        assert two.household().check_ins.waiting == (), words
    two = Two()
    answers(two, "zqaaaa pancakes")
    assert b"zqaaaa" in two.kept()


def a_wish_is_no_answer() -> None:
    for words in ("skip it", "stop", "don't keep it"):
        two = Two()
        answers(two, words)
        assert two.household().check_ins.waiting == (), words


def an_unmatched_answer_goes_at_four() -> None:
    two = Two()
    answers(two, "zqaaaa")
    two.sessions.clear()
    night = two.fork()
    night.now = datetime.combine(two.day + timedelta(days=1), datetime.min.time(), UTC) + timedelta(hours=4)
    Turns(night.store, MemoryStore(), LIBRARY, EARS, First()).night(night.now)
    assert b"zq" not in night.kept()
    two.wait(24 * 3600)
    two.say("CheckInIntent")
    assert b"zq" not in two.kept()


def yesterdays_words_meet_nothing() -> None:
    two = Two()
    answers(two, "zqaaaa")
    two.wait(24 * 3600)
    answers(two, "zqaaab", "alex")
    two.sessions.clear()
    assert "check_in.nothing_to_hear" in two.say("HearAnswersIntent").keys


def one_voice_leaves_one_answer() -> None:
    two = Two()
    answers(two, "zqaaaa", "sam", "voice-a")
    answers(two, "zqaaab", "alex", "voice-a")
    two.sessions.clear()
    assert "check_in.nothing_to_hear" in two.say("HearAnswersIntent").keys


def one_of_them_leaves_one_answer() -> None:
    two = Two()
    answers(two, "zqaaaa")
    answers(two, "zqaaab")
    two.sessions.clear()
    assert "check_in.nothing_to_hear" in two.say("HearAnswersIntent").keys


def two_questions_do_not_meet() -> None:
    two = Two()
    answers(two, "zqaaaa")
    two.sessions.clear()
    two.say("CheckInIntent")
    two.say("AnotherOneIntent")
    answers(two, "zqaaab", "alex")
    two.sessions.clear()
    assert "check_in.nothing_to_hear" in two.say("HearAnswersIntent").keys


def answers_are_heard_by_two_and_only_then() -> None:
    two = Two()
    answers(two, "zqaaaa")
    answers(two, "zqaaab", "alex")
    two.sessions.clear()
    assert "zq" not in two.say("HearAnswersIntent").words
    assert "zq" not in two.fork().say("AMAZON.NoIntent").words
    assert two.say("AMAZON.YesIntent").words.count("zq") == 2


def _met_yesterday() -> Two:
    """Both answered the question of the day before, and a new day has begun."""
    two = Two()
    answers(two, "zqaaaa")
    answers(two, "zqaaab", "alex")
    two.sessions.clear()
    two.wait(24 * 3600)
    two.say("CheckInIntent")
    assert b"zq" in two.kept()
    return two


def a_deleted_answer_is_gone() -> None:
    two = Two()
    answers(two, "zqaaaa")
    two.by("sam", "DeleteAnswerIntent")
    assert b"zq" not in two.kept()


def pairs_go_after_a_year() -> None:
    two = _met_yesterday()
    two.sessions.clear()
    two.wait(366 * 24 * 3600)
    two.say("CheckInIntent")
    assert b"zq" not in two.kept()


def words_said_after_four_do_not_answer_yesterdays_question() -> None:
    two = Two()
    two.now = datetime(2026, 11, 24, 3, 59, tzinfo=UTC)
    about_to_answer(two)
    two.wait(180)
    two.say("AnswerIntent", {"answer": "zqaaaa"})
    assert b"zq" not in two.kept()


def a_swear_word_is_nobodys_name() -> None:
    two = Two()
    two.say("CallMeIntent", {"name": "shit"})
    assert b"hit" not in two.kept()


def answers_are_private_in_quiet_hours_too() -> None:
    two = Two()
    two.say("WhisperIntent")
    answers(two, "zqaaaa")
    answers(two, "zqaaab", "alex")
    two.sessions.clear()
    two.say("HearAnswersIntent")
    assert two.say("AMAZON.YesIntent").words.count("zq") == 2


def answers_that_met_go_when_they_are_to_be_forgotten() -> None:
    two = _met_yesterday()
    two.by("sam", "ForgetAnswersIntent")
    two.say("WhoIntent", {"name": "sam"})
    two.say("ForgetAnswersIntent")
    two.say("AMAZON.YesIntent")
    assert b"zq" not in two.kept()
