"""One household on one evening: who speaks, where, in which voice, and the dice that decide."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from skill.domain.turn import Slot
from tests.laws.house.life import Life
from tests.laws.house.taken import Taken

DEVICES = ("kitchen", "bedroom")
NAMES = ("sam", "alex")
Voices = Mapping[str, str | None]
"""Which voice the platform recognises for each name, if any."""
VOICES: tuple[Voices, ...] = (
    {"sam": None, "alex": None},
    {"sam": "voice-a", "alex": "voice-b"},
    {"sam": "voice-a", "alex": None},
    {"sam": "voice-a", "alex": "voice-a"},
)
"""The last is one voice for two: it never counts as two people."""


class Evening:
    """One household, its voices, and the dice that decide what they do."""

    def __init__(self, life: Life, voices: Voices, dice: random.Random) -> None:
        self.life = life
        self.voices = voices
        self.dice = dice
        self.answers = 0

    def say(self, intent: str, name: str | None, device: str, /, **slots: str) -> Taken:
        """One turn in somebody's voice."""
        said = {slot: Slot(words, words) for slot, words in slots.items()}
        person = self.voices[name] if name else self.dice.choice((None, "voice-c"))
        return self.life.say(intent, said, device=device, person=person)

    def here(self, name: str, device: str) -> None:
        """Somebody begins a conversation and says who they are."""
        self.life.sessions.pop(device, None)
        self.say("WhoIntent", name, device, name=name)

    def device(self) -> str:
        """Where it is said."""
        return self.dice.choice(DEVICES)

    def somebody(self) -> str:
        """One of the two."""
        return self.dice.choice(NAMES)

    def some_of_two(self) -> list[str]:
        """Both of them, in any order; now and then one."""
        names = list(NAMES)
        self.dice.shuffle(names)
        return names if self.dice.random() < 0.85 else names[:1]

    def steps(self, device: str, intents: tuple[str, ...]) -> None:
        """The conversation goes on for a sentence or two, if it is open."""
        for _ in range(self.dice.randrange(3)):
            if device not in self.life.sessions:
                return
            self.life.wait(5)
            self.say(self.dice.choice(intents), self.somebody(), device, name=self.somebody())


Doing = Callable[[Evening], None]
"""A conversation as people have it, turn by turn: it may go anywhere."""
