"""What goes out: exactly four kinds of reply, and there is no fifth."""

from __future__ import annotations

from msgspec import Struct

from skill.domain.card import Card
from skill.domain.line import Line, Spoken
from skill.domain.progress import State


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
    """Gives the turn to the platform's own prompt for the reminders permission."""

    state: State
    """Comes back with the platform's answer."""


class Nothing(Struct, frozen=True):
    """Answers a request that may not be answered with words."""


Reply = Ask | Close | HandOver | Nothing


def close(*lines: Spoken, permission_card: bool = False, card: Card | None = None) -> Close:
    """Speaks and shuts the microphone."""
    return Close(lines, permission_card=permission_card, card=card)


def hand_over(state: State) -> HandOver:
    """Lets the platform ask for its permission; `state` returns with the answer."""
    return HandOver(state)


def nothing() -> Nothing:
    """Answers without a word."""
    return Nothing()
