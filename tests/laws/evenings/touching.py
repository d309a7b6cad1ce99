"""What two do together, those with touch most of all: asked for, answered, refused, talked over."""

from __future__ import annotations

from skill.domain.reply import Ask
from skill.domain.turn import Slot
from tests.laws.evenings.closeness import less, tonight
from tests.laws.evenings.evening import NAMES, Evening
from tests.laws.evenings.talking import anything
from tests.laws.house.taken import OF_CONSENT, Taken, seconds
from tests.laws.touch_keys import touch_exercises
from tests.laws.words import INTENTS, drawn

INTERJECTED = (
    "LessIntent",
    "TouchTonightIntent",
    "WhoIntent",
    "WhereAreWeIntent",
    "MoreIntent",
    "CheckInIntent",
)
"""What somebody may say while they are asked whether they are in."""


def touch(evening: Evening) -> None:
    """An exercise with touch is asked for by its name, and goes as it goes."""
    device = evening.device()
    evening.life.sessions.pop(device, None)
    id_ = evening.dice.choice(sorted(touch_exercises()))
    opened = evening.say("ExerciseIntent", evening.somebody(), device, exercise=id_)
    willing = evening.dice.random() < 0.7
    _consent(evening, opened, device, willing=willing)


def offers(evening: Evening) -> None:
    """Something is offered: an exercise for two, a small moment, whatever there is."""
    device = evening.device()
    evening.life.sessions.pop(device, None)
    intents = [i for i in ("ExerciseIntent", "SmallMomentIntent", "DidYouKnowIntent") if i in INTENTS]
    slots = {"company": Slot("together", "together")}
    for name in ("hands", "theme", "place"):
        if evening.dice.random() < 0.3:
            slots[name] = drawn(evening.dice, name)
    taken = evening.life.say(evening.dice.choice(intents), slots, device=device, person=None)
    _consent(evening, taken, device, willing=True)
    evening.steps(device, ("AnotherOneIntent", "AMAZON.NoIntent", "AMAZON.YesIntent", "NotThatOneIntent"))


def _consent(evening: Evening, taken: Taken, device: str, *, willing: bool) -> None:
    """Somebody answers whether they are in, as often as it is asked."""
    for turn in range(8):
        if not isinstance(taken.reply, Ask) or type(taken.reply.state).__name__ not in OF_CONSENT:
            return
        if evening.dice.random() < 0.06:
            _elsewhere(evening)
        if evening.dice.random() < 0.06:
            evening.life.wait(3)
            evening.say(
                evening.dice.choice(INTERJECTED), evening.dice.choice(NAMES), device, touch="kiss", name="sam"
            )
        evening.life.wait(
            seconds(taken.reply) * evening.dice.choice((0.9, 1, 1))
            + (2 if evening.dice.random() < 0.93 else 90)
        )
        name = NAMES[turn % 2] if evening.dice.random() < 0.9 else evening.dice.choice((*NAMES, None))
        if willing and evening.dice.random() < 0.93:
            said = {"consent": evening.dice.choice(("i'm in", "count me in"))}
            said |= {"name": evening.dice.choice(NAMES)} if evening.dice.random() < 0.2 else {}
            taken = evening.say("ConsentIntent", name, device, **said)
            continue
        kind = evening.dice.randrange(4)
        if kind == 0:
            evening.life.leave(device)
            return
        if kind == 1:
            taken = evening.say("ConsentIntent", name, device, consent=drawn(evening.dice, "consent").words)
        else:
            answers = (
                "AMAZON.NoIntent",
                "AMAZON.StopIntent",
                "AMAZON.YesIntent",
                "AMAZON.FallbackIntent",
                "SkipIntent",
            )
            taken = evening.say(evening.dice.choice(answers), name, device)


def _elsewhere(evening: Evening) -> None:
    """Meanwhile somebody says something, here or in the other room."""
    evening.life.wait(2)
    evening.dice.choice((less, tonight, anything))(evening)
