"""Four in the morning: what was kept until then goes."""

from __future__ import annotations

from datetime import date, timedelta

from skill.domain.ports import Home

PAIRS_STAY = timedelta(days=365)


def keep_four(home: Home, today: date) -> None:
    """Settles a household for its new day; does nothing when that was done already."""
    household = home.household
    settled = household.settled(today)
    if settled is household:
        return
    for place in household.exercises.let_go(today):
        heard = place.heard()
        if heard:
            home.record(heard)
    for pair in () if settled.check_ins.met else household.check_ins.met:
        home.keep_pair(pair)
    home.keep(settled, scrub=settled.check_ins is not household.check_ins)
    home.drop_pairs(today - PAIRS_STAY)


def sweep(home: Home, today: date) -> None:
    """Keeps four o'clock where nobody has spoken: only what may no longer be there is touched."""
    if home.household.check_ins.settled(today) is not home.household.check_ins:
        keep_four(home, today)
    home.drop_pairs(today - PAIRS_STAY)
