"""Random households, random people, random days: what always holds, holds."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from msgspec.structs import replace

from skill.alexa.attributes import attributes_of, progress_of
from skill.conversations.expected import EXPECTED
from skill.conversations.table import TABLE
from skill.domain.distress import Distress
from skill.domain.ending import EARLY_CLOSE
from skill.domain.partner import Partner
from skill.domain.ports import Home, Store, StoreError
from skill.domain.progress import Progress
from skill.domain.reminder import Refusal, Ring
from skill.domain.reply import Ask, Close, HandOver, Nothing, Reply
from skill.domain.support import Crisis
from skill.domain.turn import Heard, Kind, Slot, Turn
from skill.ears.danger import distress, phrases
from skill.library import Library
from skill.speech import Speech
from skill.stores.memory import MemoryStore
from skill.stores.tinydb import TinyDBStore
from skill.turns import Turns

LIBRARY = Library.english()
SPEECH = Speech(LIBRARY)
CLOSE = re.compile(
    r"\b(hugs?|kiss|cuddle|lean on|hold hands|(each other's|your partner's) (hand|hands|shoulder|back))\b",
    re.IGNORECASE,
)
"""Words of touch between the two; "no touching" is none of them."""
SECRET = "zanzibar marmalade"
DANGER = "i want to die"
DANGERS = {
    Distress.SELF_HARM: ("DangerIntent", DANGER),
    Distress.EMERGENCY: ("EmergencyIntent", "the baby isn't breathing"),
    Distress.RAGE: ("RageIntent", "i'm going to shake the baby"),
    Distress.PSYCHOSIS: ("PsychosisIntent", "the voices tell me what to do"),
    Distress.FOR_ANOTHER: ("WorriedForAnotherIntent", "my husband says he wants to die"),
    Distress.SCARY_THOUGHT: ("ScaryThoughtIntent", "i keep picturing dropping the baby"),
}
"""Every danger that is answered aloud: as an intent, and in words."""
FEAR = "i'm scared of him"


class PlainEars:
    """The real ears for danger; free text is never anything but itself."""

    def distress(self, words: str) -> Distress | None:
        return distress(words, phrases())

    def whole(self, _words: str, _locale: str, _today: date) -> Heard | None:
        return None


class First:
    def pick(self, _count: int) -> int:
        return 0


@dataclass
class Bench:
    """Reminders and settings of a device that always answers."""

    tokens: int = 0
    zone: str | None = "Europe/London"

    @property
    def reminders(self) -> Bench:
        return self

    @property
    def device(self) -> Bench:
        return self

    def time_zone(self) -> str | None:
        return self.zone

    def create(self, _ring: Ring) -> str | Refusal:
        self.tokens += 1
        return f"t{self.tokens}"

    def update(self, token: str, _ring: Ring) -> str | Refusal:
        return token

    def delete(self, _token: str) -> Refusal | None:
        return None


@dataclass
class House:
    """A household as a test lives in it."""

    store: Store = field(default_factory=MemoryStore)
    now: datetime = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
    progress: Progress = field(default_factory=Progress)

    def turns(self) -> Turns:
        return Turns(self.store, MemoryStore(), LIBRARY, PlainEars(), First())

    def take(
        self,
        intent: str,
        slots: Mapping[str, Slot] | None = None,
        *,
        kind: Kind = Kind.INTENT,
        person: str | None = None,
    ) -> Reply:
        turn = Turn(kind, "us", self.now, "en-GB", intent, slots or {}, person, self.progress)
        reply, progress = self.turns().take(turn, Bench())
        self.progress = (
            progress_of(attributes_of(progress)) if isinstance(reply, Ask | HandOver) else Progress()
        )
        return reply

    def kept(self) -> str:
        with self.store.visit("us") as home:
            return repr((home.household, list(home.pairs()), home.entries(date.min, date.max)))


def spoken(reply: Reply) -> str:
    match reply:
        case Ask(lines, question, reprompt):
            return SPEECH.render((*lines, question, reprompt), "en-GB")
        case Close(lines):
            return SPEECH.render(lines, "en-GB")
        case _:
            return ""


SLOTS = {
    "answer": st.sampled_from([SECRET, "seven", "skip it", "shit"]),
    "name": st.sampled_from(["sam", "alex", "robin"]),
    "number": st.sampled_from(["0", "7", "11", "?"]),
    "theme": st.sampled_from(["calm", "thanks", "nonsense"]),
    "company": st.sampled_from(["alone", "together"]),
    "hands": st.sampled_from(["free", "one", "baby", "across"]),
    "whose": st.sampled_from(["me", "partner"]),
    "day": st.sampled_from(["2026-11-28", "2026-W48-WE", "2026-W48", "2020-01-01", "202X", "?"]),
    "time": st.sampled_from(["10:00", "03:00", "EV", "25:99"]),
    "length": st.sampled_from(["PT1H", "PT5M", "P30D", "x"]),
    "need": st.sampled_from(["relax", "choose", "nonsense"]),
    "chore": st.sampled_from(["laundry", "nonsense"]),
    "lead": st.sampled_from(["PT30M", "PT10H", "x"]),
    "weekday": st.sampled_from(["TH", "SU", "XX"]),
    "helper": st.sampled_from(["grandma", "friend"]),
    "town": st.sampled_from(["Europe/London", "Nowhere/Land"]),
    "moment": st.just("start"),
    "help": st.sampled_from(["emergency", "perinatal", "crisis", "home", "nonsense"]),
    "country": st.sampled_from(["IE", "NZ", "XX", "../GB"]),
    "place": st.sampled_from(["table", "cot", "nowhere"]),
    "frame": st.sampled_from(["sorry", "harder", "nonsense"]),
    "room": st.sampled_from(["none", "little", "plenty"]),
    "mood": st.sampled_from(["quarrel", "low", "good"]),
}


@st.composite
def slots_of_a_turn(draw: st.DrawFn) -> dict[str, Slot]:
    names = draw(st.lists(st.sampled_from(sorted(SLOTS)), max_size=4, unique=True))
    words = {name: draw(SLOTS[name]) for name in names}
    return {name: Slot(said, said) for name, said in words.items()}


class Evenings(RuleBasedStateMachine):
    """Two people and one speaker, over several days."""

    def __init__(self) -> None:
        super().__init__()
        self.house = House()
        self.said: list[str] = []

    def heard(self, reply: Reply) -> None:
        assert isinstance(reply, Ask | Close | HandOver | Nothing)
        words = spoken(reply)
        assert not CLOSE.search(words)
        self.said.append(words)

    @rule(intent=st.sampled_from(sorted(TABLE)), slots=slots_of_a_turn())
    def somebody_says_something(self, intent: str, slots: dict[str, Slot]) -> None:
        reply = self.house.take(intent, slots)
        self.heard(reply)
        if SECRET in self.said[-1]:
            assert isinstance(reply, Close), "kept words are only read out in a reveal, which ends"

    @rule()
    def the_skill_is_opened(self) -> None:
        self.house.progress = Progress()
        self.heard(self.house.take("", kind=Kind.LAUNCH))

    @rule(minutes=st.sampled_from([0, 1, 5, 90, 60 * 12, 60 * 24, 60 * 24 * 9]))
    def time_passes(self, minutes: int) -> None:
        self.house.now += timedelta(minutes=minutes)

    @rule(reason=st.sampled_from(["USER_INITIATED", "ERROR", "EXCEEDED_MAX_REPROMPTS"]))
    def the_session_ends(self, reason: str) -> None:
        turn = Turn(Kind.ENDED, "us", self.house.now, progress=self.house.progress, outcome=reason)
        assert self.house.turns().take(turn, Bench())[0] == Nothing()
        self.house.progress = Progress()

    @rule(outcome=st.sampled_from(["ACCEPTED", "DENIED", "NOT_ANSWERED", "ERROR"]))
    @precondition(lambda self: self.house.progress.state is not None)
    def a_permission_is_answered(self, outcome: str) -> None:
        turn = Turn(
            Kind.PERMISSION, "us", self.house.now, "en-GB", progress=self.house.progress, outcome=outcome
        )
        reply, _ = self.house.turns().take(turn, Bench())
        self.house.progress = Progress()
        self.heard(reply)

    @rule(
        intent=st.sampled_from(["AnswerIntent", "NameIntent", "WhoIntent", "CallMeIntent"]),
        about=st.sampled_from(sorted(DANGERS)),
    )
    def danger_is_met_at_once_from_everywhere(self, intent: str, about: Distress) -> None:
        slot = "answer" if intent == "AnswerIntent" else "name"
        reply = self.house.take(intent, {slot: Slot(f"well {DANGERS[about][1]} you know")})
        assert isinstance(reply, Ask)
        assert isinstance(reply.state, Crisis)
        assert reply.state.about is about
        assert "999" in spoken(reply) or "emergency number" in spoken(reply)

    @rule(about=st.sampled_from(sorted(DANGERS)))
    def danger_is_met_as_an_intent_too(self, about: Distress) -> None:
        reply = self.house.take(DANGERS[about][0])
        assert isinstance(reply, Ask)
        assert isinstance(reply.state, Crisis)
        assert reply.state.about is about

    @rule(intent=st.sampled_from(["AMAZON.StopIntent", "AMAZON.CancelIntent", "FearIntent"]))
    def leaving_takes_one_turn(self, intent: str) -> None:
        assert self.house.take(intent) == Close((EARLY_CLOSE,))

    @invariant()
    def what_is_expected_is_known(self) -> None:
        state = self.house.progress.state
        assert state is None or type(state) in EXPECTED

    @invariant()
    def nothing_said_travels_with_the_session(self) -> None:
        assert SECRET not in repr(attributes_of(self.house.progress))


Evenings.TestCase.settings = settings(
    max_examples=60, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck)
)
TestEvenings = Evenings.TestCase


@given(st.lists(st.tuples(st.sampled_from(sorted(TABLE)), slots_of_a_turn()), max_size=6))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_fear_leaves_what_any_early_end_leaves(turns: list[tuple[str, dict[str, Slot]]]):
    left = []
    for ending, slots in (
        ("FearIntent", {}),
        ("AMAZON.StopIntent", {}),
        ("AnswerIntent", {"answer": Slot(FEAR)}),
    ):
        house = House()
        for intent, said in turns:
            house.take(intent, said)
        with _log_lines() as lines:
            reply = house.take(ending, slots)
        left.append((reply, house.progress, house.kept(), lines))
    assert left[0] == left[1] == left[2]


@contextmanager
def _log_lines() -> Iterator[list[str]]:
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage().rpartition(" in ")[0])  # type: ignore[method-assign] # the smallest recorder
    log = logging.getLogger("skill")
    log.addHandler(handler)
    before = log.level
    log.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        log.removeHandler(handler)
        log.setLevel(before)


@given(st.sampled_from(sorted(TABLE)), st.sampled_from(sorted(SLOTS)))
@settings(max_examples=80, deadline=None)
def test_words_in_any_slot_of_any_intent_are_never_logged(intent: str, slot: str):
    house = House()
    house.take("CheckInIntent")
    with _log_lines() as lines:
        house.take(intent, {slot: Slot(SECRET)})
    assert lines or (house.progress.state and house.progress.state.UNTOLD)
    assert not any(word in line for line in lines for word in SECRET.split())


@pytest.mark.parametrize("slot", sorted(SLOTS))
@pytest.mark.parametrize("intent", sorted(TABLE))
def test_danger_in_any_slot_of_any_intent_gets_help(intent: str, slot: str):
    reply = House().take(intent, {slot: Slot(DANGER)})
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, Crisis)


def test_the_crisis_reply_asks_no_device_anything():
    class Deaf(Bench):
        def time_zone(self) -> str | None:
            raise AssertionError("the device was asked before the reply")

    house = House()
    turn = Turn(Kind.INTENT, "us", house.now, "en-AU", "DangerIntent")
    reply, _ = house.turns().take(turn, Deaf())
    assert "000" in spoken(reply)


@pytest.mark.parametrize(
    ("locale", "number"),
    [("en-US", "911"), ("en-GB", "999"), ("en-AU", "000"), ("en-CA", "911"), ("en-IN", "112")],
)
def test_every_locale_speaks_its_own_number(locale: str, number: str):
    house = House()
    reply, _ = house.turns().take(Turn(Kind.INTENT, "us", house.now, locale, "DangerIntent"), Bench())
    assert f">{number}<" in spoken(reply)


def test_the_zone_the_household_lives_in_speaks_before_the_locale():
    house = House()
    house.take("CheckInIntent")
    reply, _ = house.turns().take(Turn(Kind.INTENT, "us", house.now, "en-US", "DangerIntent"), Bench())
    assert ">999<" in spoken(reply)


def test_a_number_alone_and_a_state_alone_are_never_kept():
    for words in (
        "seven",
        "seven or eight",
        "11",
        "i'm so tired",
        "fine",
        "pretty low today",
        "shit happens",
        "?",
    ):
        house = _about_to_answer()
        house.take("AnswerIntent", {"answer": Slot(words)})
        assert "waiting=()" in house.kept()


def test_words_are_kept_only_after_the_choice_and_who_it_is_from():
    house = House()
    house.take("CheckInIntent")
    house.take("AnswerIntent", {"answer": Slot(SECRET)})
    assert SECRET not in house.kept()
    house = _about_to_answer()
    house.take("AnswerIntent", {"answer": Slot(SECRET)})
    assert SECRET in house.kept()


def test_one_answer_alone_is_never_read():
    house = _about_to_answer()
    house.take("AnswerIntent", {"answer": Slot(SECRET)})
    assert isinstance(house.take("HearAnswersIntent"), Close)


def test_an_unmatched_answer_is_gone_at_four():
    house = _about_to_answer()
    house.take("AnswerIntent", {"answer": Slot(SECRET)})
    house.now = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
    house.turns().night(house.now)
    assert SECRET not in house.kept()


def test_an_unmatched_answer_is_still_there_a_minute_before_four():
    house = _about_to_answer()
    house.take("AnswerIntent", {"answer": Slot(SECRET)})
    house.now = datetime(2026, 11, 24, 3, 59, tzinfo=UTC)
    house.turns().night(house.now)
    assert SECRET in house.kept()


def test_forget_us_takes_one_confirmation_and_leaves_nothing():
    house = _about_to_answer()
    house.take("AnswerIntent", {"answer": Slot(SECRET)})
    house.take("ForgetUsIntent")
    assert SECRET in house.kept()
    house.take("AMAZON.YesIntent")
    assert house.kept() == House().kept()


def test_disabling_for_good_forgets_and_for_a_while_does_not():
    for persisted in (True, False):
        house = _about_to_answer()
        house.take("AnswerIntent", {"answer": Slot(SECRET)})
        turn = Turn(Kind.DISABLED, "us", house.now, persisted=persisted)
        assert house.turns().take(turn, Bench())[0] == Nothing()
        assert (SECRET in house.kept()) is persisted


def _about_to_answer() -> House:
    house = House(store=Keeping())
    house.take("CheckInIntent")
    house.take("KeepIntent")
    house.take("NameIntent", {"name": Slot("sam")})
    assert house.progress.here is Partner.FIRST
    return house


class Keeping(MemoryStore):
    """A memory that says it keeps: what is tested is what the conversations ask of it."""

    keeps = True

    @contextmanager
    def visit(self, household: str) -> Iterator[Home]:
        with super().visit(household) as home:
            home._keeps = True  # type: ignore[attr-defined] # as above
            yield home


class Full(Keeping):
    """A disk with no room left."""

    @contextmanager
    def visit(self, household: str) -> Iterator[Home]:
        with super().visit(household) as home:
            yield home
        raise StoreError("No room.")


def test_a_full_disk_is_said_and_the_question_is_asked_all_the_same():
    reply = House(store=Full()).take("CheckInIntent")
    assert isinstance(reply, Ask)
    assert "couldn't keep" in spoken(reply)


def test_a_full_disk_changes_neither_the_crisis_reply_nor_an_early_end():
    house = House(store=Full())
    assert house.take("DangerIntent") == replace(House().take("DangerIntent"))
    assert house.take("AMAZON.StopIntent") == Close((EARLY_CLOSE,))


def _keeps(house: House, name: str, words: str, person: str | None = None) -> Reply:
    house.take("CheckInIntent")
    house.take("KeepIntent")
    house.take("NameIntent", {"name": Slot(name)})
    return house.take("AnswerIntent", {"answer": Slot(words)}, person=person)


def test_answers_to_two_questions_never_meet():
    house = House(store=Keeping())
    _keeps(house, "sam", SECRET)
    house.take("CheckInIntent")
    house.take("AnotherOneIntent")
    _keeps(house, "alex", "the little boat")
    assert "Pair" not in house.kept()
    assert SECRET not in house.kept()


def test_words_said_after_four_do_not_answer_yesterdays_question():
    house = House(store=Keeping(), now=datetime(2026, 11, 24, 3, 59, tzinfo=UTC))
    house.take("CheckInIntent")
    house.take("KeepIntent")
    house.take("NameIntent", {"name": Slot("sam")})
    house.now += timedelta(minutes=2)
    house.take("AnswerIntent", {"answer": Slot(SECRET)})
    assert SECRET not in house.kept()


@pytest.mark.parametrize(("voices", "met"), [(("a", "a"), False), (("a", "b"), True), ((None, "b"), True)])
def test_one_voice_is_never_two_people(voices: tuple[str | None, str], met: bool):  # noqa: FBT001 - the expectation
    house = House(store=Keeping())
    _keeps(house, "sam", SECRET, voices[0])
    _keeps(house, "alex", "the little boat", voices[1])
    assert ("Pair" in house.kept()) is met


NO_NAMES = ("tired", "fine", "me", "both of us", "?", "7", "i feel so alone", "fuck", "the baby", "x" * 40)


@pytest.mark.parametrize("intent", ["WhoIntent", "CallMeIntent", "NameIntent"])
@pytest.mark.parametrize("words", NO_NAMES)
def test_what_was_only_heard_as_a_name_is_nobodys(intent: str, words: str):
    house = House()
    house.take("", kind=Kind.LAUNCH)
    reply = house.take(intent, {"name": Slot(words)})
    assert words not in spoken(reply).casefold().split()
    assert house.kept().count("Person(name=None, ") == 2


@pytest.mark.parametrize("name", ["sam", "Mary Ann", "d'arcy", "jean-luc", "Zoë", "anna"])
def test_a_first_name_is_one_or_two_words(name: str):
    house = House()
    assert name.casefold() in spoken(house.take("WhoIntent", {"name": Slot(name)})).casefold()


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("i feel sad and like 3 out of 10", False),
        ("i'm in", False),
        ("count me in", False),
        ("my period is late", False),
        ("when you made pancakes, you know, the burnt ones", True),
        ("one small hello", True),
        ("we couldn't stop laughing", True),
    ],
)
def test_what_is_kept_is_neither_a_state_nor_a_number_nor_a_consent(words: str, kept: bool):  # noqa: FBT001 - as above
    house = _about_to_answer()
    house.take("AnswerIntent", {"answer": Slot(words)})
    assert (words in house.kept()) is kept


class Broken:
    """A store that breaks in a way nobody thought of."""

    keeps = True

    def visit(self, household: str) -> AbstractContextManager[Home]:
        raise PermissionError(household)

    def households(self) -> Iterable[str]:
        return ()

    def forget_later(self, household: str) -> None:
        raise StoreError(household)


@pytest.mark.parametrize("intent", ["FearIntent", *(intent for intent, _ in DANGERS.values())])
def test_danger_and_fear_are_answered_whatever_breaks(intent: str):
    assert House(store=Broken()).take(intent) == House().take(intent)


def test_what_breaks_otherwise_is_not_hidden():
    with pytest.raises(PermissionError):
        House(store=Broken()).take("CheckInIntent")


def test_danger_in_an_exercise_asks_the_device_nothing():
    class Deaf(Bench):
        def time_zone(self) -> str | None:
            raise AssertionError("the device was asked before the reply")

    house = House()
    house.take("ExerciseIntent")
    turn = Turn(
        Kind.INTENT, "us", house.now + timedelta(days=2), "en-GB", "DangerIntent", progress=house.progress
    )
    reply, _ = house.turns().take(turn, Deaf())
    assert isinstance(reply, Ask)
    assert isinstance(reply.state, Crisis)


def test_requests_without_a_household_share_nothing():
    house = House()
    turn = Turn(Kind.INTENT, "", house.now, "en-GB", "WhoIntent", {"name": Slot("sam")})
    house.turns().take(turn, Bench())
    with house.store.visit("") as home:
        assert home.household.first.name is None


def test_a_question_that_is_not_understood_after_the_crisis_reply_ends_kindly():
    house = House()
    house.take("DangerIntent")
    assert isinstance(house.take("AMAZON.FallbackIntent"), Ask)
    assert isinstance(house.take("AMAZON.FallbackIntent"), Ask)
    assert isinstance(house.take("AMAZON.FallbackIntent"), Close)


def test_a_household_that_leaves_while_somebody_speaks_is_forgotten_all_the_same(tmp_path: Path):
    house = House(store=TinyDBStore(tmp_path, patience=0.05))
    house.take("WhoIntent", {"name": Slot("sam")})
    with house.store.visit("us"):
        leaving = Turn(Kind.DISABLED, "us", house.now, persisted=False)
        assert house.turns().take(leaving, Bench())[0] == Nothing()
    with TinyDBStore(tmp_path).visit("us") as home:
        assert home.household.first.name is None
    assert not [f for f in tmp_path.rglob("*") if f.is_file() and b"Sam" in f.read_bytes()]


def test_a_household_that_cannot_even_be_marked_breaks_nothing():
    class Shut(Full):
        def forget_later(self, household: str) -> None:
            raise StoreError(household)

    leaving = Turn(Kind.DISABLED, "us", House().now, persisted=False)
    assert House(store=Shut()).turns().take(leaving, Bench())[0] == Nothing()
