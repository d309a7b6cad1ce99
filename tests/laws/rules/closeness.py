"""Rules 1 and 13 of what is kept of closeness: what two people said, nothing more, and without an owner."""

from __future__ import annotations

from tests.laws.house.life import Life
from tests.laws.house.taken import Taken
from tests.laws.rules.witness import Witness, two
from tests.laws.touch_keys import HEIGHT, RUNGS, touch_exercises, twins


def rule_13_one_sentence_whatever_the_reason(witness: Witness, _life: Life, taken: Taken) -> None:
    """An exercise with touch, asked for by name, is opened or gets the one sentence and its twin.

    Once somebody told of a loss something quieter stands in the twin's place, whatever the day is for.
    """
    asked = taken.turn.slots.get("exercise")
    for_words = "closeness.for_words" in taken.keys
    if for_words and asked and asked.id and asked.id in touch_exercises():
        needs = HEIGHT[touch_exercises()[asked.id]["touch"]]
        given = {
            key.split(".")[1] for key in taken.keys if key.startswith("exercise.") and len(key.split(".")) > 2
        }
        if taken.turn.progress.grieving:
            assert given, "after a loss nothing was given in its place"
            return
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


OF_CLOSENESS = (
    rule_13_one_sentence_whatever_the_reason,
    rule_13_where_we_are_is_the_ladder,
    who_is_here_was_said,
)
