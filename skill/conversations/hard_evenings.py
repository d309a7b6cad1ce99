"""What people say on a hard evening: met with a kind word, and with less or nothing to do.

What one of the two said or wants is never told here: the same words come whatever it was.
"""

from __future__ import annotations

from skill.domain.alone_time.expectations import OfAloneTime
from skill.domain.alone_time.reminder_offer import OfferReminder
from skill.domain.desk import Desk
from skill.domain.exercise.choice import Wish
from skill.domain.exercise.exercise import Company
from skill.domain.exercise.expectations import QUIET, QuietOrNothing, QuietOrWords
from skill.domain.exercise.situation import Situation
from skill.domain.for_one import ForOne
from skill.domain.misheard import again, once_more
from skill.domain.reply import Reply, close
from skill.domain.room import NoRoom, Room
from skill.domain.turn import NO, Turn

OF_ONES_OWN = Wish(company=Company.ALONE, situation=Situation.LOW)


def too_tired(_turn: Turn, desk: Desk) -> Reply:
    """Less, or nothing at all."""
    desk.tonights_room = Room.NONE
    return desk.ask(NoRoom(), desk.line("mood.tired"))


def loss(_turn: Turn, desk: Desk) -> Reply:
    """Condolences, then quiet or nothing; this conversation leaves out what speaks of a baby."""
    said = "hard_evening.here" if desk.grieving else "mood.loss"
    desk.grieving = True
    return desk.ask(QuietOrNothing(QUIET), desk.line(said))


def longing(turn: Turn, desk: Desk) -> Reply:
    """Somebody misses being close: a kind word that takes nobody's side, then quiet or words."""
    return _offered(QuietOrWords(OF_ONES_OWN), "longing", turn, desk)


def freely(turn: Turn, desk: Desk) -> Reply:
    """Nobody is talked into anything from here, and nobody is told to."""
    return _offered(QuietOrWords(OF_ONES_OWN), "freely", turn, desk)


def overwhelmed(turn: Turn, desk: Desk) -> Reply:
    """It is too much: the support list by its name, then quiet or nothing."""
    return _offered(QuietOrNothing(OF_ONES_OWN), "overwhelmed", turn, desk)


def crying(turn: Turn, desk: Desk) -> Reply:
    """A child cries and cries: what is all right to do, then quiet or nothing."""
    return _offered(QuietOrNothing(OF_ONES_OWN), "crying", turn, desk)


def stays_with_me(turn: Turn, desk: Desk) -> Reply:
    """What the other said is not told, nor whether anything was; then back to what was under way."""
    return again(turn, desk, "question", desk.line("hard_evening.stays_with_me"))


def quiet_or_nothing(turn: Turn, desk: Desk) -> Reply | None:
    """A yes is a yes to the quiet; nothing at all is just as good, and so are words nobody understood."""
    if desk.grieving and turn.intent == "AMAZON.FallbackIntent" and not turn.progress.misheard:
        return once_more(turn, desk, desk.line("hard_evening.here"))
    nothing = turn.intent in NO or turn.id("room") == Room.NONE
    return close(desk.line("quiet_or_nothing.nothing")) if nothing else None


def quiet_or_words(turn: Turn, desk: Desk) -> Reply | None:
    """A yes says nothing yet to a choice of two; nothing at all is just as good."""
    if turn.intent == "AMAZON.YesIntent" and not turn.progress.misheard:
        desk.misheard = 1
        return desk.ask(QuietOrWords(OF_ONES_OWN), question="which")
    return close(desk.line("quiet_or_nothing.nothing")) if turn.id("room") == Room.NONE else None


def just_me(_turn: Turn, desk: Desk) -> Reply:
    """Something for one; this conversation asks for nobody else."""
    desk.alone = True
    return desk.ask(ForOne(), desk.line("for_one.welcome"))


def for_one(turn: Turn, desk: Desk) -> Reply | None:
    """A yes says nothing yet to a choice of two; a no is a goodbye."""
    if turn.intent == "AMAZON.YesIntent" and not turn.progress.misheard:
        desk.misheard = 1
        return desk.ask(ForOne(), question="which")
    no = turn.intent in NO or turn.id("room") == Room.NONE
    return close(desk.line("welcome.goodbye")) if no else None


def _offered(state: QuietOrNothing | QuietOrWords, said: str, turn: Turn, desk: Desk) -> Reply:
    """A kind word and a small offer; after a loss the same again, and a booking under way waits."""
    under_way = turn.progress.state
    if desk.grieving:
        return desk.ask(QuietOrNothing(QUIET), desk.line("hard_evening.here"))
    if isinstance(under_way, OfAloneTime | OfferReminder):
        return desk.ask(under_way, desk.line(f"hard_evening.{said}"))
    return desk.ask(state, desk.line(f"hard_evening.{said}"))
