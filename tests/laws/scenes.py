"""Short scenes, one a guard: two people press on it, and what they hear shows whether it holds."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from skill.domain.line import Line
from skill.domain.ports import Home, StoreError
from skill.domain.reply import Ask, Close, Nothing
from skill.domain.turn import Kind, Turn
from skill.stores.memory import MemoryStore
from skill.stores.tinydb import TinyDBStore
from skill.stores.visit import Visit
from skill.turns import Turns
from tests.laws.endings import every_ending_leaves_the_same, fear_is_any_early_end
from tests.laws.laws import Court
from tests.laws.life import EARS, LIBRARY, US, First, KeepingStore, Life, Taken, seconds
from tests.laws.touch_keys import height

Scene = Callable[[], None]
HUG, HAND = "P03", "P01"
OPENED = {HUG: "exercise.P03.opening", HAND: "exercise.P01.opening"}
FOR_WORDS = "closeness.for_words"


class Two(Life):
    """Sam and Alex in a kitchen, with a witness."""

    def __init__(self) -> None:
        super().__init__()
        self.watchers.append(Court())

    def by(self, name: str, intent: str, person: str | None = None, **slots: str) -> Taken:
        """One of them begins a conversation, says who they are, and says one thing."""
        self.sessions.pop("kitchen", None)
        self.wait(30)
        self.say("WhoIntent", {"name": name}, person=person)
        said = self.say(intent, slots, person=person)
        self.sessions.pop("kitchen", None)
        return said

    def both(self, intent: str, times: int = 1, **slots: str) -> None:
        for _ in range(times):
            self.by("sam", intent, **slots)
            self.by("alex", intent, **slots)

    def asks(self, exercise: str = HUG, device: str = "kitchen") -> Taken:
        self.sessions.pop(device, None)
        self.wait(30)
        return self.say("ExerciseIntent", {"exercise": exercise}, device=device)

    def opens(self, exercise: str = HUG) -> bool:
        """Whether one with touch is opened when it is asked for."""
        return OPENED[exercise] in self.asks(exercise).keys

    def on_a_day_for_touch(self) -> Two:
        """Moves on to a day that is not drawn for words."""
        for _ in range(60):
            trial = self.fork()
            trial.sessions.clear()
            if OPENED[HAND] in trial.say("ExerciseIntent", {"exercise": HAND}).keys:
                return self
            self.wait(24 * 3600)
        raise AssertionError("sixty days without one for touch")

    def in_(
        self,
        taken: Taken,
        person: str | None = None,
        words: str = "i'm in",
        late: float = 1,
        name: str | None = None,
    ) -> Taken:
        """Somebody answers so many seconds after the prompt, and may say who they are in the same breath."""
        self.wait(seconds(taken.reply) + late)
        named = {"name": name} if name else {}
        return self.say("ConsentIntent", {"consent": words, **named}, person=person)


def close_two(most: int = 4) -> Two:
    """Both have decided, and came some steps closer; today is a day for touch."""
    two = Two()
    two.both("WantThisIntent")
    two.both("MoreIntent", most)
    return two.on_a_day_for_touch()


def is_asked(taken: Taken) -> bool:
    return isinstance(taken.reply, Ask) and type(taken.reply.state).__name__ in ("FirstIn", "SecondIn")


def nothing_before_both_decided() -> None:
    two = Two()
    assert not two.opens(HAND)
    two.by("sam", "WantThisIntent")
    assert not two.opens(HAND)
    assert FOR_WORDS in two.asks().keys


def one_voice_is_not_two_who_decide() -> None:
    two = Two()
    for name in ("sam", "alex"):
        two.by(name, "WantThisIntent", "voice-a")
    assert not two.household().closeness.decided


def one_voice_does_not_climb_alone() -> None:
    two = Two()
    two.both("WantThisIntent")
    for name in ("sam", "alex"):
        two.by(name, "MoreIntent", "voice-a")
    assert two.household().closeness.rung == "words"


def one_of_them_does_not_climb_alone() -> None:
    two = Two()
    two.both("WantThisIntent")
    two.by("sam", "MoreIntent")
    two.by("sam", "MoreIntent")
    assert two.household().closeness.rung == "words"


def an_unknown_voice_raises_nothing() -> None:
    two = close_two(2)
    two.say("TouchTonightIntent", {"touch": "words"})
    for intent, slots in (
        ("MoreIntent", {}),
        ("TouchTonightIntent", {"touch": "kiss"}),
        ("WantThisIntent", {}),
    ):
        two.sessions.clear()
        two.say(intent, slots, person="voice-c")
    assert not two.opens(HAND)
    assert Two().say("WantThisIntent").after.closeness.wanted == {}


def the_ladder_is_not_jumped() -> None:
    two = close_two(3)
    assert two.opens(HUG)
    assert FOR_WORDS in close_two(2).asks(HUG).keys


def the_ladder_ends_at_a_kiss() -> None:
    two = close_two(4)
    two.both("MoreIntent")
    assert two.household().closeness.rung == "kiss"


def one_less_lowers_it_for_both() -> None:
    two = close_two(3)
    two.say("LessIntent")
    assert not two.opens(HUG)


def a_less_ends_the_wish_for_more() -> None:
    two = close_two(2)
    two.by("sam", "MoreIntent")
    two.say("LessIntent")
    two.by("alex", "MoreIntent")
    assert two.household().closeness.rung == "near"


def a_pause_takes_both_to_end() -> None:
    two = close_two()
    two.say("PauseTouchIntent")
    assert not two.opens(HAND)
    two.by("sam", "WantThisIntent")
    assert not two.opens(HAND)


def the_lower_of_two_rules() -> None:
    two = close_two()
    two.by("sam", "TouchTonightIntent", touch="kiss")
    two.by("alex", "TouchTonightIntent", touch="hand")
    two.by("sam", "TouchTonightIntent", touch="kiss")
    assert not two.opens(HUG)


def words_only_is_no_touch_at_all() -> None:
    two = close_two()
    two.by("alex", "TouchTonightIntent", touch="words")
    for request in ("ExerciseIntent", "SmallMomentIntent", "DidYouKnowIntent"):
        for _ in range(12):
            two.sessions.clear()
            assert not any(map(height, two.say(request, {"company": "together"}).keys))


def touched_out_is_words_only() -> None:
    two = close_two()
    two.say("TouchedOutIntent")
    assert not two.opens(HAND)


def tonight_is_over_at_four() -> None:
    two = close_two()
    two.by("alex", "TouchTonightIntent", touch="words")
    assert not two.opens(HAND)
    two.now = datetime.combine(two.day + timedelta(days=1), datetime.min.time(), UTC) + timedelta(hours=4)
    two.on_a_day_for_touch()
    assert two.opens(HAND)


def touch_rests_after_its_opening() -> None:
    two = close_two()
    assert two.opens()
    two.wait(4 * 3600)
    for exercise in (HUG, HAND):
        assert not two.opens(exercise)
    for _ in range(40):
        two.sessions.clear()
        assert not any(map(height, two.say("SmallMomentIntent").keys))


def touch_is_done_when_everybody_is_in() -> None:
    two = close_two()
    taken = two.asks()
    for person in ("voice-a", "voice-b", None, None):
        assert is_asked(taken)
        taken = two.in_(taken, person)
    assert isinstance(taken.reply, Close)
    assert "exercise.P03.closing" in taken.keys


def one_yes_is_not_two() -> None:
    two = close_two()
    second = two.in_(two.asks())
    assert not any(".step." in key for key in second.keys)
    assert is_asked(second)


def one_voice_is_not_two_who_are_in() -> None:
    two = close_two()
    third = two.in_(two.in_(two.asks(), "voice-a"), "voice-a")
    assert not any(".step." in key for key in third.keys)


def one_name_is_not_two_who_are_in() -> None:
    two = close_two()
    third = two.in_(two.in_(two.asks(), name="sam"), name="sam")
    assert not any(".step." in key for key in third.keys)
    assert any(".step." in key for key in two.in_(third, name="alex").keys)


def a_name_said_just_before_is_the_same_name() -> None:
    two = close_two()
    second = two.in_(two.asks(), name="sam")
    two.wait(seconds(second.reply) + 1)
    third = two.in_(two.say("WhoIntent", {"name": "sam"}))
    assert not any(".step." in key for key in third.keys)
    assert any(".step." in key for key in two.in_(third).keys)


def a_name_that_is_not_theirs_brings_no_yes() -> None:
    for name in ("robin", "tired"):
        assert "second_in.question" not in (two := close_two()).in_(two.asks(), name=name).keys, name
    two = close_two()
    two.say("WhoIntent", {"name": "sam"})
    two.say("LinkVoiceIntent", person="voice-a")
    two.say("AMAZON.YesIntent", person="voice-a")
    assert two.household().speaking("voice-a") is not None
    taken = two.in_(two.asks(), "voice-a", name="alex")
    assert "second_in.question" not in taken.keys
    assert is_asked(taken)


def one_breath_is_one_yes() -> None:
    two = close_two()
    taken = two.in_(two.asks())
    taken = two.say("ConsentIntent", {"consent": "i'm in"})
    assert not any(".step." in key for key in taken.keys)


def a_late_yes_does_not_count() -> None:
    two = close_two()
    taken = two.in_(two.asks(), late=90)
    assert "second_in.question" not in taken.keys
    second = close_two()
    assert not any(".step." in key for key in second.in_(second.in_(second.asks()), late=90).keys)


def between_two_yeses_nothing_else_begins() -> None:
    for intent in ("SaySomethingIntent", "AnotherOneIntent", "SmallMomentIntent", "ExerciseIntent"):
        two = close_two()
        two.in_(two.asks())
        assert list(two.say(intent).keys) == ["ending.early"], intent


def a_day_that_begins_in_between_rests_too() -> None:
    two = close_two()
    while True:
        almost_four = two.now.replace(hour=3, minute=59, second=15) + timedelta(days=1)
        two.wait((almost_four - two.now).total_seconds())
        now, later = two.fork(), two.fork()
        later.wait(3600)
        if all(OPENED[HAND] in each.say("ExerciseIntent", {"exercise": HAND}).keys for each in (now, later)):
            break
    two.asks(HAND)
    two.wait(30)
    two.say("AMAZON.NoIntent")
    assert not two.opens(HAND)


def only_the_closed_list_counts() -> None:
    for words in (
        "yes",
        "ok",
        "please",
        "go",
        "i'm in the bath",
        "i'm not in",
        "in",
        "",
        "i'm in and so is she",
    ):
        two = close_two()
        assert "second_in.question" not in two.in_(two.asks(), words=words).keys, words
    two = close_two()
    two.wait(seconds(two.asks().reply) + 1)
    assert "second_in.question" not in two.say("AMAZON.YesIntent").keys


def what_is_no_yes_is_asked_once_more_and_no_more() -> None:
    two = close_two()
    once = two.in_(two.asks(), words="yes")
    assert is_asked(once)
    assert not is_asked(two.in_(once, words="yes"))


def the_middle_asks_each_again() -> None:
    two = close_two()
    taken = two.in_(two.in_(two.asks()))
    assert is_asked(taken)
    assert not any("closing" in key for key in taken.keys)
    taken = two.in_(taken)
    assert not any("closing" in key for key in taken.keys)


def a_no_is_thanked() -> None:
    two = close_two()
    two.asks()
    taken = two.say("AMAZON.NoIntent")
    assert taken.keys == {"first_in.thanked"}
    assert isinstance(taken.reply, Close)


def a_less_in_the_other_room_ends_it() -> None:
    two = close_two()
    taken = two.in_(two.asks())
    two.say("TouchTonightIntent", {"touch": "words"}, device="bedroom")
    assert two.in_(taken).keys == {"ending.early"}


def a_yes_of_yesterday_opens_nothing() -> None:
    two = close_two()
    two.asks()
    two.say("ConsentIntent", {"consent": "i'm in"})
    two.sessions.clear()
    two.wait(24 * 3600)
    taken = two.say("ConsentIntent", {"consent": "i'm in"})
    assert not any(map(height, taken.keys))


def every_ending_is_one() -> None:
    two = close_two()
    assert every_ending_leaves_the_same(two, random.Random(1)) > 20


def fear_is_told_from_nothing() -> None:
    for begun in ((), ("CheckInIntent",), ("CheckInIntent", "KeepIntent"), ("ExerciseIntent",)):
        two = close_two()
        two.sessions.clear()
        for intent in begun:
            two.say(intent)
        fear_is_any_early_end(two, random.Random(2))
    two = close_two()
    two.asks()
    fear_is_any_early_end(two, random.Random(5))


def danger_is_heard_everywhere() -> None:
    two = close_two()
    for slot in ("answer", "name", "theme", "consent", "town"):
        two.asks()
        assert (
            type(two.say("ConsentIntent", {slot: "well i want to die"}).progress.state).__name__ == "Crisis"
        )
    about_to_answer(two)
    two.say("AnswerIntent", {"answer": "i want to die zqdang"})
    assert b"zqdang" not in two.kept()


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


def a_deleted_answer_is_gone() -> None:
    two = Two()
    answers(two, "zqaaaa")
    two.by("sam", "DeleteAnswerIntent")
    assert b"zq" not in two.kept()


def pairs_go_after_a_year() -> None:
    two = Two()
    answers(two, "zqaaaa")
    answers(two, "zqaaab", "alex")
    two.sessions.clear()
    two.wait(24 * 3600)
    two.say("CheckInIntent")
    assert b"zq" in two.kept()
    two.sessions.clear()
    two.wait(366 * 24 * 3600)
    two.say("CheckInIntent")
    assert b"zq" not in two.kept()


def books(two: Two) -> Taken:
    two.sessions.clear()
    when = (two.day + timedelta(days=3)).isoformat()
    return two.say("BookAloneTimeIntent", {"name": "sam", "day": when, "time": "10:00", "length": "PT1H"})


def nothing_rings_without_its_yes() -> None:
    two = Two()
    books(two)
    assert not two.bench.rings
    two.say("AMAZON.NoIntent")
    assert not two.bench.rings


def a_yes_rings() -> None:
    two = Two()
    assert "offer_reminder.question" in books(two).keys
    two.say("AMAZON.YesIntent")
    assert len(two.bench.rings) == 1


def a_no_lasts_a_week() -> None:
    two = Two()
    books(two)
    two.say("AMAZON.NoIntent")
    two.wait(3600)
    assert "offer_reminder.question" not in books(two).keys
    two.wait(8 * 24 * 3600)
    assert "offer_reminder.question" in books(two).keys


def a_denied_permission_gets_the_card() -> None:
    two = Two()
    two.may_remind = False
    books(two)
    two.say("AMAZON.YesIntent")
    two.say("", kind=Kind.PERMISSION, outcome="DENIED")
    two.sessions.clear()
    taken = two.say("RemindMeIntent")
    assert isinstance(taken.reply, Close)
    assert taken.reply.permission_card


def forgetting_leaves_nothing() -> None:
    two = close_two()
    answers(two, "zqaaaa")
    answers(two, "zqaaab", "alex")
    two.sessions.clear()
    two.wait(24 * 3600)
    books(two)
    two.say("AMAZON.YesIntent")
    two.sessions.clear()
    two.say("ForgetUsIntent")
    assert b"zq" in two.kept(), "it is asked first"
    two.say("AMAZON.YesIntent")
    assert two.kept() == Life(store=KeepingStore()).kept()
    assert not two.bench.rings


def disabling_deletes() -> None:
    two = close_two()
    answers(two, "zqaaaa")
    turn = Turn(Kind.DISABLED, US, two.now)
    assert Turns(two.store, MemoryStore(), LIBRARY, EARS, First()).take(turn, two.bench)[0] == Nothing()
    assert two.kept() == Life(store=KeepingStore()).kept()


def a_voice_is_linked_by_its_own_yes() -> None:
    two = Two()
    two.say("WhoIntent", {"name": "sam"}, person="voice-a")
    two.say("LinkVoiceIntent", person="voice-a")
    two.say("AMAZON.YesIntent", person="voice-b")
    assert two.household().first.voice is None


def a_known_voice_is_itself_whatever_name_it_says() -> None:
    two = Two()
    two.say("WhoIntent", {"name": "sam"}, person="voice-a")
    two.say("LinkVoiceIntent", person="voice-a")
    two.say("AMAZON.YesIntent", person="voice-a")
    two.by("sam", "WantThisIntent", "voice-a")
    two.by("alex", "WantThisIntent", "voice-a")
    assert not two.household().closeness.decided


def stop_ends_it_from_everywhere() -> None:
    for begun in (
        "CheckInIntent",
        "ExerciseIntent",
        "BookAloneTimeIntent",
        "ForgetUsIntent",
        "SupportIntent",
    ):
        two = close_two()
        two.sessions.clear()
        two.say(begun)
        for intent in ("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"):
            taken = two.fork().say(intent)
            assert taken.reply == Close((Line("ending.early"),))


def silence_is_not_answered() -> None:
    two = close_two()
    for begun in ("ExerciseIntent", "CheckInIntent", "BookAloneTimeIntent"):
        two.sessions.clear()
        two.say(begun)
        assert two.leave().reply == Nothing()
    two.asks()
    assert two.leave().reply == Nothing()


def together_is_taken_up_only_when_asked_for() -> None:
    two = Two()
    two.say("ExerciseIntent", {"company": "together"})
    two.wait(40)
    two.say("AMAZON.PauseIntent")
    two.sessions.clear()
    two.wait(600)
    assert type(two.say("ExerciseIntent").progress.state).__name__ != "Waiting"


def resting_touch_is_told_from_nothing() -> None:
    rested, words = close_two(), close_two()
    assert rested.opens()
    words.by("alex", "TouchTonightIntent", touch="words")
    assert rested.asks(HAND).words == words.asks(HAND).words


def no_touch_where_its_mark_cannot_be_kept() -> None:
    two = close_two()
    full = FullStore()
    full._known = two.store._known if isinstance(two.store, MemoryStore) else {}
    two.store = full
    two.watchers.clear()
    assert not is_asked(two.asks())


class FullStore(KeepingStore):
    """A disk with no room left."""

    @contextmanager
    def visit(self, household: str) -> Iterator[Home]:
        """Reads what there is, and keeps nothing.

        Raises:
            StoreError: at the end, always.
        """
        yield Visit(self._known[household], keeps=True)
        raise StoreError("No room.")


def what_is_drawn_is_only_opened() -> None:
    two = close_two()
    drawn = 0
    for _ in range(60):
        two.wait(24 * 3600)
        two.sessions.clear()
        offered = two.say("ExerciseIntent", {"company": "together", "theme": "near"})
        drawn += any(map(height, offered.keys))
    assert drawn, "none with touch was ever drawn"


def where_nothing_is_kept_there_is_no_touch() -> None:
    two = close_two()
    kept = two.household()
    two.store = MemoryStore()
    with two.store.visit(US) as home:
        home.keep(kept)
    two.watchers.clear()
    assert not two.opens(HAND)


def asked_again_after_something_else_the_question_is_a_short_one() -> None:
    two = close_two()
    asked = two.in_(two.in_(two.asks()))
    assert seconds(asked.reply) > 40
    two.wait(2)
    for intent in ("WhereAreWeIntent", "LessIntent", "WhoIntent", "WhatIsKeptIntent", "CountryIntent"):
        world = two.fork()
        world.say(intent, {"name": "sam", "country": "GB"})
        world.wait(35)
        assert "second_in.again" not in world.say("ConsentIntent", {"consent": "i'm in"}).keys, intent


def words_said_after_four_do_not_answer_yesterdays_question() -> None:
    two = Two()
    two.now = datetime(2026, 11, 24, 3, 59, tzinfo=UTC)
    about_to_answer(two)
    two.wait(180)
    two.say("AnswerIntent", {"answer": "zqaaaa"})
    assert b"zq" not in two.kept()


def a_no_to_forgetting_keeps_it_all() -> None:
    two = close_two()
    two.say("ForgetUsIntent")
    two.say("AMAZON.NoIntent")
    assert two.household().closeness.decided


def a_swear_word_is_nobodys_name() -> None:
    two = Two()
    two.say("CallMeIntent", {"name": "shit"})
    assert b"hit" not in two.kept()


def nothing_is_left_on_a_disk() -> None:
    with TemporaryDirectory() as folder:
        two = Two()
        two.store = TinyDBStore(Path(folder))
        answers(two, "zqaaaa")
        two.sessions.clear()
        two.say("ForgetUsIntent")
        two.say("AMAZON.YesIntent")
        files = [file.read_bytes() for file in Path(folder).rglob("*") if file.is_file()]
        assert not any(b"zq" in each or b"Sam" in each for each in files)


def another_moment_is_offered_only_while_there_is_room() -> None:
    two = close_two()
    two.chance = Last()
    two.sessions.clear()
    assert any(map(height, two.say("SmallMomentIntent", {"place": "table"}).keys)), "none was offered"
    two.say("TouchTonightIntent", {"touch": "words"})
    two.sessions.clear()
    assert not any(map(height, two.say("SmallMomentIntent", {"place": "table"}).keys))
    two.sessions.clear()
    assert not any(map(height, two.say("DidYouKnowIntent").keys))


class Last:
    """Always the last of all: what comes one time in four comes now."""

    def pick(self, count: int) -> int:
        return count - 1


def a_swear_word_is_not_answered() -> None:
    two = Two()
    for intent, slot in (("ExerciseIntent", "theme"), ("SmallMomentIntent", "place")):
        assert two.say(intent, {slot: "naked"}).keys == {"exercise.not_this"}


SCENES: tuple[Scene, ...] = tuple(
    each
    for name, each in list(globals().items())
    if callable(each)
    and getattr(each, "__module__", "") == __name__
    and name
    not in ("Two", "Last", "FullStore", "close_two", "is_asked", "about_to_answer", "answers", "books")
)
"""All of them."""
