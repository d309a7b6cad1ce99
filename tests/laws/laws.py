"""Rules 1 to 13 of product.md, each a check of one turn, by its name; an assertion says what was broken."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from functools import cache

import msgspec

from skill.alexa.attributes import attributes_of
from skill.domain.distress import Distress
from skill.domain.line import Line
from skill.domain.reply import Ask, Close, HandOver, Nothing
from skill.domain.turn import Kind
from tests.laws.leaving_the_house import ON_THE_WIRE
from tests.laws.life import EARS, LIBRARY, LOCALE, SPEECH, Life, Taken
from tests.laws.ringing import Ringing
from tests.laws.secrets import SECRET, Secrets
from tests.laws.touch_keys import (
    ENGLISH,
    HEIGHT,
    RUNGS,
    height,
    part_of,
    touch_exercises,
    touch_moments,
    twins,
)
from tests.laws.witness import Witness, two

Law = Callable[[Witness, Life, Taken], None]
STOPS = frozenset({"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", "FearIntent"})
EARLY = "ending.early"
OF_CONSENT = frozenset({"FirstIn", "SecondIn"})
ADULT = re.compile(
    r"\b(sex\w*|naked|nude|orgasm|libido|arous\w+|foreplay|porn|breasts?|genitals?|fuck\w*|shit\w*|kinky|horny)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(scores?|streaks?|points|rank\w*|more often than|less often than|more than (sam|alex)|record)\b",
    re.IGNORECASE,
)
A_WEEK = 7


def rule_1_no_touch_above_the_lowest(witness: Witness, _life: Life, taken: Taken) -> None:
    """Nothing with touch is said that the ladder, both deciding, or either one's tonight has no room for."""
    for key in taken.keys:
        needs = height(key)
        if not needs:
            continue
        assert needs <= witness.room, (
            f"rule 1: {key} needs {RUNGS[needs]}, and there is room for {witness.room}"
        )
        if _begins(key):
            assert not witness.rests, f"rule 2: {key} while touch rests until four"
            assert not witness.words_days.get(witness.day), f"rule 13: {key} on a day that is for words"
            witness.words_days[witness.day] = False


def _begins(key: str) -> bool:
    """Whether a phrase with touch is no part of an exercise that was opened before."""
    part = part_of(key)
    return part is None or part[1] == "opening"


def rule_2_two_yeses_before_every_step(witness: Witness, _life: Life, taken: Taken) -> None:
    """No step with touch without a yes from each, in two turns of this conversation, in time."""
    parts = {part for part in map(part_of, taken.keys) if part}
    for exercise, part in parts:
        if part == "opening":
            continue
        run = witness.runs.get(taken.device)
        assert run is not None, f"rule 2: {exercise} was given without an opening on this device"
        assert run.exercise == exercise, f"rule 2: {run.exercise} was opened, and {exercise} was given"
        assert run.both, f"rule 2: {exercise} was given with {len(run.yeses)} yes that count"
        assert taken.state == "SecondIn", "rule 2: the second yes is asked of the other one"


def rule_2_the_middle_asks_again(witness: Witness, _life: Life, taken: Taken) -> None:
    """What is given after two yeses goes to the middle check, or from there to the end; silence ends it."""
    parts = {place[1] for place in map(part_of, taken.keys) if place}
    assert len(parts) <= 1, f"rule 2: {sorted(parts)} in one breath"
    if "second" in parts:
        assert isinstance(taken.reply, Close), "rule 2: at the end there is a close and a shut microphone"
    if parts & {"opening", "first"}:
        assert type(taken.progress.state).__name__ == "FirstIn", "rule 2: a part with touch ends by asking"
    if isinstance(taken.reply, Ask) and type(taken.reply.state).__name__ in OF_CONSENT:
        close = LIBRARY.phrase(LOCALE, EARLY)
        assert SPEECH.words(taken.reply.reprompt, LOCALE) == close, "rule 2: silence is met by the kind close"
    del witness


