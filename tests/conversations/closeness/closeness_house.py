"""A house in which two people say what they want, each for themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from skill.domain.closeness.closeness import Closeness, is_words_day
from skill.domain.household import Household
from skill.domain.ladder import Rung
from skill.domain.line import Line
from skill.domain.partner import Partner
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Close, Reply
from skill.domain.turn import Slot
from tests.house import House, Keeping

DAY = date(2026, 11, 23)
assert not is_words_day("us", DAY)
NAMES = {Partner.FIRST: "sam", Partner.SECOND: "alex"}


def house(rung: Rung | None = None) -> House:
    """A house with two names; with a rung, both have decided and stand there."""
    here = House(store=Keeping())
    with here.store.visit("us") as home:
        named = Household("us").naming(Partner.FIRST, "sam").naming(Partner.SECOND, "alex")
        home.keep(replace(named, closeness=Closeness() if rung is None else decided(rung)))
    return here


def decided(rung: Rung) -> Closeness:
    both = Closeness().wanting(Partner.FIRST, None).wanting(Partner.SECOND, None)
    return replace(both, rung=rung)


def closeness(here: House) -> Closeness:
    with here.store.visit("us") as home:
        return home.household.closeness


def household(here: House) -> Household:
    with here.store.visit("us") as home:
        return home.household


def room(here: House) -> Rung:
    return closeness(here).room("us", DAY)


def says(
    here: House,
    partner: Partner | None,
    intent: str,
    slots: dict[str, str] | None = None,
    person: str | None = None,
) -> Reply:
    """One sentence in a conversation of its own, after "it's Sam" where a partner is named."""
    here.progress = Progress()
    if partner is not None:
        here.take("WhoIntent", {"name": Slot(NAMES[partner])}, person=person)
    filled = {slot: Slot(words, words) for slot, words in (slots or {}).items()}
    return here.take(intent, filled, person=person)


def keys(reply: Reply) -> tuple[str, ...]:
    """The phrases of a reply, and of its question."""
    return tuple(_keys(reply))


def _keys(reply: Reply) -> Iterator[str]:
    if isinstance(reply, Ask | Close):
        yield from (line.key for line in reply.lines if isinstance(line, Line))
    if isinstance(reply, Ask):
        yield from (reply.question.key, reply.reprompt.key)
