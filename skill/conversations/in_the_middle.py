"""What a sentence means where something is under way, when at the door it would mean more."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from skill.domain.alone_time.expectations import OfAloneTime, WhoseTime
from skill.domain.check_in.expectations import Answering, Choosing, Whose, WhoseToDelete
from skill.domain.closeness.consent import FirstIn
from skill.domain.closeness.expectations import WhoSays, WhoseVoice
from skill.domain.exercise.choice import Wish
from skill.domain.exercise.expectations import Afterwards, AtGate, Midway, Offering, QuietOrNothing, Waiting
from skill.domain.for_one import ForOne
from skill.domain.progress import State
from skill.domain.room import OfRoom, Room
from skill.domain.small_moment import AnotherMoment
from skill.domain.turn import Slot, Turn
from skill.domain.welcome import Menu

SHORT = "short"
"""The id of a wish for something short, among those of tonight's room."""
ME = Slot("me", "me")
BOTH = Slot("both of us", "together")
NOBODY = Slot("nobody", "nobody")
OF_A_NAME = (Whose, WhoseToDelete, WhoSays, WhoseVoice)
"""Where a first name is expected."""
ASKS_WHO = (Answering, Choosing, *OF_A_NAME)
"""Where "nobody" and "both of us" answer the question, or are an answer of their own."""


def meant(turn: Turn) -> Turn:
    """The turn as it is meant where the conversation stands."""
    mean = MEANT.get(turn.intent)
    return mean(turn, turn.progress.state) if mean else turn


def _too_tired(turn: Turn, state: State | None) -> Turn:
    """Too tired for what was offered is a no."""
    return turn if _at_the_door(state) else _as(turn, "AMAZON.NoIntent")


def _just_me(turn: Turn, state: State | None) -> Turn:
    """Whoever is alone gets what was under way for one; where two were asked for it is a no."""
    if isinstance(state, AtGate | Midway | Afterwards | Waiting | OfAloneTime):
        return replace(turn, intent="WhoseIntent", slots={"whose": ME})
    if isinstance(state, Offering):
        return replace(turn, intent="ExerciseIntent", slots={"company": Slot("alone", "alone")})
    free = _at_the_door(state) or isinstance(state, ForOne | OfRoom | AnotherMoment | Choosing)
    return turn if free else _as(turn, "AMAZON.NoIntent")


def _rather_not(turn: Turn, state: State | None) -> Turn:
    """A no with its reason is a no, and nobody asks for the reason; where a name was asked it is nobody's."""
    if isinstance(state, OF_A_NAME):
        return replace(turn, intent="WhichOfUsIntent", slots={"which": NOBODY})
    return _as(turn, "AMAZON.NoIntent")


def _me(turn: Turn, state: State | None) -> Turn:
    """Just me, where nothing was asked that it could answer."""
    alone = turn.id("whose") == ME.id and _at_the_door(state)
    return _as(turn, "JustMeIntent") if alone else turn


def _quiet(turn: Turn, state: State | None) -> Turn:
    """The two minutes that were just offered; for two, something quiet of any kind will do."""
    if not isinstance(state, QuietOrNothing):
        return turn
    if turn.id("company") == BOTH.id and len(turn.slots) == 1:
        any_kind = Offering(Wish(situation=state.wish.situation))
        return replace(turn, progress=replace(turn.progress, state=any_kind))
    return turn if turn.slots else _as(turn, "AMAZON.YesIntent")


def _room(turn: Turn, state: State | None) -> Turn:
    """A wish for something short: shortens what is under way, else there is a little room."""
    if turn.id("room") != SHORT:
        return turn
    if isinstance(state, AtGate | Midway | Afterwards | Waiting):
        return _as(turn, "TooLongIntent")
    if isinstance(state, OfAloneTime):
        return _as(turn, "StartSmallIntent")
    return replace(turn, slots={"room": Slot(turn.words("room") or "", Room.LITTLE)})


def _it_all(turn: Turn, state: State | None) -> Turn:
    """Where an answer may be kept, all of it is that answer."""
    return _as(turn, "DontKeepIntent") if isinstance(state, Choosing | Whose | Answering) else turn


def _other_name(turn: Turn, state: State | None) -> Turn:
    """It is said who it is; only where each is asked for a yes may the no in it be one."""
    return turn if isinstance(state, FirstIn) else replace(turn, intent="WhoIntent")


def _which_of_us(turn: Turn, state: State | None) -> Turn:
    """Neither is a no, and both of us are two, where nobody asked for a name."""
    if state is None or isinstance(state, ASKS_WHO):
        return turn
    if turn.id("which") == "nobody":
        return _as(turn, "SkipIntent" if isinstance(state, WhoseTime) else "AMAZON.NoIntent")
    together = turn.id("which") == "both" and isinstance(state, Offering)
    return replace(turn, intent="ExerciseIntent", slots={"company": BOTH}) if together else turn


def _own_words(turn: Turn, state: State | None) -> Turn:
    """What somebody wants to tell the other is an answer like any where a question of the day was asked."""
    asked = isinstance(state, Choosing | Answering) and turn.words("answer")
    return replace(turn, intent="AnswerIntent") if asked else turn


def _as(turn: Turn, intent: str) -> Turn:
    return replace(turn, intent=intent, slots={})


def _at_the_door(state: State | None) -> bool:
    return state is None or isinstance(state, Menu)


MEANT: Mapping[str, Callable[[Turn, State | None], Turn]] = {
    "DeleteItAllIntent": _it_all,
    "ExerciseIntent": _quiet,
    "JustMeIntent": _just_me,
    "OtherNameIntent": _other_name,
    "RatherNotIntent": _rather_not,
    "RoomIntent": _room,
    "SayThisIntent": _own_words,
    "SorryIntent": _own_words,
    "TooTiredIntent": _too_tired,
    "WhichOfUsIntent": _which_of_us,
    "WhichToForgetIntent": _it_all,
    "WhoseIntent": _me,
}