def rule_2_only_the_mark_is_left(_witness: Witness, _life: Life, taken: Taken) -> None:
    """A turn of touch keeps nothing: its place, what was done lately, history and logs know nothing of it."""
    if taken.state not in OF_CONSENT and not any(map(height, taken.keys)):
        return
    kept = msgspec.json.encode((taken.after.exercises, taken.after.check_ins)).decode()
    told = [id_ for id_ in touch_exercises() if f'"{id_}"' in kept]
    assert not set(told) - set(taken.after.exercises.set_aside), f"rule 2: {told} are kept"
    moments = set(taken.after.small_moments) & touch_moments().keys()
    assert not moments, "rule 2: a small moment with touch is kept"
    if isinstance(taken.reply, Ask) and type(taken.reply.state).__name__ in OF_CONSENT:
        assert taken.before.exercises.lately == taken.after.exercises.lately, "rule 2: choice knows of touch"


def rule_2_logs_know_no_touch(_witness: Witness, _life: Life, taken: Taken) -> None:
    """No log line tells of a turn in which touch was opened, consented to, refused or done."""
    told = [line for line in taken.lines if any(name in line for name in OF_CONSENT)]
    assert not told, f"rule 2: the log tells of touch: {told}"


def rule_3_what_is_said_freely_stays_unsaid(_witness: Witness, _life: Life, taken: Taken) -> None:
    """Free words are not echoed, logged, shown, or carried along in the session."""
    said = {word for slot in taken.turn.slots.values() for word in SECRET.findall(slot.words)}
    if not said:
        return
    carried = msgspec.json.encode(attributes_of(taken.progress)).decode()
    for word in said:
        assert word not in taken.words, "rule 3: words were echoed at once"
        assert word not in carried, "rule 3: words travel with the session"
        assert not any(word in line for line in taken.lines), "rule 3: words were logged"


def rule_4_kept_means_chosen(secrets: Secrets) -> Law:
    """Kept words were asked to be kept, are read as a pair only, and go when they are due."""

    def law(_witness: Witness, life: Life, taken: Taken) -> None:
        secrets.hear(life, taken)

    return law


def rule_10_what_was_said_to_ring_rings(ringing: Ringing) -> Law:
    """What was said to be reminded is set on the device, or it was said that it is not."""

    def law(_witness: Witness, life: Life, taken: Taken) -> None:
        ringing.hear(life, taken)

    return law


def rule_7_fit_for_a_child(_witness: Witness, _life: Life, taken: Taken) -> None:
    """Nothing is sexual, anywhere, and no swear word is said back."""
    found = ADULT.search(taken.words)
    assert found is None, f"rule 7: {found}"


def rule_6_nobody_is_counted(_witness: Witness, _life: Life, taken: Taken) -> None:
    """No score, no streak, no comparison of the two."""
    found = COUNTED.search(taken.words)
    assert found is None, f"rule 6: {found}"
    if taken.turn.intent == "WhoseTurnIntent" and isinstance(taken.reply, Close):
        names = {name for name in (taken.after.first.name, taken.after.second.name) if name}
        said = [name for name in names if name in taken.words and EARLY not in taken.keys]
        assert not said, "rule 6: the balance names somebody"


def rule_8_stop_ends_at_once(_witness: Witness, _life: Life, taken: Taken) -> None:
    """Stop, cancel, silence and fear end things in one turn from everywhere, in the same words."""
    if taken.turn.kind is Kind.ENDED:
        assert taken.reply == Nothing(), "rule 8: silence is not answered"
    elif taken.turn.intent in STOPS and not taken.turn.slots:
        assert isinstance(taken.reply, Close), "rule 8: it goes on after a stop"
        assert taken.keys == {EARLY}, f"rule 8: a stop is met with {sorted(taken.keys)}"


