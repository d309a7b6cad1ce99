"""An exercise with touch: two fresh yeses before it and in its middle, and one mark after it."""

from __future__ import annotations

import logging
from datetime import date, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given as for_any
from hypothesis import settings
from msgspec.structs import replace

from skill.conversations.exercise.gate_words import NO_YES
from skill.conversations.exercise.touching import ASKING, LISTENING
from skill.domain.closeness.closeness import Closeness, is_words_day
from skill.domain.closeness.consent import FirstIn, SecondIn
from skill.domain.ending import EARLY_CLOSE
from skill.domain.exercise.step import STANDARD
from skill.domain.household import Household
from skill.domain.ladder import Rung, Touch
from skill.domain.partner import Partner
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Close, Reply
from skill.domain.turn import Kind, Slot, Turn
from skill.stores.memory import MemoryStore
from tests.conversations.exercise.exercise_room import BY_SLUG, EVENING, LIBRARY, KeepingStore, Room, keys

WITH_TOUCH = sorted(e.slug for e in LIBRARY.exercises if e.touch is not Touch.NONE)
HUG = BY_SLUG["twenty-second-hug"]
IN = "i'm in"
SHUT_AT_FIRST = ["closeness.for_words", "closeness.first_evening"]
"""What is said on the first evening where touch is not open."""


def open_day(start: date) -> date:
    """The first day from one on that was not drawn to be for words."""
    return next(d for n in range(99) if not is_words_day("us", d := start + timedelta(n)))


class Evening(Room):
    """A room in which both have decided and the ladder stands at its top."""

    def __init__(self, rung: Rung = Rung.KISS, store: MemoryStore | None = None) -> None:
        super().__init__(store=store or KeepingStore())
        self.now += open_day(self.now.date()) - self.now.date()
        both = Closeness().wanting(Partner.FIRST, None).wanting(Partner.SECOND, None)
        self.closeness = replace(both, rung=rung)

    @property
    def closeness(self) -> Closeness:
        return self.household.closeness

    @closeness.setter
    def closeness(self, closeness: Closeness) -> None:
        with self.store.visit("us") as home:
            home.keep(replace(home.household, closeness=closeness))

    def hear(
        self, words: str, *, person: str | None = None, intent: str = "ConsentIntent", after: float = 4
    ) -> Reply:
        """Raw words in the consent slot, some seconds after the question was over."""
        open_ = self.sessions.get("kitchen", Progress())
        if isinstance(open_.state, FirstIn):
            self.now = open_.state.heard_by + timedelta(seconds=after - LISTENING)
        slots = {"consent": Slot(words)} if intent == "ConsentIntent" else {}
        return self._take(Turn(Kind.INTENT, "us", self.now, "en-GB", intent, slots, person, open_), "kitchen")

    def both_in(self) -> Reply:
        assert "second_in." in keys(self.hear(IN))[-1]
        return self.hear("count me in")

    @property
    def asked(self) -> FirstIn | None:
        state = self.sessions.get("kitchen", Progress()).state
        return state if isinstance(state, FirstIn) else None


def opened(slug: str = HUG.slug, **of_evening: object) -> tuple[Evening, Reply]:
    room = Evening(**of_evening)  # type: ignore[arg-type] # as Evening takes them
    return room, room.say("ExerciseIntent", exercise=BY_SLUG[slug].id)


def touched(reply: Reply) -> bool:
    """Whether any step of one with touch is said."""
    return any(f"exercise.{BY_SLUG[s].id}.step" in key for s in WITH_TOUCH for key in keys(reply))


