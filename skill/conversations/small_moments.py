"""Small moments: one at once, for where people are; another only when they want it."""

from __future__ import annotations

from msgspec.structs import replace

from skill.domain.desk import Desk
from skill.domain.exercise.exercise import Company, Hands
from skill.domain.line import Rest
from skill.domain.reply import Reply, close
from skill.domain.room import Room
from skill.domain.small_moment import AnotherMoment, Around, SmallMoment, Spot, by_id, draw, remembering
from skill.domain.turn import NO, Turn
from skill.domain.unfit import is_unfit

PLAYED = 10
"""Seconds of quiet in which a moment is played before another one is offered."""
MORE = frozenset({"AMAZON.YesIntent", "AMAZON.NextIntent", "AnotherOneIntent", "NotThatOneIntent"})


def give(turn: Turn, desk: Desk) -> Reply:
    """Gives one at once; whoever asked in one breath hears nothing more, in a conversation there may be.

    After a loss none is given, however it was come by.
    """
    if desk.grieving:
        from skill.domain.grieving import something_quiet  # a cold start has nobody who grieves

        return something_quiet(desk)
    if is_unfit(turn, desk.library):
        return close(desk.line("exercise.not_this"))
    state = turn.progress.state
    before = state if isinstance(state, AnotherMoment) else AnotherMoment()
    around = _around(turn, before.around, desk)
    moment = _drawn(around, before.given, desk)
    lately = remembering(desk.household.small_moments, moment)
    if lately != desk.household.small_moments:
        desk.home.keep(replace(desk.household, small_moments=lately))
    return _given(turn, moment, AnotherMoment(around, (*before.given, moment.id)), desk)


def another(turn: Turn, desk: Desk) -> Reply | None:
    """Another one, the same once more, or enough."""
    if turn.intent in MORE:
        return give(turn, desk)
    if turn.intent in NO or turn.id("room") == Room.NONE:
        return close(desk.line("small_moment.goodbye"))
    return _once_more(turn, desk) if turn.intent == "AMAZON.RepeatIntent" else None


def _once_more(turn: Turn, desk: Desk) -> Reply | None:
    """The same again, if today still has room for it; else another one."""
    state = turn.progress.state
    if not isinstance(state, AnotherMoment):
        return None
    moment = by_id(desk.library.small_moments, state.given[-1]) if state.given else None
    return _given(turn, moment, state, desk) if moment and desk.allows(moment.touch) else give(turn, desk)


def _drawn(around: Around, given: tuple[str, ...], desk: Desk) -> SmallMoment:
    fitting = [moment for moment in desk.library.small_moments if around.has(moment)]
    return draw(fitting, desk.household.small_moments, given, desk.allows, desk.chance.pick)


def _given(turn: Turn, moment: SmallMoment, state: AnotherMoment, desk: Desk) -> Reply:
    if turn.new or desk.tonights_room is Room.NONE:
        return close(moment.line)
    return desk.ask(state, moment.line, Rest(PLAYED))


def _around(turn: Turn, before: Around, desk: Desk) -> Around:
    return Around(
        turn.named("place", Spot) or before.place,
        turn.named("hands", Hands) or before.hands,
        turn.named("company", Company) or before.company or (Company.ALONE if desk.alone else None),
    )