def rule_8_touch_leaves_no_place(_witness: Witness, _life: Life, taken: Taken) -> None:
    """Nothing with touch is taken up again."""
    place = taken.after.exercises.place
    assert place is None or place.exercise not in touch_exercises(), "rule 8: a touch exercise leaves a place"


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


def rule_10_a_no_is_a_no_for_a_week(_witness: Witness, _life: Life, taken: Taken) -> None:
    """The product's own offer is not repeated within seven days of a no."""
    offered = isinstance(taken.reply, Ask) and type(taken.reply.state).__name__ == "OfferReminder"
    refused = taken.before.alone_times.refused_on
    unasked = taken.turn.intent != "RemindMeIntent" and taken.state != "OfferReminder"
    if offered and unasked and refused is not None and "offer_reminder.question" in taken.keys:
        assert (_day(_life) - refused).days >= A_WEEK, (
            "rule 10: a reminder is offered again within a week of a no"
        )


def rule_11_danger_is_met_at_once(_witness: Witness, _life: Life, taken: Taken) -> None:
    """First-person danger in any slot gets the crisis reply, from any state."""
    if taken.turn.kind is not Kind.INTENT:
        return
    words = " ".join(slot.words for slot in taken.turn.slots.values())
    afraid = any(fear in words for fear in FEARS)
    if not afraid and ("i want to die" in words or taken.turn.intent == "DangerIntent"):
        assert isinstance(taken.reply, Ask), "rule 11: danger was not answered"
        assert type(taken.reply.state).__name__ == "Crisis", "rule 11: danger got no crisis reply"
        named = getattr(taken.before, "country", None)
        assert "999" in taken.words or named not in (None, "GB"), "rule 11: no number was said"
    elif afraid and not _is_loud(taken):
        assert taken.keys == {EARLY}, "rule 11: fear was answered with more than the early close"


FEARS = ("i'm scared of him", "she hits me")


def _is_loud(taken: Taken) -> bool:
    """Whether beside the fear somebody's life was spoken of, in another slot or by the sentence itself."""
    heard = {EARS.distress(slot.words) for slot in taken.turn.slots.values()}
    return taken.turn.intent in loud_intents() or bool(heard - {None, Distress.FEAR})


@cache
def loud_intents() -> frozenset[str]:
    """What is said in a danger that may be answered aloud: together with fear it is somebody's life."""
    known = json.loads((ENGLISH / "intents" / "safety.json").read_text("utf-8"))
    return frozenset(known) - {"FearIntent"}


def rule_13_one_sentence_whatever_the_reason(witness: Witness, _life: Life, taken: Taken) -> None:
    """An exercise with touch, asked for by name, is opened or gets the one sentence and its twin."""
    asked = taken.turn.slots.get("exercise")
    for_words = "closeness.for_words" in taken.keys
    if for_words and asked and asked.id and asked.id in touch_exercises():
        needs = HEIGHT[touch_exercises()[asked.id]["touch"]]
        given = {
            key.split(".")[1] for key in taken.keys if key.startswith("exercise.") and len(key.split(".")) > 2
        }
        assert given & twins(), "rule 13: no twin was given in its place"
        if needs <= witness.room and not witness.rests:
            assert witness.words_days.get(witness.day) is not False, (
                "rule 13: no reason to keep it shut today"
            )
            witness.words_days[witness.day] = True


def rule_13_where_we_are_is_the_ladder(witness: Witness, _life: Life, taken: Taken) -> None:
    """ "Where are we" names the step of the ladder, never what today has room for."""
    if not taken.keys & {"ladder.where", "ladder.at_the_top"} or not two(witness.wants):
        return
    steps = {key for key in taken.keys if key.startswith("ladder.step.")}
    assert steps == {f"ladder.step.{RUNGS[witness.rung]}"}, f"rule 13: {steps} on step {witness.rung}"


