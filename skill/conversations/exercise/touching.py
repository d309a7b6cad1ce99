"""An exercise with touch: how it ends is said, each is asked for a fresh yes, and touch rests after it.

The mark that touch rests is set when the opening begins. Whatever happens after that leaves the same behind.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from skill.conversations.exercise.gate_words import ELSEWHERE, ENDS, NO_YES
from skill.conversations.exercise.whose_yes import as_said, is_of_neither, whose
from skill.domain.closeness.consent import BothIn, FirstIn, In, SecondIn, are_two
from skill.domain.desk import Desk
from skill.domain.ending import EARLY_CLOSE
from skill.domain.exercise.exercise import Exercise, by_id
from skill.domain.exercise.step import STANDARD, saying
from skill.domain.line import Line, Spoken
from skill.domain.progress import State
from skill.domain.reply import Ask, Reply, close
from skill.domain.turn import Turn
from skill.domain.voice import mark

ASKING = 7.0
"""Seconds, about, that it takes to ask one of the two."""
LISTENING = 9.0
"""Seconds after the question in which a yes counts."""
SOONEST = 0.5
"""How much of what is said up to the middle has to be over before a yes there is one."""


def invite(exercise: Exercise, pace: int, desk: Desk) -> Ask:
    """Says what it is and how it ends, and asks the first of the two."""
    return _first(exercise, pace, desk, *exercise.spoken(0, pace), again=False)


def left(turn: Turn, desk: Desk) -> State:
    """Touch rests also on a day that began in between; where the conversation stands does not change."""
    state = turn.progress.state
    if not isinstance(state, FirstIn):
        raise TypeError(type(state))
    _rest(desk)
    return state


def consenting(turn: Turn, desk: Desk) -> Reply | None:
    """A fresh yes from each, in two turns; a no is thanked; what is neither is asked once more, then ends."""
    state = turn.progress.state
    exercise = by_id(desk.library.exercises, state.exercise) if isinstance(state, FirstIn) else None
    if not isinstance(state, FirstIn) or exercise is None or not _still_open(exercise, desk):
        return close(EARLY_CLOSE)
    if turn.intent in ENDS:
        return close(desk.line(ENDS[turn.intent]))
    if turn.intent == "OtherNameIntent":
        return _corrected(turn, state, desk)
    if turn.intent in NO_YES or is_of_neither(turn, desk):
        return _heard(turn, state, exercise, desk)
    return None if turn.intent in ELSEWHERE else close(EARLY_CLOSE)


def _heard(turn: Turn, state: FirstIn, exercise: Exercise, desk: Desk) -> Reply | None:
    """A yes of one of the two, or what is asked once more."""
    if is_of_neither(turn, desk):
        return _once_more(turn, state, desk, desk.line("first_in.no_name"))
    said = _said_in(turn, state, desk)
    if said is None:
        return _once_more(turn, state, desk)
    return _counted(said, turn, state, exercise, desk) if as_said(turn, desk) else None


def _corrected(turn: Turn, state: FirstIn, desk: Desk) -> Reply:
    """Takes "no, it's Alex" after a greeting by another name: each is asked afresh, and no yes is left.

    Where nobody was greeted so, there was nothing to put right: it is somebody's no.
    """
    name = turn.words("name")
    if name is None or state.by is None or desk.household.called(name) is state.by:
        return close(desk.line("first_in.thanked"))
    afresh = FirstIn(
        exercise=state.exercise,
        again=state.again,
        asked_at=desk.at,
        heard_by=_heard_by(ASKING, desk.at),
        pace=state.pace,
    )
    partner = desk.household.called(name)
    if partner is None or desk.by_voice not in (None, partner):
        return desk.ask(afresh, desk.line("first_in.no_name"))
    desk.here = partner
    return desk.ask(
        replace(afresh, by=partner), desk.line("who.hello", name=desk.household.name(partner) or "")
    )


def _counted(said: In, turn: Turn, state: FirstIn, exercise: Exercise, desk: Desk) -> Reply:
    """A yes: the other is asked, or both are in; one more of the same person is none."""
    if not isinstance(state, SecondIn):
        return _second(state, said, desk)
    if are_two(state.first, said):
        return _given(BothIn(state.first, said), state, exercise, desk)
    return _once_more(turn, state, desk)


def _given(both: BothIn, state: FirstIn, exercise: Exercise, desk: Desk) -> Reply:
    """What two yeses open: up to the middle, where each is asked again, or to the end."""
    if both.second.at != desk.at:
        raise ValueError("a yes of an earlier turn")
    middle = exercise.part(1)[-1]
    if state.again:
        return close(*exercise.spoken(middle + 1, state.pace))
    return _first(exercise, state.pace, desk, *exercise.spoken(1, state.pace), again=True)


def _first(exercise: Exercise, pace: int, desk: Desk, *lines: Spoken, again: bool) -> Ask:
    _rest(desk)
    seconds = exercise.seconds(1 if again else 0, pace) + ASKING
    until = _heard_by(seconds, desk.at)
    state = FirstIn(exercise=exercise.id, again=again, asked_at=desk.at, heard_by=until, pace=pace)
    return desk.ask(state, *lines)


def _rest(desk: Desk) -> None:
    household = desk.household
    if household.closeness.rested_on != desk.today:
        desk.home.keep(replace(household, closeness=household.closeness.resting(desk.today)))


def _second(state: FirstIn, first: In, desk: Desk) -> Ask:
    second = SecondIn(
        exercise=state.exercise,
        again=state.again,
        asked_at=desk.at,
        heard_by=_heard_by(ASKING, desk.at),
        pace=state.pace,
        first=first,
    )
    return desk.ask(second)


def _once_more(turn: Turn, state: FirstIn, desk: Desk, *lines: Line) -> Reply:
    """Asks again, and only once; a yes counts for as long as these words last, and the listening."""
    if turn.progress.misheard:
        return close(EARLY_CLOSE)
    desk.misheard = 1
    question = f"{state.form}_help"
    said = (*(line.key for line in lines), f"{state.KEY}.{question}")
    words = sum(len(desk.library.phrase(desk.locale, key).split()) for key in said)
    shorter = replace(state, by=None, asked_at=desk.at, heard_by=_heard_by(saying(words, STANDARD), desk.at))
    return desk.ask(shorter, *lines, question=question)


def _heard_by(seconds: float, asked: datetime) -> datetime:
    return asked + timedelta(seconds=seconds + LISTENING)


def _in_time(turn: Turn, state: FirstIn) -> bool:
    """Whether the question was still in the room; asked again after something else, it is a short one.

    In the middle a yes long before the end of what is said there came before anybody had let go.
    """
    asked = turn.progress.given_at or state.asked_at
    if asked != state.asked_at:
        return turn.at <= _heard_by(ASKING, asked)
    steps = state.again and not isinstance(state, SecondIn) and not turn.progress.misheard
    spoken = state.heard_by - asked - timedelta(seconds=LISTENING)
    soonest = asked + spoken * SOONEST if steps else asked
    return soonest <= turn.at <= state.heard_by


def _said_in(turn: Turn, state: FirstIn, desk: Desk) -> In | None:
    """The yes of this turn: the raw words, in time, and all that was said but for fillers."""
    words = (turn.words("consent") or "").casefold().replace("\u2019", "'")
    courtesies = desk.library.word_list("courtesies")
    bare = " ".join(word for word in words.split() if word not in courtesies)
    meant = bare in desk.library.word_list("consent")
    if turn.intent != "ConsentIntent" or not meant or not _in_time(turn, state):
        return None
    return In(turn.at, mark(turn.person), whose(turn, state, desk))


def _still_open(exercise: Exercise, desk: Desk) -> bool:
    """Whether nobody has asked for less since it was opened; the mark it set itself does not count."""
    household = desk.household
    return household.closeness.room(household.id, desk.today).allows(exercise.touch)
