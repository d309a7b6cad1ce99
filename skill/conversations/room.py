"""Tonight's room: none, a little or plenty shapes what is offered, and is forgotten with the conversation."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.domain.desk import Desk
from skill.domain.exercise.choice import Wish
from skill.domain.exercise.exercise import Company
from skill.domain.exercise.expectations import QUIET, Offering, QuietOrNothing
from skill.domain.for_one import ForOne
from skill.domain.progress import State
from skill.domain.reply import Reply, close
from skill.domain.room import HowMuchRoom, LittleRoom, NoRoom, OfRoom, Room
from skill.domain.small_moment import AnotherMoment
from skill.domain.turn import NO, Slot, Turn
from skill.domain.welcome import Menu

FITTING: Mapping[Room, State] = {
    Room.NONE: NoRoom(),
    Room.LITTLE: LittleRoom(),
    Room.PLENTY: Offering(Wish(company=Company.TOGETHER)),
}
"""What is offered where there is so much room."""
WITH: Mapping[Room, Company] = {Room.LITTLE: Company.ALONE, Room.PLENTY: Company.TOGETHER}


def what_fits(_turn: Turn, desk: Desk) -> Reply:
    """Asks how much room there is, unless this conversation knows."""
    return _offer(desk.tonights_room, desk) if desk.tonights_room else desk.ask(HowMuchRoom())


def so_much(turn: Turn, desk: Desk) -> Reply | None:
    """Takes how much room there is; in the middle of anything else it is not what was meant."""
    named = turn.named("room", Room)
    if named is None or not _is_free(turn.progress.state):
        return None
    desk.tonights_room = named
    return _offer(desk.tonights_room, desk)


def how_much(turn: Turn, desk: Desk) -> Reply | None:
    """A no means none, and so does the number; how much is answered by the table."""
    if turn.intent not in NO and turn.words("number") != "0":
        return None
    desk.tonights_room = Room.NONE
    return _offer(Room.NONE, desk)


def no_room(turn: Turn, desk: Desk) -> Reply | None:
    """Nothing at all is a good answer."""
    nothing = turn.intent == "RoomIntent" and turn.id("room") == Room.NONE
    return close(desk.line("no_room.nothing")) if nothing or turn.intent in NO else None


def little_room(turn: Turn, desk: Desk) -> Reply | None:
    """A yes says nothing yet to a choice of two; a no is a goodbye."""
    if turn.intent == "AMAZON.YesIntent" and not turn.progress.misheard:
        desk.misheard = 1
        return desk.ask(LittleRoom(), question="which")
    return close(desk.line("no_room.nothing")) if turn.intent in NO else None


def shaping(turn: Turn, desk: Desk) -> Turn:
    """The turn as this conversation shapes it: for one or for two where nobody said which."""
    company = Company.ALONE if desk.alone else WITH.get(desk.tonights_room or Room.NONE)
    if turn.intent == "ExerciseIntent" and company and not turn.words("company"):
        return replace(turn, slots={**turn.slots, "company": Slot(company, company)})
    if (
        desk.alone
        and turn.intent == "BookAloneTimeIntent"
        and not (turn.words("whose") or turn.words("name"))
    ):
        return replace(turn, slots={**turn.slots, "whose": Slot("me", "me")})
    return turn


def _offer(room: Room, desk: Desk) -> Reply:
    """After a loss nothing lighter than the quiet is offered, and no evening for two is made of it."""
    if not desk.grieving:
        return desk.ask(FITTING[room], desk.line(f"how_much_room.{room}"))
    if room is Room.PLENTY:
        return desk.ask(FITTING[room], desk.line("how_much_room.gently"))
    return desk.ask(QuietOrNothing(QUIET), desk.line(f"how_much_room.{room}"))


def _is_free(state: State | None) -> bool:
    return state is None or isinstance(state, Menu | Offering | AnotherMoment | OfRoom | ForOne)