def the_household_keeps_what_was_said(witness: Witness, _life: Life, taken: Taken) -> None:
    """Closeness as it is kept is what two people said, and nothing more: nothing raises it by itself."""
    kept = taken.after.closeness
    assert set(kept.wanted) <= set(witness.wants), "rule 1: a wish is kept that nobody said"
    assert kept.decided == two(witness.wants), (
        "rule 1: it is taken for decided, or not, against what was said"
    )
    assert RUNGS.index(kept.rung) == witness.rung, f"rule 1: the ladder is at {kept.rung}, not {witness.rung}"
    tonight = {who: RUNGS.index(said.most) for who, said in kept.tonight.items() if said.day == witness.day}
    assert tonight == witness.tonight, f"rule 1: tonight is {tonight}, and was said to be {witness.tonight}"
    anyone = kept.by_anyone if kept.by_anyone and kept.by_anyone.day == witness.day else None
    lowest = None if anyone is None else RUNGS.index(anyone.most)
    assert lowest == witness.anyone, f"rule 1: an unknown voice's word is {lowest}, not {witness.anyone}"
    assert (kept.rested_on == witness.day) == witness.rests, (
        "rule 2: touch rests, or not, against what happened"
    )


def who_is_here_was_said(_witness: Witness, _life: Life, taken: Taken) -> None:
    """Who is speaking comes from a name that was said in this conversation, or from nowhere."""
    here, before = taken.progress.here, taken.turn.progress.here
    if here is None or here == before:
        return
    heard = {slot.words.casefold() for slot in taken.turn.slots.values()}
    name = (taken.after.name(here) or "").casefold()
    assert name in heard, "somebody is taken for one of the two without having said a name"


def what_goes_out_is_whole(_witness: Witness, _life: Life, taken: Taken) -> None:
    """The microphone opens on one question and no other time."""
    if isinstance(taken.reply, HandOver | Nothing):
        return
    own = [
        line for line in taken.reply.lines if isinstance(line, Line) and not line.key.startswith("question.")
    ]
    asks = "?" in SPEECH.render(own, LOCALE)
    assert isinstance(taken.reply, Ask) or not asks, "a question to a shut microphone"


BEFORE: tuple[Law, ...] = (
    rule_1_no_touch_above_the_lowest,
    rule_2_two_yeses_before_every_step,
    rule_2_the_middle_asks_again,
    rule_2_only_the_mark_is_left,
    rule_2_logs_know_no_touch,
    rule_3_what_is_said_freely_stays_unsaid,
    rule_6_nobody_is_counted,
    rule_7_fit_for_a_child,
    rule_8_stop_ends_at_once,
    rule_8_touch_leaves_no_place,
    rule_10_nothing_rings_without_a_yes,
    rule_10_a_no_is_a_no_for_a_week,
    rule_11_danger_is_met_at_once,
    rule_13_one_sentence_whatever_the_reason,
    rule_13_where_we_are_is_the_ladder,
    who_is_here_was_said,
    what_goes_out_is_whole,
    *ON_THE_WIRE,
)
"""What a turn is held against by what was known before it."""
AFTER: tuple[Law, ...] = (the_household_keeps_what_was_said,)
"""What a turn is held against once it was heard."""


class Court:
    """Watches a life: every law, every turn."""

    def __init__(self, witness: Witness | None = None) -> None:
        self.witness = witness or Witness()
        self.secrets = Secrets()
        self.ringing = Ringing()
        self.before = (
            *BEFORE,
            rule_4_kept_means_chosen(self.secrets),
            rule_10_what_was_said_to_ring_rings(self.ringing),
        )

    def __call__(self, life: Life, taken: Taken) -> None:
        self.witness.settle(life.day)
        self.witness.count_yes(taken)
        for law in self.before:
            law(self.witness, life, taken)
        self.witness.hear(life, taken)
        for law in AFTER:
            law(self.witness, life, taken)


def _day(life: Life) -> date:
    return life.day
