"""Both decide: each says for themselves that they want this, either can pause it, and nobody is told who."""

from __future__ import annotations

from msgspec.structs import replace

from skill.conversations.closeness.going_on import go_on, keep
from skill.conversations.closeness.ladder import step, where_are_we
from skill.conversations.closeness.tonight import touched_out, words_for_today
from skill.domain.closeness.expectations import Wanted, WhoSays
from skill.domain.closeness.pausing import A_DAY, ends
from skill.domain.desk import Desk
from skill.domain.ladder import Rung
from skill.domain.line import Day, Line
from skill.domain.notation import spoken_from
from skill.domain.partner import Partner
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn
from skill.domain.voice import mark
from skill.domain.welcome import Menu


def want_this(turn: Turn, desk: Desk) -> Reply:
    """Takes "I want this": counted once from each, and only when it is known who says so."""
    if not desk.home.keeps:
        return go_on(turn, desk, desk.line("deciding.cannot_keep"))
    if desk.household.closeness.decided:
        return where_are_we(turn, desk)
    return (
        wants_this(desk.here, turn, desk)
        if desk.here
        else desk.ask(WhoSays(Wanted.CLOSER), desk.line("who_says.heard"))
    )


def wants_this(partner: Partner, turn: Turn, desk: Desk) -> Reply:
    """Counts it for the partner who is speaking."""
    keep(desk, desk.household.closeness.wanting(partner, mark(turn.person)))
    return go_on(turn, desk, _said_so(desk))


def pause(turn: Turn, desk: Desk) -> Reply:
    """Ends everything with touch at once, whoever asks; who it was is kept nowhere.

    A length says when it may be asked about; what is meant for today alone is words for today, and so it is
    after midnight, when the platform's day has begun and ours has not.
    """
    through, calendar = turn.words("through"), desk.wall.date()
    until = ends(turn.words("day"), turn.words("length"), calendar, through)
    if until == calendar + A_DAY:
        return words_for_today(turn, desk) if through else touched_out(turn, desk)
    before = desk.household
    after = before.closeness.pausing(desk.today, until)
    all_paused_on = before.all_paused_on if before.offers_by_itself else desk.today
    desk.home.keep(replace(before, closeness=after, all_paused_on=all_paused_on))
    if until is None:
        return close(desk.line("deciding.paused"))
    return close(desk.line("deciding.paused_until", day=Day(until, spoken_from(until, desk.wall))))


def still_paused(turn: Turn, desk: Desk) -> Reply | None:
    """After thirty days: a yes leaves it so, and a no is told how it begins again; neither changes it."""
    answers = {"AMAZON.YesIntent": "deciding.stays", "AMAZON.NoIntent": "deciding.begins_again"}
    key = answers.get(turn.intent)
    return desk.ask(Menu(), desk.line(key)) if key else None


def _said_so(desk: Desk) -> Line:
    closeness = desk.household.closeness
    if not closeness.decided:
        return desk.line("deciding.one")
    if closeness.rung is Rung.WORDS:
        return desk.line("deciding.both")
    return desk.line("deciding.both_again", step=step(closeness.rung))