@pytest.mark.parametrize("slug", WITH_TOUCH)
def test_its_whole_way_from_the_frame_to_the_shut_microphone(slug: str):
    room, reply = opened(slug)
    name = f"exercise.{BY_SLUG[slug].id}"
    assert keys(reply)[:2] == [f"{name}.opening", f"{name}.ends"]
    assert not touched(reply)
    first_half = room.both_in()
    assert touched(first_half)
    assert isinstance(room.asked, FirstIn)
    assert room.asked.again
    second_half = room.both_in()
    assert isinstance(second_half, Close)
    assert keys(second_half)[-1] == f"{name}.closing"
    steps = [key for key in (*keys(first_half), *keys(second_half)) if ".step." in key]
    assert steps == [f"{name}.step.{n}" for n in range(1, BY_SLUG[slug].closing)]


@pytest.mark.parametrize("intent", sorted(NO_YES - {"ConsentIntent"}))
@pytest.mark.parametrize("half", [0, 1])
def test_a_yes_an_ok_and_all_a_toddler_says_open_nothing(intent: str, half: int):
    room, _ = opened()
    if half:
        room.both_in()
    assert not touched(room.hear("", intent=intent))
    assert isinstance(room.asked, FirstIn), "it is asked once more"
    assert room.hear("", intent=intent) == Close((EARLY_CLOSE,))


@pytest.mark.parametrize(
    "words", ["yes", "ok", "go", "please", "in", "i'm in bed", "i'm not in", "he's in", ""]
)
def test_only_a_phrase_of_the_closed_list_is_a_yes(words: str):
    room, _ = opened()
    room.hear(words)
    assert type(room.asked) is FirstIn


@pytest.mark.parametrize("words", ["I\u2019m in", "yes i'm in please", "Count me in", "i am in"])
def test_the_phrases_are_heard_with_the_small_words_around_them(words: str):
    room, _ = opened()
    room.hear(words)
    assert type(room.asked) is SecondIn


def test_there_are_at_most_six_phrases():
    spellings = LIBRARY.word_list("consent")
    one = {p.replace("i am", "im").replace("i would", "id").replace("'", "") for p in spellings}
    assert len(one) <= 6


def test_two_in_one_breath_are_one():
    room, _ = opened()
    room.hear("i'm in")
    same_moment = room.sessions["kitchen"]
    reply = room._take(
        Turn(Kind.INTENT, "us", room.now, "en-GB", "ConsentIntent", {"consent": Slot(IN)}, None, same_moment),
        "kitchen",
    )
    assert not touched(reply)


def test_one_voice_is_never_two_people():
    room, _ = opened()
    room.hear(IN, person="a")
    assert not touched(room.hear(IN, person="a"))
    assert touched(room.hear(IN, person="b"))


@pytest.mark.parametrize("second", [False, True])
def test_a_yes_that_comes_too_late_does_not_count(second: bool):  # noqa: FBT001 - which of the two
    room, _ = opened()
    if second:
        room.hear(IN)
    before = type(room.asked)
    room.hear(IN, after=LISTENING + 1)
    assert type(room.asked) is before


def test_a_yes_counts_from_the_end_of_the_question_on_for_nine_seconds():
    room, _ = opened()
    state = room.asked
    assert state is not None
    assert state.heard_by == room.now + timedelta(seconds=HUG.seconds(0, STANDARD) + ASKING + LISTENING)


@pytest.mark.parametrize("intent", ["AMAZON.NoIntent", "SkipIntent", "TooLongIntent", "NotThatOneIntent"])
@pytest.mark.parametrize("yeses", range(4))
def test_a_no_is_thanked_and_nothing_is_asked(intent: str, yeses: int):
    room, _ = opened()
    for _ in range(yeses):
        room.hear(IN)
    reply = room.hear("", intent=intent)
    assert isinstance(reply, Close)
    assert keys(reply) == ["first_in.thanked"]
    assert room.household.exercises.set_aside == ()


