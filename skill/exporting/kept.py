"""What of a household may be put on paper: nobody's unrevealed words, but one's own when asked for."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from contextlib import suppress
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from skill.domain.check_in.check_ins import Pair
from skill.domain.four_o_clock import PAIRS_STAY
from skill.domain.history import Entry
from skill.domain.household import Household
from skill.domain.pairs import pairs_of
from skill.domain.partner import Partner
from skill.domain.ports import Home
from skill.domain.today import day_of
from skill.exporting.readable import Nearness, nearness, readable, without_voices


class Kept(Struct, frozen=True):
    """What is kept of one household, without what nobody may read."""

    household: Household
    closeness: Nearness
    pairs: tuple[Pair, ...]
    history: tuple[Entry, ...]
    day: date
    """Today, where they live."""
    own: Partner | None
    """Whose waiting answers and own words are among it."""


def kept_by(home: Home, now: datetime, touch: AbstractSet[str], speaker: str = "") -> Kept:
    """What is kept in a home at a moment, with the own words of whoever `speaker` names.

    `touch` has the ids of the exercises with touch.
    """
    today = day_of(now.astimezone(ZoneInfo(home.household.night)))
    household = home.household.settled(today)
    own = _partner(household, speaker)
    return Kept(
        readable(household, own, touch),
        nearness(household.closeness, own),
        tuple(without_voices(pair) for pair in pairs_of(home) if pair.day >= today - PAIRS_STAY),
        tuple(home.entries(date.min, date.max)),
        today,
        own,
    )


def _partner(household: Household, speaker: str) -> Partner | None:
    named = household.called(speaker) if speaker else None
    with suppress(ValueError):
        return named or Partner(speaker.casefold())
    return None
