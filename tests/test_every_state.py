"""From every state a conversation can be in, people can leave, get help, be misheard kindly, and go on."""

from __future__ import annotations

import random
from datetime import timedelta
from functools import cache
from typing import get_args

import pytest
from msgspec.structs import replace

from skill.conversations.table import TABLE
from skill.domain.closeness.consent import FirstIn
from skill.domain.ending import EARLY_CLOSE
from skill.domain.exercise.exercise import by_id
from skill.domain.line import Line
from skill.domain.progress import Progress, State
from skill.domain.reply import Ask, Close, HandOver, Nothing, Reply
from skill.domain.support import Crisis
from skill.domain.track import Hush, Now, Play, Player
from skill.domain.turn import Kind, Slot, Turn
from tests.house import LIBRARY, Bench, House, Keeping, spoken
from tests.what_always_holds.saying import SLOTS

STATES = get_args(State)
TRACKS = [exercise for exercise in LIBRARY.exercises if exercise.is_track]
WALKS = 1500
LIKELY = (
    *["BookAloneTimeIntent"] * 6,
    *["AMAZON.YesIntent"] * 4,
    *["CheckInIntent", "KeepIntent", "ExerciseIntent", "NameIntent", "AnswerIntent", "HearAnswersIntent"] * 3,
    *["MoveAloneTimeIntent", "SkipAloneTimeIntent", "CancelAloneTimeIntent", "AMAZON.PauseIntent"] * 2,
)
GOOD = {"day": "2026-11-28", "time": "10:00", "length": "PT1H", "name": "sam", "answer": "the little boat"}


SATURDAY = {"day": "2026-11-28", "time": "10:00", "length": "PT1H"}
OPEN: tuple[str, dict[str, str]] = ("", {})
"""The skill is opened by its name alone."""
A_MONTH = 31
"""Days, and each ends with a stop."""
KEPT: list[tuple[str, dict[str, str]]] = [("CheckInIntent", {}), ("KeepIntent", {})]
BOTH_WANT: list[tuple[str, dict[str, str]]] = [
    ("WhoIntent", {"name": "sam"}),
    ("WantThisIntent", {}),
    ("WhoIntent", {"name": "alex"}),
    ("WantThisIntent", {}),
]
MORE: list[tuple[str, dict[str, str]]] = [
    ("WhoIntent", {"name": "sam"}),
    ("MoreIntent", {}),
    ("WhoIntent", {"name": "alex"}),
    ("MoreIntent", {}),
]
SCRIPTS: list[list[tuple[str, dict[str, str]]]] = [
    [
        *KEPT,
        ("NameIntent", {"name": "sam"}),
        ("AnswerIntent", {"answer": "the little boat"}),
        *KEPT,
        ("NameIntent", {"name": "alex"}),
        ("AnswerIntent", {"answer": "the warm bread"}),
        ("HearAnswersIntent", {}),
    ],
    [("ExerciseIntent", {"company": "alone"}), ("AMAZON.PauseIntent", {}), ("ExerciseIntent", {})],
    [
        ("BookAloneTimeIntent", {"name": "sam", **SATURDAY}),
        ("AMAZON.NoIntent", {}),
        ("BookAloneTimeIntent", {"name": "alex", **SATURDAY}),
    ],
    [
        ("BookAloneTimeIntent", {"name": "sam", **SATURDAY}),
        ("AMAZON.NoIntent", {}),
        ("MoveAloneTimeIntent", {}),
    ],
    [*BOTH_WANT, *(*MORE, *MORE), ("ExerciseIntent", {"theme": "hand"})],
    [
        *BOTH_WANT,
        *(*MORE, *MORE),
        ("ExerciseIntent", {"theme": "hand"}),
        ("ConsentIntent", {"consent": "i'm in"}),
    ],
    [("RoomIntent", {"room": "none"})],
    [("RoomIntent", {"room": "little"})],
    [("SaySomethingIntent", {"frame": "harder"})],
    [("BookAloneTimeIntent", {"name": "sam", "weekday": "FR", "rhythm": "monthly"})],
    [("SupportIntent", {})],
    [
        ("BookAloneTimeIntent", {"name": "sam", **SATURDAY}),
        ("AMAZON.NoIntent", {}),
        ("SkipAloneTimeIntent", {}),
    ],
    [("WhisperFromIntent", {})],
    [
        ("BookAloneTimeIntent", {"name": "sam", **SATURDAY}),
        ("AMAZON.NoIntent", {}),
        ("BookAloneTimeIntent", {"name": "alex", **SATURDAY, "day": "2026-11-29"}),
        ("AMAZON.NoIntent", {}),
        ("CancelAloneTimeIntent", {}),
    ],
    [
        ("BookAloneTimeIntent", {"name": "sam", **SATURDAY}),
        ("AMAZON.NoIntent", {}),
        ("SwapIntent", {}),
    ],
    [
        ("BookAloneTimeIntent", {"name": "sam", **SATURDAY}),
        ("AMAZON.NoIntent", {}),
        ("BookAloneTimeIntent", {"name": "alex", **SATURDAY, "day": "2026-11-29"}),
        ("AMAZON.NoIntent", {}),
        ("SwapIntent", {}),
    ],
    [
        ("BookAloneTimeIntent", {"name": "sam", **SATURDAY}),
        ("AMAZON.NoIntent", {}),
        ("CancelAloneTimeIntent", {}),
    ],
    [("BookAloneTimeIntent", {"name": "sam", **SATURDAY})],
    [("LongingIntent", {})],
    [("BookAloneTimeIntent", {"name": "sam", **SATURDAY})],
    [("IdeaIntent", {})],
    [("IdeaIntent", {}), ("IdeaIntent", {"need": "relax"})],
    [("WantThisIntent", {})],
    [("LinkVoiceIntent", {})],
    [("WhoIntent", {"name": "sam"}), ("LinkVoiceIntent", {})],
    [OPEN, ("PauseTouchIntent", {}), *[("AMAZON.StopIntent", {})] * A_MONTH, OPEN],
]
"""Ways that nobody walks by chance."""
BETWEEN = {"AMAZON.StopIntent": timedelta(days=1), "ConsentIntent": timedelta(seconds=20)}
"""How long it is before somebody says it."""
NOWHERE: list[tuple[str, dict[str, str]]] = [
    ("BookAloneTimeIntent", {"name": "sam", **SATURDAY}),
    ("AMAZON.NoIntent", {}),
]
"""The same, where no device knows the time."""