@pytest.mark.parametrize("intent", ["AMAZON.NoIntent", "AMAZON.StopIntent", "silence"])
def test_across_four_in_the_morning_the_new_day_rests_too(intent: str):
    room, _ = opened()
    start = room.now.date()
    room.now = room.now.replace(hour=3, minute=59, second=50) + timedelta(days=1)
    room.closeness = replace(room.closeness, rested_on=None)
    room.sessions.clear()
    room.say("ExerciseIntent", exercise=HUG.id)
    assert room.asked is not None
    assert room.closeness.rested_on == start
    room.later(15)
    if intent == "silence":
        room.silence()
    else:
        room.say(intent)
    assert room.closeness.rested_on == start + timedelta(days=1)


@pytest.mark.parametrize(
    "intent", ["AnotherOneIntent", "MoveAloneTimeIntent", "SaySomethingIntent", "SmallMomentIntent"]
)
def test_whatever_else_is_said_between_the_yeses_is_a_way_out(intent: str):
    room, _ = opened()
    room.hear(IN)
    assert room.hear("", intent=intent) == Close((EARLY_CLOSE,))


def test_a_name_in_the_middle_is_greeted_and_the_middle_is_asked_again():
    room, _ = opened()
    room.both_in()
    slots = {"name": Slot("sam")}
    reply = room._take(
        Turn(Kind.INTENT, "us", room.now, "en-GB", "WhoIntent", slots, None, room.sessions["kitchen"]),
        "kitchen",
    )
    assert keys(reply) == ["who.hello", "first_in.again"]


ENDINGS = st.lists(
    st.sampled_from(
        [
            ("ConsentIntent", IN),
            ("AMAZON.NoIntent", ""),
            ("AMAZON.StopIntent", ""),
            ("FearIntent", ""),
            ("AMAZON.YesIntent", ""),
            ("silence", ""),
            ("lost", ""),
        ]
    ),
    max_size=6,
)


@for_any(ENDINGS, st.sampled_from(WITH_TOUCH))
@settings(max_examples=60, deadline=None)
def test_however_it_ends_it_leaves_one_and_the_same_mark_and_tells_no_log(
    said: list[tuple[str, str]], slug: str
):
    room, _ = opened(slug)
    expected = replace(room.household, settled_on=None)
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign] # the smallest recorder
    log = logging.getLogger("skill")
    before = log.level
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)
    try:
        for intent, words in said:
            if room.asked is None:
                break
            if intent == "silence":
                room.silence()
            elif intent == "lost":
                room.sessions.clear()
            else:
                room.hear(words, intent=intent)
    finally:
        log.removeHandler(handler)
        log.setLevel(before)
    assert replace(room.household, settled_on=None) == expected
    assert room.household.closeness.rested_on is not None
    assert room.done == []
    assert lines == []


@pytest.mark.parametrize("slug", WITH_TOUCH)
def test_touch_rests_until_four_and_then_no_longer(slug: str):
    room, _ = opened(slug)
    room.hear("", intent="AMAZON.NoIntent")
    again = room.say("ExerciseIntent", exercise=BY_SLUG[slug].id)
    twin = BY_SLUG[slug].twin
    assert keys(again)[0] == "closeness.for_words"
    assert f"exercise.{twin}.opening" in keys(again)
    tomorrow = Evening()
    tomorrow.closeness = room.closeness
    tomorrow.now += open_day(tomorrow.now.date() + timedelta(1)) - tomorrow.now.date()
    assert isinstance(tomorrow.say("ExerciseIntent", exercise=BY_SLUG[slug].id), Ask)
    assert tomorrow.asked is not None


@pytest.mark.parametrize("slug", WITH_TOUCH)
@pytest.mark.parametrize("rung", list(Rung))
def test_it_opens_only_as_high_as_the_ladder_stands_and_else_gives_its_twin(slug: str, rung: Rung):
    room, reply = opened(slug, rung=rung)
    exercise = BY_SLUG[slug]
    assert (room.asked is not None) is rung.allows(exercise.touch)
    if not rung.allows(exercise.touch):
        assert keys(reply)[:3] == [*SHUT_AT_FIRST, f"exercise.{exercise.twin}.opening"]
        place = room.place
        assert place is not None
        assert (place.wish.exercise, place.wish.theme) == (None, None)


