"""What goes out: exactly four kinds of reply, and there is no fifth."""

from __future__ import annotations

from dataclasses import dataclass

from skill.domain.line import Line, Spoken
from skill.domain.progress import State


@dataclass(frozen=True, slots=True)
class Ask:
    """Speaks, asks one question and opens the microphone."""

    lines: tuple[Spoken, ...]
    question: Line
    reprompt: Line
    state: State


@dataclass(frozen=True, slots=True)
class Close:
    """Speaks and ends."""

    lines: tuple[Spoken, ...]
    permission_card: bool = False
    """Whether the app is to show its own card that asks for the reminders permission."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Gives the turn to the platform's own prompt for the reminders permission."""

    state: State
    """Comes back with the platform's answer."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """Answers a request that may not be answered with words."""


Reply = Ask | Close | HandOver | Nothing


def close(*lines: Spoken, permission_card: bool = False) -> Close:
    """Speaks and shuts the microphone."""
    return Close(lines, permission_card=permission_card)


def hand_over(state: State) -> HandOver:
    """Lets the platform ask for its permission; `state` returns with the answer."""
    return HandOver(state)


def nothing() -> Nothing:
    """Answers without a word."""
    return Nothing()
