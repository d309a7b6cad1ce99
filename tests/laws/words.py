"""What people may say: every intent there is, with slots of every kind, and plain sentences."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from functools import cache

from skill.conversations.table import TABLE
from skill.domain.turn import Slot
from tests.laws.rules.secrets import REFUSED, aside
from tests.laws.rules.yeses import YES
from tests.laws.touch_keys import ENGLISH

INTENTS = sorted(TABLE)
DANGER = ("i want to die", "well i want to die you know")
FEAR = ("i'm scared of him", "she hits me")
FREE: Mapping[str, Sequence[str]] = {
    "answer": ("seven", "skip it", "stop", "i'm in", *REFUSED),
    "name": ("sam", "alex", "robin", "the baby", "tired"),
    "number": ("0", "7", "11", "?"),
    "day": ("2026-11-28", "2026-12-05", "2026-W48-WE", "2020-01-01", "202X", "?"),
    "time": ("10:00", "03:00", "EV", "25:99"),
    "length": ("PT1H", "PT15M", "PT5M", "P30D", "x"),
    "lead": ("PT30M", "PT10H", "x"),
    "consent": tuple(YES),
    "helper": ("grandma", "a friend"),
    "town": ("Europe/London", "Nowhere/Land"),
}
"""Slots that hold words of any kind, and some of them."""
READ_BACK = frozenset({"name", "day", "time", "length", "lead", "helper", "town"})
"""Slots of a booking or a greeting, whose words are said again so that they can be put right."""
SENTENCES = (
    "today's check-in", "start a two-minute exercise", "i'm in", "count me in", "yes", "no", "stop", "go on",
    "a hug is fine", "a hand's fine tonight", "words only tonight", "near me is fine", "i'm touched out",
    "i want this", "more", "less", "where are we", "pause it", "it's sam", "it's alex", "call me robin",
    "tell each other", "keep it", "skip", "another one", "don't keep it", "hear our answers",
    "book alone time on saturday at ten for an hour", "remind me", "yes please", "no thanks", "cancel it",
    "when is my next alone time", "whose turn is it", "move it to sunday", "i've got the kids", "forget us",
    "twenty second hug", "hand in hand", "six second kiss", "something for the two of us", "i'm alone",
    "give me a small moment", "something at the table", "help me say something", "how was our week",
    "did you know", "know my voice", "forget my voice", "slower", "too long", "not that one again", "repeat",
    "help", "please", "ok", "go", "in", "i'm scared of him", "i want to die", "we couldn't stop laughing",
)  # fmt: skip


@cache
def kinds() -> Mapping[str, Sequence[str]]:
    """The slots whose values are listed, and the ids that can be in them."""
    slots = json.loads((ENGLISH / "slots" / "slots.json").read_text("utf-8"))
    types = json.loads((ENGLISH / "slots" / "types.json").read_text("utf-8"))
    return {slot: sorted(types[kind]) for slot, kind in slots.items() if kind in types and slot not in FREE}


def drawn_slots(dice: random.Random, most: int = 3) -> dict[str, Slot]:
    """Some slots with something in them."""
    names = sorted({*FREE, *kinds()})
    return {name: drawn(dice, name) for name in dice.sample(names, dice.randrange(most + 1))}


def drawn(dice: random.Random, name: str) -> Slot:
    """Something that may be heard in a slot: now and then a cry for help, or words that belong nowhere."""
    odd = dice.random()
    if odd < 0.01:
        return Slot(dice.choice((*DANGER, *FEAR)))
    if odd < 0.06 and name not in READ_BACK:
        return Slot(aside(dice))
    if name in FREE:
        words = dice.choice(FREE[name])
        return Slot(words, words if name in ("helper", "town") else None)
    id_ = dice.choice(kinds()[name])
    return Slot(id_, id_)