class Walked(House):
    """A house whose device may not know where it stands."""

    zone: str | None = "Europe/London"

    def go(self, intent: str, slots: dict[str, Slot] | None = None, kind: Kind = Kind.INTENT) -> Reply:
        kind = kind if intent else Kind.LAUNCH
        person = "a voice" if intent == "LinkVoiceIntent" else None
        turn = Turn(kind, "us", self.now, "en-GB", intent, slots or {}, person, self.progress)
        reply, progress = self.turns().take(turn, Bench(zone=self.zone))
        self.progress = progress if isinstance(reply, Ask | HandOver) else Progress()
        return reply


@cache
def _ways() -> dict[type[State], tuple[Walked, ...]]:
    """A house standing in each state, found by walking about at random, always the same walks."""
    dice, found = random.Random(7), dict[type[State], tuple[Walked, ...]]()
    for script in (*SCRIPTS, NOWHERE):
        house = Walked(store=Keeping())
        house.zone = None if script is NOWHERE else "Europe/London"
        for intent, said in script:
            house.now += BETWEEN.get(intent, timedelta(seconds=40))
            house.go(intent, {name: Slot(words, words) for name, words in said.items()})
        assert house.progress.state is not None
        found[type(house.progress.state)] = (house,)
    for number in range(WALKS):
        house = Walked(store=Keeping())
        house.zone = "Europe/London" if number % 3 else None
        for _ in range(40):
            house.go(dice.choice([*TABLE, *LIKELY]), _slots(dice))
            state = house.progress.state
            if state is not None and type(state) not in found:
                found[type(state)] = (house,)
                break
            house.now += timedelta(seconds=dice.choice([2, 30, 200]))
        if len(found) == len(STATES):
            break
    return found


def _slots(dice: random.Random) -> dict[str, Slot]:
    names = dice.sample(sorted(SLOTS), 4)
    words = {name: GOOD.get(name) if dice.random() < 0.7 else None for name in names}
    drawn = {name: said or _drawn(dice, name) for name, said in words.items()}
    return {name: Slot(said, said) for name, said in drawn.items()}


def _drawn(dice: random.Random, name: str) -> str:
    values = {
        "name": ["sam", "alex"],
        "whose": ["me", "partner"],
        "weekday": ["TH", "SU"],
        "time": ["03:00", "EV"],
        "day": ["2026-W48-WE", "2026-11-29"],
        "length": ["PT2H"],
        "company": ["alone", "together"],
        "room": ["none", "little", "plenty"],
        "frame": ["harder", "sorry"],
        "mood": ["quarrel", "low", "good"],
    }
    return dice.choice(values.get(name, ["start"]))


@pytest.fixture(params=STATES, ids=lambda state: state.KEY)
def way(request: pytest.FixtureRequest) -> Walked:
    state: type[State] = request.param
    assert state in _ways(), "no walk reached it"
    return _ways()[state][0]


