"""What everybody here hears about once a month: that there is a support list."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from skill.domain.desk import Desk
from skill.domain.household import Household
from skill.domain.line import Line

A_MONTH = timedelta(days=30)


def support_list_named(desk: Desk) -> tuple[Line, ...]:
    """The support list by its name, where it is due: the same for everybody, whatever was said before."""
    if not desk.home.keeps or not _due(desk.household, desk.today):
        return ()
    desk.home.keep(replace(desk.household, support_named_on=desk.today))
    return (desk.line("support.named"),)


def _due(household: Household, today: date) -> bool:
    """From a household's second day on, and again when thirty days have gone by."""
    if not household.offers_by_itself:
        return False
    last = household.support_named_on
    return today - last >= A_MONTH if last else _here_before(household, today)


def _here_before(household: Household, today: date) -> bool:
    welcomed = household.welcomed is not None and household.welcomed < today
    return welcomed or any(asked.day < today for asked in household.check_ins.asked)
