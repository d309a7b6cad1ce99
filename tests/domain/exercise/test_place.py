"""The place in an exercise: found by the clock, kept for its day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from skill.domain.exercise.exercise import Exercise, part_of_day
from skill.domain.exercise.exercises import LATELY, Exercises
from skill.domain.exercise.place import Place
from skill.domain.exercise.step import SLOWER, STANDARD, Step
from skill.domain.household import Household
from skill.library import Library

BY_SLUG = {e.slug: e for e in Library.english().exercises}
KIND, GATED = BY_SLUG["kind-minute"], BY_SLUG["breathe-alongside"]
AT, DAY = datetime(2026, 11, 23, 20, tzinfo=UTC), date(2026, 11, 23)


def place(exercise: Exercise, step: int = 0, pace: int = STANDARD) -> Place:
    return Place(exercise.id, step, AT, DAY, pace).given(exercise, AT, DAY)


def after(seconds: float) -> datetime:
    return AT + timedelta(seconds=seconds)


def test_the_opening_is_the_first_step():
    assert place(KIND).standing(KIND, after(0)).step == 0
    assert place(KIND).standing(KIND, after(KIND.steps[0].seconds(STANDARD) - 1)).step == 0
    assert place(KIND).standing(KIND, after(KIND.steps[0].seconds(STANDARD) + 1)).step == 1


def test_slower_reaches_less_far():
    assert (
        place(KIND).standing(KIND, after(60)).step > place(KIND, pace=SLOWER).standing(KIND, after(60)).step
    )


def test_a_clock_that_goes_backwards_finds_the_step_it_began_with():
    assert place(KIND, 3).standing(KIND, after(-3600)).step == 3


def test_a_place_that_was_left_stays_where_it_is():
    left = place(KIND).standing(KIND, after(40))
    assert left.standing(KIND, after(4000)) == left


def test_up_to_a_gate_there_is_no_end_however_long_it_takes():
    before = place(GATED)
    assert before.ends_at is None
    gate = GATED.gate_of(0)
    assert gate is not None
    assert before.standing(GATED, after(100_000)).step == gate
    beyond = place(GATED, gate + 1)
    assert beyond.standing(GATED, after(100_000)).step == GATED.end


def test_an_end_is_heard_exactly_after_all_its_seconds():
    whole = place(KIND)
    assert whole.ends_at is not None
    assert whole.standing(KIND, whole.ends_at).step == KIND.end
    assert whole.standing(KIND, whole.ends_at - timedelta(milliseconds=5)).step == KIND.closing


def test_a_place_is_gone_on_another_day():
    exercises = Exercises().giving(place(KIND))
    assert exercises.kept(DAY)
    assert exercises.kept(DAY + timedelta(days=1)) is None
    assert exercises.settled(DAY) is exercises
    assert exercises.settled(DAY + timedelta(days=1)).place is None


def test_a_household_lets_its_place_go_at_four():
    household = Household("us", settled_on=DAY, exercises=Exercises().giving(place(KIND)))
    assert household.settled(DAY).exercises.place
    assert household.settled(DAY + timedelta(days=1)).exercises.place is None


def test_what_was_lately_is_a_short_list_without_doubles():
    exercises = Exercises()
    for slug in [*BY_SLUG, *BY_SLUG, "kind-minute", "kind-minute"]:
        exercises = exercises.giving(place(BY_SLUG[slug]))
    assert len(exercises.lately) == len(set(exercises.lately)) == LATELY
    assert exercises.lately[-1] == KIND.id


def test_setting_one_aside_takes_its_place_and_no_other():
    exercises = Exercises().giving(place(KIND))
    assert exercises.setting_aside(GATED.id).place
    assert exercises.setting_aside(KIND.id).place is None
    assert exercises.setting_aside(KIND.id).setting_aside(KIND.id).set_aside == (KIND.id,)


def test_a_pause_leaves_an_exercise_that_runs_elsewhere_alone():
    running = Exercises().giving(place(GATED))
    left = place(KIND).standing(KIND, after(40))
    assert running.pausing(left) is running
    assert Exercises().pausing(left).place == left


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (0, "night"),
        (3, "night"),
        (4, "morning"),
        (11, "morning"),
        (12, "day"),
        (17, "evening"),
        (22, "night"),
    ],
)
def test_the_day_has_four_parts(hour: int, part: str):
    assert part_of_day(datetime(2026, 11, 23, hour, tzinfo=UTC)) == part


def test_a_step_of_an_exercise_can_have_a_second_gate_after_the_first():
    steps = tuple(Step((f"exercise.T.{n}",), 10, 5, "ask" if n in (1, 3) else None) for n in range(5))
    two = replace(KIND, steps=steps)
    assert [two.gate_of(start) for start in range(6)] == [1, 1, 3, 3, None, None]
    assert two.part(2) == range(2, 4)
