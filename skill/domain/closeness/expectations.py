"""What is asked around closeness: who is saying so, whose voice it is, and whether a pause is still right."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from skill.domain.expectation import Expectation
from skill.domain.partner import Partner


class Wanted(StrEnum):
    """What takes two, each of whom says so as themselves."""

    CLOSER = "closer"
    """That they want this at all."""
    MORE = "more"
    """One step up the ladder."""


class WhoSays(Expectation, frozen=True):
    """Something was said that counts once from each; who is saying it is expected, and later is fine."""

    KEY: ClassVar[str] = "who_says"
    wanted: Wanted


class WhoseVoice(Expectation, frozen=True):
    """A voice is to be linked or forgotten; whose it is, is expected."""

    KEY: ClassVar[str] = "whose_voice"
    forgetting: bool = False


class LinkingVoice(Expectation, frozen=True):
    """A partner is to be known by a voice; that voice's own yes is expected."""

    KEY: ClassVar[str] = "linking_voice"
    partner: Partner
    voice: str | None
    """The mark of the voice that asked."""


class StillPaused(Expectation, frozen=True):
    """The household was asked whether a long pause is still right; no answer changes anything."""

    KEY: ClassVar[str] = "still_paused"


OfCloseness = WhoSays | WhoseVoice | LinkingVoice | StillPaused
"""All that may be expected around closeness."""