def first_evening(*sayings: str) -> Evening:
    """An evening on which touch is shut, after somebody said something; nobody spoke here before."""
    room = Evening(rung=Rung.WORDS)
    for most in sayings:
        room.say("TouchTonightIntent", touch=most)
        room.sessions.clear()
    return room


def test_on_the_first_evening_only_it_is_said_how_a_hand_becomes_possible():
    room = first_evening()
    assert keys(room.say("ExerciseIntent", theme="hug"))[:2] == SHUT_AT_FIRST
    room.sessions.clear()
    room.now += timedelta(days=1)
    assert "closeness.first_evening" not in keys(room.say("ExerciseIntent", theme="hug"))


@pytest.mark.parametrize("sayings", [(), ("words",), ("hug",), ("hug", "words"), ("words", "kiss")])
def test_that_is_the_same_whatever_anybody_said(sayings: tuple[str, ...]):
    room = first_evening(*sayings)
    assert keys(room.say("ExerciseIntent", theme="hug")) == keys(
        first_evening().say("ExerciseIntent", theme="hug")
    )


def test_of_twins_that_fit_equally_the_one_given_least_lately_comes():
    room = first_evening()
    heard = []
    for _ in range(6):
        room.say("ExerciseIntent", theme="hand")
        assert room.place
        heard.append(room.place.exercise)
        room.now += timedelta(days=1)
        room.sessions.clear()
    assert set(heard[:3]) == {e.twin for e in LIBRARY.exercises if e.touch is Touch.HAND}
    assert heard[3:] == heard[:3]


def test_where_nothing_is_kept_no_consent_is_remembered_either():
    room, reply = opened(store=MemoryStore())
    assert room.asked is None
    assert keys(reply)[0] == "closeness.for_words"


def test_less_asked_for_on_another_device_ends_it_kindly():
    room, _ = opened()
    room.hear(IN)
    room.closeness = room.closeness.preferring(None, Rung.WORDS, EVENING.date())
    room.closeness = room.closeness.preferring(None, Rung.WORDS, room.now.date())
    assert room.hear(IN) == Close((EARLY_CLOSE,))


def test_one_alone_who_asks_for_it_gets_something_for_one():
    room = Evening()
    reply = room.say("ExerciseIntent", theme="hug", company="alone")
    assert room.asked is None
    assert keys(reply)[0] == "exercise.for_two"


def test_a_kind_of_touch_is_asked_for_in_its_own_word():
    for theme, touch in (("hand", Touch.HAND), ("hug", Touch.HUG), ("kiss", Touch.KISS)):
        room = Evening()
        room.say("ExerciseIntent", theme=theme)
        assert room.asked is not None
        assert next(e for e in LIBRARY.exercises if e.id == room.asked.exercise).touch is touch


def test_at_least_half_of_what_is_offered_to_two_has_no_touch():
    offered = []
    for n in range(300):
        room = Evening()
        room.now += open_day(room.now.date() + timedelta(n)) - room.now.date()
        room.say("ExerciseIntent", company="together")
        offered.append(room.asked is not None)
    assert 0 < sum(offered) <= len(offered) / 2


def test_who_only_asks_for_an_exercise_is_not_offered_touch():
    for n in range(60):
        room = Evening()
        room.now += timedelta(days=n)
        room.say("ExerciseIntent")
        room.say("ExerciseIntent", company="alone")
        assert room.asked is None


def test_what_nobody_decided_opens_nothing():
    room = Evening()
    room.closeness = Closeness()
    assert keys(room.say("ExerciseIntent", theme="hug"))[0] == "closeness.for_words"
    assert room.household.closeness == Household("us").closeness


def named(room: Evening) -> Evening:
    """The two have names here, and nobody else."""
    with room.store.visit("us") as home:
        home.keep(home.household.naming(Partner.FIRST, "sam").naming(Partner.SECOND, "alex"))
    return room


