"""Four in the morning: what was kept until then goes."""

from __future__ import annotations

from datetime import date, timedelta

from skill.domain.household import Household
from skill.domain.ports import Home

PAIRS_STAY = timedelta(days=365)


def keep_four(home: Home, today: date, zone: str) -> None:
    """Settles a household for its new day in the zone this turn goes by; does nothing when that was done."""
    settled = home.household.going_by(zone).settled(today)
    if settled is not home.household:
        _keep(home, settled, today)


def sweep(home: Home, today: date) -> None:
    """Keeps four o'clock where nobody has spoken: only what may no longer be there is touched."""
    household = home.household
    settled = household.settled(today)
    if household.leftovers and settled.forgotten and not settled.leftovers:
        home.forget()
        return
    if _lets_go(household, settled):
        _keep(home, settled, today)
    home.drop_pairs(today - PAIRS_STAY)


def _lets_go(household: Household, settled: Household) -> bool:
    """Whether something goes that may be in no older copy either."""
    return settled.check_ins is not household.check_ins or settled.leftovers != household.leftovers


def _keep(home: Home, settled: Household, today: date) -> None:
    household = home.household
    for place in household.exercises.let_go(today):
        heard = place.heard()
        if heard:
            home.record(heard)
    for pair in () if settled.check_ins.met else household.check_ins.met:
        home.keep_pair(pair)
    home.keep(settled, scrub=_lets_go(household, settled))
    home.drop_pairs(today - PAIRS_STAY)
