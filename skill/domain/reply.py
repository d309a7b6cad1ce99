"""What goes out: exactly four kinds of reply, and there is no fifth."""

from __future__ import annotations

from msgspec import Struct

from skill.domain.card import Card
from skill.domain.line import Line, Spoken
from skill.domain.progress import State
from skill.domain.track import Hush, Play


class Ask(Struct, frozen=True):
    """Speaks, asks one question and opens the microphone."""

    lines: tuple[Spoken, ...]
    question: Line
    reprompt: Line
    state: State
    card: Card | None = None
    """What a screen shows beside it."""


class Close(Struct, frozen=True):
    """Speaks and ends."""

    lines: tuple[Spoken, ...]
    permission_card: bool = False
    """Whether the app is to show its own card that asks for the reminders permission, and no other."""
    card: Card | None = None
    """What a screen shows beside it."""


class HandOver(Struct, frozen=True):
    """Gives the turn to the platform: to its prompt for the reminders permission, or to its player."""

    to: State | Play | Hush
    """What the player is told; a state goes to the prompt and comes back with the platform's answer."""
    lines: tuple[Spoken, ...] = ()
    """What is said before the player plays."""
    card: Card | None = None
    """What a screen shows beside it."""

    @property
    def state(self) -> State | None:
        """What comes back with the platform's answer; the player answers nothing."""
        return None if isinstance(self.to, Play | Hush) else self.to


class Nothing(Struct, frozen=True):
    """Answers a request that may not be answered with words."""


Reply = Ask | Close | HandOver | Nothing


def close(*lines: Spoken, permission_card: bool = False, card: Card | None = None) -> Close:
    """Speaks and shuts the microphone."""
    return Close(lines, permission_card=permission_card, card=card)


def hand_over(to: State | Play | Hush, *lines: Spoken, card: Card | None = None) -> HandOver:
    """Lets the platform ask for its permission, or its player play or stop."""
    return HandOver(to, lines, card)


def nothing() -> Nothing:
    """Answers without a word."""
    return Nothing()