def says(room: Evening, intent: str, slots: dict[str, str], person: str | None = None) -> Reply:
    """Words in time, whoever they say that it is."""
    open_ = room.sessions.get("kitchen", Progress())
    room.now += timedelta(seconds=1)
    filled = {name: Slot(said, said) for name, said in slots.items()}
    return room._take(Turn(Kind.INTENT, "us", room.now, "en-GB", intent, filled, person, open_), "kitchen")


OF_NEITHER = [
    ("ConsentIntent", {"role": "mummy", "consent": IN}),
    ("WhichOfUsIntent", {"role": "daddy"}),
    ("ConsentIntent", {"name": "robin", "consent": IN}),
    ("WhichOfUsIntent", {"name": "sam"}),
    ("ConsentIntent", {"name": "mummy", "consent": IN}),
    ("WhoIntent", {"name": "robin"}),
    ("WhoseIntent", {"whose": "partner"}),
    ("WhoseIntent", {"whose": "me"}),
    ("WhichOfUsIntent", {"which": "same"}),
    ("WhichOfUsIntent", {"which": "both"}),
]


@pytest.mark.parametrize(("intent", "slots"), OF_NEITHER)
@pytest.mark.parametrize("yeses", range(4))
def test_a_role_a_name_of_neither_and_both_are_nobodys_yes_and_asked_about_once(
    intent: str, slots: dict[str, str], yeses: int
):
    room, _ = opened()
    named(room)
    for _ in range(yeses):
        room.hear(IN)
    before, here = room.asked, room.household
    assert before is not None
    reply = says(room, intent, slots)
    assert not touched(reply)
    assert type(room.asked) is type(before), "it counts for nobody"
    assert room.household == here, "and nothing is learned from it"
    assert says(room, intent, slots) == Close((EARLY_CLOSE,))


def test_neither_of_us_is_a_no():
    room, _ = opened()
    assert keys(says(room, "WhichOfUsIntent", {"which": "nobody"})) == ["first_in.thanked"]


@pytest.mark.parametrize("yeses", range(4))
def test_no_its_alex_is_a_no_where_nobody_was_greeted_by_a_name(yeses: int):
    room, _ = opened()
    named(room)
    for _ in range(yeses):
        room.hear(IN)
    assert keys(says(room, "OtherNameIntent", {"name": "alex"})) == ["first_in.thanked"]


@pytest.mark.parametrize("yeses", [0, 1])
def test_no_its_alex_after_another_name_asks_each_afresh(yeses: int):
    room, _ = opened()
    named(room)
    for _ in range(yeses):
        room.hear(IN)
    says(room, "WhoIntent", {"name": "sam"})
    assert "who.hello" in keys(says(room, "OtherNameIntent", {"name": "alex"}))
    assert type(room.asked) is FirstIn
    assert room.asked.by is Partner.SECOND
    assert not touched(says(room, "ConsentIntent", {"consent": IN})), "a yes of before is none"
    again = says(room, "ConsentIntent", {"name": "alex", "consent": IN})
    assert not touched(again), "and one person is not two"
    assert touched(says(room, "ConsentIntent", {"name": "sam", "consent": IN}))


@pytest.mark.parametrize("name", ["sam", "mummy"])
def test_no_with_the_very_name_or_with_none_is_a_no(name: str):
    room, _ = opened()
    named(room)
    says(room, "WhoIntent", {"name": "sam"})
    assert keys(says(room, "OtherNameIntent", {"name": name})) == ["first_in.thanked"]


def test_no_its_somebody_elses_name_asks_each_afresh_and_learns_no_name():
    room, _ = opened()
    named(room)
    says(room, "WhoIntent", {"name": "sam"})
    assert "first_in.no_name" in keys(says(room, "OtherNameIntent", {"name": "robin"}))
    assert room.asked is not None
    assert room.asked.by is None
    assert room.household.called("robin") is None
