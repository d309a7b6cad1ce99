"""Whatever can be said, in any order; and conversations that begin and end."""

from __future__ import annotations

from skill.domain.turn import Kind
from tests.laws.evenings.evening import NAMES, Evening
from tests.laws.house.taken import EARS, LOCALE
from tests.laws.words import INTENTS, SENTENCES, drawn_slots


def anything(evening: Evening) -> None:
    """Whatever can be said, in any order, by anybody."""
    device = evening.device()
    for _ in range(evening.dice.randrange(1, 9)):
        name = evening.dice.choice((*NAMES, None))
        person = evening.voices[name] if name else None
        evening.life.say(
            evening.dice.choice(INTENTS), drawn_slots(evening.dice), device=device, person=person
        )
        evening.life.wait(evening.dice.choice((1, 4, 40)))


def sentences(evening: Evening) -> None:
    """Plain sentences, through the real ears."""
    device = evening.device()
    for _ in range(evening.dice.randrange(1, 6)):
        heard = EARS.hear(evening.dice.choice(SENTENCES), LOCALE, evening.life.day)
        intent, slots = (heard.intent, heard.slots) if heard else ("AMAZON.FallbackIntent", {})
        name = evening.dice.choice((*NAMES, None))
        evening.life.say(intent, slots, device=device, person=evening.voices[name] if name else None)
        evening.life.wait(evening.dice.choice((2, 8, 30)))


def opens(evening: Evening) -> None:
    """The skill is opened by its name."""
    device = evening.device()
    evening.life.sessions.pop(device, None)
    evening.life.say("", kind=Kind.LAUNCH, device=device)
    evening.steps(device, ("AMAZON.YesIntent", "AMAZON.NoIntent", "CheckInIntent", "AMAZON.HelpIntent"))


def leaves(evening: Evening) -> None:
    """A conversation ends without a word."""
    evening.life.leave(
        evening.device(), evening.dice.choice(("USER_INITIATED", "ERROR", "EXCEEDED_MAX_REPROMPTS"))
    )


def a_permission_is_answered(evening: Evening) -> None:
    """The platform's own prompt was answered."""
    device = evening.device()
    if device in evening.life.sessions:
        outcome = evening.dice.choice(("ACCEPTED", "DENIED", "NOT_ANSWERED", "ERROR"))
        evening.life.say("", kind=Kind.PERMISSION, device=device, outcome=outcome)
