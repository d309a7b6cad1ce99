"""What of a household may be put on paper: nobody's unrevealed answers, but one's own when asked for."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.check_in.check_ins import Pair
from skill.domain.four_o_clock import PAIRS_STAY
from skill.domain.history import Entry
from skill.domain.household import Household
from skill.domain.pairs import pairs_of
from skill.domain.partner import Partner
from skill.domain.ports import Home
from skill.domain.today import day_of


class Kept(Struct, frozen=True):
    """What is kept of one household, without what nobody may read."""

    household: Household
    pairs: tuple[Pair, ...]
    history: tuple[Entry, ...]
    day: date
    """Today, where they live."""
    own: Partner | None
    """Whose waiting answers are among it."""


def kept_by(home: Home, now: datetime, speaker: str = "") -> Kept:
    """What is kept in a home at a moment, with the waiting answers of whoever `speaker` names."""
    household = home.household
    today = day_of(now.astimezone(ZoneInfo(household.zone.name if household.zone else "UTC")))
    own = _partner(household, speaker)
    return Kept(
        _readable(household.settled(today), own),
        tuple(pair for pair in pairs_of(home) if pair.day >= today - PAIRS_STAY),
        tuple(home.entries(date.min, date.max)),
        today,
        own,
    )


def _readable(household: Household, own: Partner | None) -> Household:
    check_ins = household.check_ins
    waiting = tuple(answer for answer in check_ins.waiting if answer.partner is own)
    only = replace(check_ins, waiting=waiting) if waiting else check_ins.matched()
    return replace(household, check_ins=replace(only, met=()))


def _partner(household: Household, speaker: str) -> Partner | None:
    named = household.called(speaker) if speaker else None
    with suppress(ValueError):
        return named or Partner(speaker.casefold())
    return None