def _from(way: Walked, intent: str, kind: Kind = Kind.INTENT, misheard: int = 0) -> tuple[Reply, Progress]:
    """What a turn gets in that state; the house itself is not changed by trying."""
    progress = replace(way.progress, misheard=misheard)
    turn = Turn(kind, "us", way.now + timedelta(seconds=3), "en-GB", intent, progress=progress)
    return way.turns().take(turn, Bench(zone=way.zone))


@pytest.mark.parametrize("intent", ["AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"])
def test_stop_cancel_and_home_end_it_in_one_turn(way: Walked, intent: str):
    assert _from(way, intent)[0] == Close((EARLY_CLOSE,))


def test_silence_ends_it_without_a_word(way: Walked):
    assert _from(way, "", Kind.ENDED)[0] == Nothing()


@pytest.mark.parametrize("outcome", ["STARTED", "STOPPED", "FINISHED", "FAILED", "NEARLY_FINISHED", ""])
def test_what_a_player_tells_is_answered_with_nothing(way: Walked, outcome: str):
    player = Player("P23", 42_170)
    turn = _of_player(way, Kind.PLAYBACK, outcome=outcome, player=player)
    assert way.turns().take(turn, Bench(zone=way.zone))[0] == Nothing()


@pytest.mark.parametrize("intent", ["Next", "Previous", "Resume", "Pause"])
def test_a_button_of_a_player_gets_no_word(way: Walked, intent: str):
    for player in (None, Player("P23", 42_170), Player("P01", 0), Player("P23", 120_000, Now.OVER)):
        turn = _of_player(way, Kind.BUTTON, intent=f"AMAZON.{intent}Intent", player=player)
        reply, _ = way.turns().take(turn, Bench(zone=way.zone))
        assert isinstance(reply, HandOver | Nothing)
        if isinstance(reply, HandOver):
            assert (reply.lines, reply.card) == ((), None)
            assert isinstance(reply.to, Play | Hush)


@pytest.mark.parametrize("intent", ["AMAZON.StopIntent", "FearIntent", "AMAZON.CancelIntent"])
def test_an_early_end_over_a_track_is_any_early_end(way: Walked, intent: str):
    progress = replace(way.progress, misheard=0)
    player = Player("P23", 42_170, Now.SOUNDS)
    turn = Turn(Kind.INTENT, "us", way.now, "en-GB", intent, progress=progress, plays=True, player=player)
    assert way.turns().take(turn, Bench(zone=way.zone))[0] == Close((EARLY_CLOSE,))


def test_a_track_begun_from_anywhere_is_none_with_touch(way: Walked):
    for intent in ("TrackIntent", "AsTrackIntent", "AMAZON.NextIntent", "AMAZON.ResumeIntent"):
        turn = Turn(Kind.INTENT, "us", way.now, "en-GB", intent, progress=way.progress, plays=True)
        reply, _ = way.turns().take(turn, Bench(zone=way.zone))
        played = reply.to if isinstance(reply, HandOver) else None
        assert not isinstance(played, Play) or by_id(LIBRARY.exercises, played.exercise) in TRACKS


def _of_player(
    way: Walked, kind: Kind, *, intent: str = "", outcome: str = "", player: Player | None = None
) -> Turn:
    return Turn(kind, "us", way.now, "en-GB", intent, outcome=outcome, plays=True, player=player)


def test_help_explains_and_asks(way: Walked):
    reply, _ = _from(way, "AMAZON.HelpIntent")
    assert isinstance(reply, Ask)


def test_what_is_not_understood_gets_help_then_two_choices_then_a_kind_close(way: Walked):
    first, progress = _from(way, "AMAZON.FallbackIntent")
    second, after = _from(way, "AMAZON.FallbackIntent", misheard=progress.misheard)
    third, _ = _from(way, "AMAZON.FallbackIntent", misheard=after.misheard)
    assert isinstance(first, Ask)
    if isinstance(way.progress.state, FirstIn):
        assert second == Close((EARLY_CLOSE,)), "before touch it is asked once more, and then it ends"
        return
    assert isinstance(second, Ask)
    assert isinstance(third, Close)
    if not isinstance(way.progress.state, Crisis):
        assert spoken(first) != spoken(second)


def test_the_check_in_is_one_turn_away(way: Walked):
    reply, progress = _from(way, "CheckInIntent")
    if isinstance(way.progress.state, Crisis):
        assert isinstance(reply, Close), "after the crisis reply nothing else is begun in that conversation"
    elif way.progress.alone:
        assert isinstance(reply, Close), "for one it is asked, and left to think about"
        assert any(isinstance(line, Line) and line.key.startswith("question.") for line in reply.lines)
    else:
        assert isinstance(reply, Ask)
        assert progress.state is not None


def test_every_state_there_is_was_reached():
    assert set(_ways()) == set(STATES)
