"""Rule 10: nothing is set to ring without a yes, and a no is a no for a week."""

from __future__ import annotations

from skill.domain.reply import Ask
from tests.laws.house.life import Life
from tests.laws.house.taken import Taken
from tests.laws.rules.witness import Witness

A_WEEK = 7


def rule_10_nothing_rings_without_a_yes(witness: Witness, _life: Life, taken: Taken) -> None:
    """A reminder is new only after a yes to its own offer, or for a time that had one before."""
    before = {(alarm.booking, alarm.lead) for alarm in taken.before.alone_times.alarms}
    new = {(alarm.booking, alarm.lead) for alarm in taken.after.alone_times.alarms} - before
    yes = taken.turn.intent == "AMAZON.YesIntent" or taken.turn.outcome == "ACCEPTED"
    if taken.state == "OfferReminder" and yes:
        witness.agreed |= new
        return
    booked = {booking.id for booking in taken.before.alone_times.bookings}
    moved = {
        lead for booking, lead in witness.agreed if booking in booked or taken.turn.intent == "UndoIntent"
    }
    stray = {(booking, lead) for booking, lead in new - witness.agreed if lead not in moved}
    assert not stray, f"rule 10: {taken.turn.intent} set a reminder that nobody said yes to"
    assert not new or taken.turn.intent != "BookAloneTimeIntent", "rule 10: a booking rings unasked"
    witness.agreed |= new


def rule_10_a_no_is_a_no_for_a_week(_witness: Witness, life: Life, taken: Taken) -> None:
    """The product's own offer is not repeated within seven days of a no."""
    offered = isinstance(taken.reply, Ask) and type(taken.reply.state).__name__ == "OfferReminder"
    refused = taken.before.alone_times.refused_on
    pending = getattr(taken.turn.progress.state, "offer", None) is not None
    unasked = taken.turn.intent != "RemindMeIntent" and taken.state != "OfferReminder" and not pending
    if offered and unasked and refused is not None and "offer_reminder.question" in taken.keys:
        assert (life.day - refused).days >= A_WEEK, (
            "rule 10: a reminder is offered again within a week of a no"
        )


OF_REMINDING = (
    rule_10_nothing_rings_without_a_yes,
    rule_10_a_no_is_a_no_for_a_week,
)
