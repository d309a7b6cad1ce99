"""After a loss, until the conversation ends: what is lighter waits for another day."""

from __future__ import annotations

from skill.domain.desk import Desk
from skill.domain.exercise.expectations import QUIET, QuietOrNothing
from skill.domain.reply import Ask


def something_quiet(desk: Desk) -> Ask:
    """In place of what waits, the quiet is still here."""
    return desk.ask(QuietOrNothing(QUIET), desk.line("quiet_or_nothing.waits"))
