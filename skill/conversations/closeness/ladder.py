"""The ladder: two voices go one step up, one voice goes one step down, and both may hear where it stands."""

from __future__ import annotations

from skill.conversations.closeness.going_on import go_on, keep
from skill.domain.closeness.expectations import Wanted, WhoSays
from skill.domain.desk import Desk
from skill.domain.ladder import Rung
from skill.domain.line import Line
from skill.domain.partner import Partner
from skill.domain.reply import Reply
from skill.domain.turn import Turn
from skill.domain.voice import mark


def step(rung: Rung) -> Line:
    """What a step is called."""
    return Line(f"ladder.step.{rung}")


def more(turn: Turn, desk: Desk) -> Reply:
    """One step up takes both; who asks has to be known, so that two are two."""
    closeness = desk.household.closeness
    if not closeness.decided or closeness.rung is closeness.rung.above:
        return where_are_we(turn, desk)
    return (
        asks_for_more(desk.here, turn, desk)
        if desk.here
        else desk.ask(WhoSays(Wanted.MORE), desk.line("who_says.heard"))
    )


def asks_for_more(partner: Partner, turn: Turn, desk: Desk) -> Reply:
    """Counts it for the partner who is speaking."""
    before = desk.household.closeness
    after = before.asking_for_more(partner, mark(turn.person))
    keep(desk, after)
    risen = after.rung is not before.rung
    line = desk.line("ladder.up", step=step(after.rung)) if risen else desk.line("ladder.asked")
    return go_on(turn, desk, line)


def less(turn: Turn, desk: Desk) -> Reply:
    """One step down takes one, whoever it is; it is thanked for and never questioned."""
    lower = desk.household.closeness.lowering()
    keep(desk, lower)
    rung = lower.rung if lower.decided else Rung.WORDS
    return go_on(turn, desk, desk.line("ladder.down", step=step(rung)))


def where_are_we(turn: Turn, desk: Desk) -> Reply:
    """Names the ladder: never what is open today, and never who asked for what."""
    closeness = desk.household.closeness
    if not closeness.decided:
        return go_on(turn, desk, desk.line("deciding.how"))
    top = closeness.rung is closeness.rung.above
    form = "ladder.at_the_top" if top else "ladder.where"
    return go_on(turn, desk, desk.line(form, step=step(closeness.rung)))
