"""What is drawn for whom: nobody alone gets what takes two, and what was set aside stays away."""

from __future__ import annotations

import json

from skill.domain.exercise.choice import Circumstances, Wish, choose
from skill.domain.exercise.exercise import Company, PartOfDay, Theme
from skill.domain.ladder import Rung, Touch
from tests.chance import Dice
from tests.laws.house.taken import LIBRARY, Taken
from tests.laws.scenes.tonight import Last
from tests.laws.scenes.two import Two, close_two
from tests.laws.touch_keys import ENGLISH, height

DAYS = 40


def _given(taken: Taken) -> set[str]:
    return {key.split(".")[1] for key in taken.keys if key.startswith("exercise.") and ".step." in key}


def _drawn(two: Two, **slots: str) -> list[Taken]:
    """What is drawn on many days."""
    drawn = []
    for _ in range(DAYS):
        two.wait(24 * 3600)
        two.sessions.clear()
        drawn.append(two.say("ExerciseIntent", slots))
    return drawn


def nobody_who_may_be_alone_is_offered_touch() -> None:
    assert not any(height(key) for taken in _drawn(close_two()) for key in taken.keys)


def whoever_is_alone_gets_what_one_can_do() -> None:
    alone = {exercise.id for exercise in LIBRARY.exercises if exercise.company is Company.ALONE}
    given = [_given(taken) for taken in _drawn(Two(), company="alone")]
    assert all(given)
    assert set.union(*given) <= alone


def half_of_what_is_drawn_for_two_has_no_touch() -> None:
    two = close_two()
    touch = [any(map(height, taken.keys)) for taken in _drawn(two, company="together", theme="near")]
    assert 0 < sum(touch) <= DAYS / 2


def small_things_seldom_have_touch() -> None:
    two = close_two()
    two.chance = Dice(3)
    for intent in ("SmallMomentIntent", "DidYouKnowIntent"):
        touch = 0
        for _ in range(DAYS):
            two.sessions.clear()
            touch += any(map(height, two.say(intent).keys))
        assert touch <= DAYS / 2, intent


def what_was_set_aside_stays_away() -> None:
    two = Two()
    two.sessions.clear()
    (first,) = _given(two.say("ExerciseIntent", {"company": "alone"}))
    two.say("NotThatOneIntent")
    assert not any(first in _given(taken) for taken in _drawn(two, company="alone"))


def hard_feelings_get_nothing_that_is_wrong_for_them() -> None:
    files = [json.loads(file.read_text("utf-8")) for file in (ENGLISH / "exercises").glob("*.json")]
    wrong = {row["id"] for row in files if "quarrel" in row.get("not_when", ())}
    two = close_two()
    for _ in range(DAYS):
        two.wait(24 * 3600)
        two.sessions.clear()
        two.say("MoodIntent", {"mood": "quarrel"})
        two.say("ExerciseIntent", {"company": "together"})
        assert not two.household().exercises.lately[-1:] or two.household().exercises.lately[-1] not in wrong


def nothing_with_touch_has_a_card() -> None:
    exercises = [(each.touch, each.card) for each in LIBRARY.exercises]
    facts = [(each.touch, each.card) for each in LIBRARY.facts]
    assert all((card is None) == (touch is not Touch.NONE) for touch, card in (*exercises, *facts))


def half_of_all_choices_leave_touch_out_whatever_is_wished_for() -> None:
    for theme in (None, *Theme):
        drawn = [choose(Wish(theme, Company.TOGETHER), LIBRARY.exercises, _open(seed)) for seed in range(300)]
        touch = sum(choice.exercise.touch is not Touch.NONE for choice in drawn)
        assert touch <= len(drawn) * 0.58, theme


def _open(seed: int) -> Circumstances:
    """A day on which everything may come."""
    return Circumstances(PartOfDay.EVENING, (), (), f"day {seed}", room=Rung.KISS)


def two_small_moments_with_touch_never_come_running() -> None:
    two = close_two()
    two.chance = Last()
    two.say("WhereAreWeIntent")
    two.say("AMAZON.HelpIntent")
    first = two.say("SmallMomentIntent", {"place": "table"})
    assert any(map(height, first.keys))
    assert not any(map(height, two.say("AnotherOneIntent").keys))
