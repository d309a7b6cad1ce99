"""The order of a turn: safety, leaving, what is expected, the rest."""

from __future__ import annotations

from msgspec.structs import replace

from skill.conversations import asking_again, ending, in_the_middle, privacy, room, safety, welcome
from skill.conversations.expected import EXPECTED
from skill.conversations.table import AT_ONCE, LIGHTER, MAY_BE_AN_ANSWER, NEVER_AN_ANSWER, TABLE
from skill.domain.alone_time.expectations import OfAloneTime
from skill.domain.alone_time.nourishing import HAND_OVER
from skill.domain.alone_time.reminder_offer import OfferReminder
from skill.domain.check_in.expectations import Answering, Choosing
from skill.domain.desk import Desk
from skill.domain.distress import Distress
from skill.domain.exercise.expectations import OfExercise
from skill.domain.four_o_clock import keep_four
from skill.domain.naming import is_name
from skill.domain.reply import Reply, nothing
from skill.domain.turn import Kind, Turn

NOTHING_SAID = frozenset({Kind.DISABLED, Kind.EVENT, Kind.PLAYBACK, Kind.BUTTON})
"""Turns in which nobody spoke."""


def answer(turn: Turn, desk: Desk) -> Reply:
    """Answers one turn, in the order that always holds: safety, leaving, what is expected, the rest."""
    if turn.kind in NOTHING_SAID:
        return _unsaid(turn, desk)
    distress = safety.distress(turn, desk.ears)
    if distress is None:
        turn = _read_again(_with_names(turn, desk), desk)
    desk.asks_device = distress is None and turn.intent not in AT_ONCE
    turn = _left(turn, desk)
    if distress is not None and distress is not Distress.FEAR:
        return safety.crisis(turn, desk)
    if turn.kind is Kind.ENDED:
        return nothing()
    if distress is Distress.FEAR:
        return ending.stop(turn, desk)
    return _in_order(_as_skip(turn), desk)


def _unsaid(turn: Turn, desk: Desk) -> Reply:
    """What came without anybody speaking; no device is asked for its clock meanwhile."""
    if turn.kind is Kind.DISABLED:
        return privacy.disabled(turn, desk)
    if turn.kind is Kind.EVENT:
        return nothing()
    from skill.conversations.exercise import reporting  # a cold start with words has no player

    desk.asks_device = False
    return reporting.pressed(turn, desk) if turn.kind is Kind.BUTTON else reporting.told(turn, desk)


def _left(turn: Turn, desk: Desk) -> Turn:
    """The turn as it finds the conversation: an exercise it interrupted stands where the clock says."""
    state = turn.progress.state
    left = EXPECTED[type(state)].left if state is not None else None
    return replace(turn, progress=replace(turn.progress, state=left(turn, desk))) if left else turn


def _in_order(turn: Turn, desk: Desk) -> Reply:
    if turn.intent in AT_ONCE:
        return ending.stop(turn, desk)
    _settle(desk)
    keep_four(desk.home, desk.today, desk.zone)
    privacy.take_away_leftovers(turn, desk)
    _catch_up(desk)
    turn = room.shaping(_as_going_on(in_the_middle.meant(turn), desk), desk)
    state = turn.progress.state
    expected = EXPECTED[type(state)].hear(turn, desk) if state is not None else None
    if expected is not None:
        return expected
    if turn.kind is Kind.LAUNCH:
        return welcome.launch(turn, desk)
    if turn.new and turn.intent == "AMAZON.FallbackIntent":
        return welcome.not_caught(turn, desk)
    if turn.kind is Kind.PERMISSION:
        return nothing()
    return _asked_for(turn, desk) or asking_again.misheard(turn, desk)


def _asked_for(turn: Turn, desk: Desk) -> Reply | None:
    """What the table has; after a loss the quiet in place of what is lighter."""
    if desk.grieving and turn.intent in LIGHTER:
        from skill.domain.grieving import something_quiet  # a cold start has nobody who grieves

        return something_quiet(desk)
    return TABLE[turn.intent](turn, desk) if turn.intent in TABLE else None


def _settle(desk: Desk) -> None:
    if desk.household.exercises.over(desk.at):
        from skill.conversations.exercise.giving import settle  # a cold start has nothing to settle

        settle(desk)


def _catch_up(desk: Desk) -> None:
    if desk.household.alone_times.bookings:
        from skill.conversations.alone_time.keeping import catch_up  # as above

        catch_up(desk)


def _with_names(turn: Turn, desk: Desk) -> Turn:
    """The turn without what was heard as a name and cannot be one: it would be kept and spoken.

    A yes that came with it holds more than a yes.
    """
    name = turn.words("name")
    if name is None or is_name(name, desk.library):
        return turn
    lost = ("name", "consent")
    return replace(turn, slots={slot: said for slot, said in turn.slots.items() if slot not in lost})


def _as_skip(turn: Turn) -> Turn:
    """The turn with "don't keep it" as the skip it is where no answer could have been meant."""
    elsewhere = isinstance(turn.progress.state, OfAloneTime | OfExercise | OfferReminder)
    return replace(turn, intent="SkipIntent") if elsewhere and turn.intent == "DontKeepIntent" else turn


def _as_going_on(turn: Turn, desk: Desk) -> Turn:
    """The turn of whoever is back: to the exercise under way, or the one that waits if nobody was away."""
    if turn.intent != "WelcomeBackIntent":
        return turn
    place = desk.household.exercises.kept(desk.today)
    waits = place is not None and place.exercise != HAND_OVER
    was_away = desk.household.alone_times.began_today(desk.wall)
    goes_on = isinstance(turn.progress.state, OfExercise) or (waits and not was_away)
    return replace(turn, intent="AMAZON.ResumeIntent") if goes_on else turn


def _read_again(turn: Turn, desk: Desk) -> Turn:
    """Words that came in as free text are read by our own ears: "skip" is a choice, not an answer.

    No device is asked for its clock before it is known that the words are no "stop".
    """
    words = turn.words("answer") if turn.intent == "AnswerIntent" else None
    heard = desk.ears.whole(words, desk.locale, desk.likely_today) if words else None
    if heard is None or heard.intent not in TABLE:
        return turn
    if words and heard.intent not in AT_ONCE and desk.today != desk.likely_today:
        heard = desk.ears.whole(words, desk.locale, desk.today) or heard
    if isinstance(turn.progress.state, Answering) and heard.intent not in NEVER_AN_ANSWER:
        return turn
    if isinstance(turn.progress.state, Choosing) and heard.intent in MAY_BE_AN_ANSWER:
        return turn
    return replace(turn, intent=heard.intent, slots=heard.slots)
