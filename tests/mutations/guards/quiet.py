"""Quiet: what rings in it is whispered, nothing is offered to ring in it, and it ends."""

from __future__ import annotations

from tests.mutations.planting import without

QUIET = "skill.domain.quiet"
ARRANGING = "skill.conversations.alone_time.arranging"

GUARDS = (
    without("what rings in quiet hours is loud", f"{QUIET}:Quiet.ringing", "self.every_day(rings)", "False"),
    without(
        "reminders are not brought along into quiet hours",
        "skill.conversations.quiet:_ringing",
        "if not times.alarms:",
        "if True:",
    ),
    without(
        "only what rings in the new quiet hours is brought along",
        "skill.domain.alone_time.ringing:rung_in",
        "for quiet in (before, now)",
        "for quiet in (now,)",
    ),
    without(
        "a ring in quiet hours is offered",
        f"{ARRANGING}:_unasked",
        "None if desk.household.quiet.every_day(rings) else offered",
        "offered",
    ),
    without(
        "a ring is offered while everything is paused",
        f"{ARRANGING}:_unasked",
        "if desk.household.offers_by_itself else None",
        "if True else None",
    ),
    without(
        "whispering never ends",
        f"{QUIET}:Quiet.holds",
        "if self.until and wall < self.until:",
        "if self.until:",
    ),
    without(
        "quiet evenings last all day",
        f"{QUIET}:Quiet.every_day",
        " and _within(self.since, self.ends, wall.time())",
        "",
    ),
    without(
        "whispered for tonight it is aloud",
        f"{QUIET}:Quiet.tonight",
        "until=next_morning(wall)",
        "until=None",
    ),
)
