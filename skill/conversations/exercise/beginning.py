"""The exercise: begun at once when asked for, and what is said when it is over or one is offered."""

from __future__ import annotations

from collections.abc import Mapping

from skill.conversations.exercise.choosing import (
    Move,
    alone_instead,
    another,
    begin,
    end_early,
    set_aside,
)
from skill.conversations.exercise.giving import exercise_at, give
from skill.domain.desk import Desk
from skill.domain.exercise.choice import Wish
from skill.domain.exercise.exercise import Company, Exercise, Hands, Theme
from skill.domain.exercise.expectations import Afterwards, AtGate, Midway, Offering, Waiting
from skill.domain.exercise.place import Place
from skill.domain.exercise.step import SLOWER
from skill.domain.line import Line
from skill.domain.reply import Reply, close
from skill.domain.turn import NO, Turn
from skill.domain.unfit import is_unfit


def start(turn: Turn, desk: Desk) -> Reply:
    """Begins an exercise without a question first, unless one begun alone today still waits."""
    if is_unfit(turn, desk.library):
        return close(desk.line("exercise.not_this"))
    wish, state = wished(turn), turn.progress.state
    if isinstance(state, Midway | AtGate | Afterwards | Waiting | Offering):
        before = state.wish if isinstance(state, Offering) else state.place.wish
        return begin(_with_what_was_known(wish, before), desk, *unknown_theme(turn, desk))
    waiting = None if turn.slots else _waiting_for_one(desk)
    return desk.ask(Waiting(waiting)) if waiting else begin(wish, desk, *unknown_theme(turn, desk))


def afterwards(turn: Turn, desk: Desk) -> Reply | None:
    """Once more, something else, or enough."""
    state = turn.progress.state
    exercise = exercise_at(state.place, desk) if isinstance(state, Afterwards) else None
    if not isinstance(state, Afterwards) or exercise is None:
        return None
    if turn.intent == "AMAZON.YesIntent":
        return _which(turn, state, desk)
    wanted = AFTERWARDS.get(turn.intent) if turn.id("whose") in (None, "me") else None
    return wanted(state.place, exercise, desk) if wanted else None


def offered(turn: Turn, desk: Desk) -> Reply | None:
    """A yes begins one; a no is a goodbye."""
    state = turn.progress.state
    if isinstance(state, Offering) and turn.intent in ("AMAZON.YesIntent", "AnotherOneIntent"):
        return begin(state.wish, desk)
    return close(desk.line("welcome.goodbye")) if turn.intent in NO else None


def wished(turn: Turn) -> Wish:
    """What was asked for."""
    return Wish(
        turn.named("theme", Theme),
        turn.named("company", Company),
        turn.named("hands", Hands),
        turn.id("exercise"),
    )


def _with_what_was_known(wish: Wish, before: Wish) -> Wish:
    """Whoever adds that they are alone changes the company and no more; asking anew changes all of it."""
    if wish == Wish():
        return Wish(situation=before.situation)
    return Wish(
        wish.theme or before.theme,
        wish.company or before.company,
        wish.hands or before.hands,
        wish.exercise,
        before.situation,
    )


def unknown_theme(turn: Turn, desk: Desk) -> tuple[Line, ...]:
    """What is said first where a theme was named that there is none of."""
    unknown = turn.words("theme") and turn.named("theme", Theme) is None
    return (desk.line("exercise.another_theme"),) if unknown else ()


def _waiting_for_one(desk: Desk) -> Place | None:
    """What somebody alone left halfway today; what two did together is only taken up when asked for."""
    place = desk.household.exercises.kept(desk.today)
    exercise = exercise_at(place, desk)
    if place is None or exercise is None or exercise.company is Company.TOGETHER:
        return None
    standing = place.standing(exercise, desk.at)
    return standing if 0 < standing.step < exercise.end else None


def _which(turn: Turn, state: Afterwards, desk: Desk) -> Reply | None:
    """A yes to a choice of three says nothing yet; a second one is not understood."""
    if turn.progress.misheard:
        return None
    desk.misheard = 1
    return desk.ask(state, question="which")


def _once_more(place: Place, _exercise: Exercise, desk: Desk) -> Reply:
    return give(place.at_step(0), desk, desk.line("exercise.once_more"))


def _once_more_slower(place: Place, _exercise: Exercise, desk: Desk) -> Reply:
    return give(place.at_step(0, SLOWER), desk, desk.line("exercise.slower"))


def _no_shorter(place: Place, _exercise: Exercise, desk: Desk) -> Reply:
    return desk.ask(Afterwards(place), desk.line("exercise.two_minutes"))


def _enough(_place: Place, _exercise: Exercise, desk: Desk) -> Reply:
    return close(desk.line("exercise.goodbye"))


AFTERWARDS: Mapping[str, Move] = {
    "AMAZON.NextIntent": another,
    "AMAZON.NoIntent": _enough,
    "AMAZON.PauseIntent": end_early,
    "AMAZON.RepeatIntent": _once_more,
    "AMAZON.StartOverIntent": _once_more,
    "AnotherOneIntent": another,
    "NotThatOneIntent": set_aside,
    "SkipIntent": _enough,
    "SlowerIntent": _once_more_slower,
    "TooLongIntent": _no_shorter,
    "WhoseIntent": alone_instead,
}
