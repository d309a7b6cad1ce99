"""Rules 1, 2 and 8 of touch: room for it, two fresh yeses, a middle check, and nothing left but the mark."""

from __future__ import annotations

import msgspec

from skill.domain.reply import Ask, Close
from tests.laws.house.life import Life
from tests.laws.house.taken import LIBRARY, LOCALE, OF_CONSENT, SPEECH, Taken
from tests.laws.rules.leaving import EARLY
from tests.laws.rules.witness import Witness
from tests.laws.touch_keys import RUNGS, height, part_of, touch_exercises, touch_moments

TOUCHES = frozenset({"hand", "hug", "kiss"})


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
        run = witness.openings.runs.get(taken.device)
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


def rule_8_touch_leaves_no_place(_witness: Witness, _life: Life, taken: Taken) -> None:
    """Nothing with touch is taken up again."""
    exercises = taken.after.exercises
    for place in filter(None, (exercises.place, *exercises.elsewhere)):
        assert place.exercise not in touch_exercises(), "rule 8: a touch exercise leaves a place"
        assert place.wish.exercise not in touch_exercises(), (
            "rule 2: a place tells what was asked for by name"
        )
        assert place.wish.theme not in TOUCHES, "rule 2: a place tells which touch was asked for"


OF_TOUCH = (
    rule_1_no_touch_above_the_lowest,
    rule_2_two_yeses_before_every_step,
    rule_2_the_middle_asks_again,
    rule_2_only_the_mark_is_left,
    rule_2_logs_know_no_touch,
    rule_8_touch_leaves_no_place,
)
