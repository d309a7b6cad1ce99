"""What a page tells of its player: what became of a track, or which button was pressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skill.speaker.devices.player import Event
from skill.speaker.question import NotAQuestion, locale_in

BUTTONS = {"next": "Next", "previous": "Previous", "play": "Play", "pause": "Pause"}
_LONGEST = 60 * 60 * 1000
"""Milliseconds."""
_LONGEST_ID = 100


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one time of playing a track, at an offset in milliseconds."""

    play: str
    event: Event
    offset: int
    locale: str


@dataclass(frozen=True, slots=True)
class Press:
    """A button, by the platform's name for it."""

    button: str
    locale: str


def read(sent: object) -> Report | Press:
    """Reads what was sent.

    Raises:
        NotAQuestion: naming what is wrong, and never repeating it.
    """
    if not isinstance(sent, Mapping):
        raise NotAQuestion("json")
    locale = locale_in(sent)
    if "button" in sent:
        return Press(_button(sent["button"]), locale)
    return Report(_play(sent.get("play")), _event(sent.get("event")), _offset(sent.get("offset")), locale)


def _button(value: object) -> str:
    if not isinstance(value, str) or value not in BUTTONS:
        raise NotAQuestion("player")
    return BUTTONS[value]


def _event(value: object) -> Event:
    if not isinstance(value, str) or value not in tuple(Event):
        raise NotAQuestion("player")
    return Event(value)


def _play(value: object) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST_ID:
        raise NotAQuestion("player")
    return value


def _offset(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _LONGEST:
        raise NotAQuestion("player")
    return value
