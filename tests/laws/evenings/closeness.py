"""Wanting this, more, less, how much is fine today, and whose voice it is."""

from __future__ import annotations

from tests.laws.evenings.evening import NAMES, Evening
from tests.laws.touch_keys import RUNGS


def both_decide(evening: Evening) -> None:
    """Each says for themselves that they want this; now and then one of them alone."""
    _each(evening, "WantThisIntent")


def one_step_up(evening: Evening) -> None:
    """Each asks for more."""
    _each(evening, "MoreIntent")


def _each(evening: Evening, intent: str) -> None:
    for name in evening.some_of_two():
        device = evening.device()
        evening.here(name, device)
        evening.say(intent, name, device)
        evening.life.sessions.pop(device, None)


def settled_in(evening: Evening) -> None:
    """Both have decided, and some weeks later there is room for a hug, or for a kiss."""
    for intent in ("WantThisIntent", *["MoreIntent"] * evening.dice.randrange(2, 5)):
        for name in NAMES:
            evening.here(name, "kitchen")
            evening.say(intent, name, "kitchen")
            evening.life.wait(20)


def unknown_voice(evening: Evening) -> None:
    """A voice nobody knows asks for what it may not have, or for less."""
    device = evening.device()
    evening.life.sessions.pop(device, None)
    intent = evening.dice.choice(("WantThisIntent", "MoreIntent", "LessIntent", "TouchTonightIntent"))
    evening.say(intent, None, device, touch=evening.dice.choice(RUNGS))
    if evening.dice.random() < 0.3:
        evening.say("NameIntent", None, device, name=evening.dice.choice((*NAMES, "robin")))


def less(evening: Evening) -> None:
    """One of them asks for less, or pauses it."""
    intent = "LessIntent" if evening.dice.random() < 0.8 else "PauseTouchIntent"
    evening.say(intent, evening.dice.choice((*NAMES, None)), evening.device())


def tonight(evening: Evening) -> None:
    """Somebody says how much is fine today."""
    device = evening.device()
    name = evening.dice.choice((*NAMES, None))
    if name:
        evening.here(name, device)
    most = evening.dice.choice((*RUNGS, "hug", "kiss", "kiss"))
    extra = {"company": "together"} if evening.dice.random() < 0.2 else {}
    evening.say("TouchTonightIntent", name, device, touch=most, **extra)


def links(evening: Evening) -> None:
    """Somebody has their voice linked, or forgotten."""
    name, device = evening.somebody(), evening.device()
    evening.here(name, device)
    evening.say(
        evening.dice.choice(("LinkVoiceIntent", "LinkVoiceIntent", "UnlinkVoiceIntent")), name, device
    )
    other = evening.somebody() if evening.dice.random() < 0.3 else name
    evening.say(evening.dice.choice(("AMAZON.YesIntent", "AMAZON.NoIntent")), other, device)
