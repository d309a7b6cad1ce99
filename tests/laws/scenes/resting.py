"""Touch rests until four once it was opened, however it ends."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from skill.domain.ports import Home, StoreError
from skill.stores.memory import MemoryStore
from skill.stores.visit import Visit
from tests.laws.endings import every_ending_leaves_the_same
from tests.laws.house.memory import KeepingStore
from tests.laws.scenes.two import HAND, HUG, OPENED, close_two, is_asked
from tests.laws.touch_keys import height


def touch_rests_after_its_opening() -> None:
    two = close_two()
    assert two.opens()
    two.wait(4 * 3600)
    for exercise in (HUG, HAND):
        assert not two.opens(exercise)
    for _ in range(40):
        two.sessions.clear()
        assert not any(map(height, two.say("SmallMomentIntent").keys))


def touch_that_one_alone_asked_for_by_name_is_not_kept() -> None:
    for asked in ({"exercise": HAND}, {"theme": "hug"}, {"theme": "kiss"}):
        for intent in ("ExerciseIntent", "TrackIntent"):
            taken = close_two().say(intent, {**asked, "company": "alone"})
            assert taken.keys & {"exercise.for_two", "exercise.another_theme"}
            assert taken.after.exercises.place is not None


def a_day_that_begins_in_between_rests_too() -> None:
    two = close_two()
    while True:
        almost_four = two.now.replace(hour=3, minute=59, second=15) + timedelta(days=1)
        two.wait((almost_four - two.now).total_seconds())
        now, later = two.fork(), two.fork()
        later.wait(3600)
        if all(OPENED[HAND] in each.say("ExerciseIntent", {"exercise": HAND}).keys for each in (now, later)):
            break
    two.asks(HAND)
    two.wait(30)
    two.say("AMAZON.NoIntent")
    assert not two.opens(HAND)


def every_ending_is_one() -> None:
    two = close_two()
    assert every_ending_leaves_the_same(two, random.Random(1)) > 20


def no_touch_where_its_mark_cannot_be_kept() -> None:
    two = close_two()
    full = FullStore()
    full._known = two.store._known if isinstance(two.store, MemoryStore) else {}
    two.store = full
    two.watchers.clear()
    assert not is_asked(two.asks())


class FullStore(KeepingStore):
    """A disk with no room left."""

    @contextmanager
    def visit(self, household: str) -> Iterator[Home]:
        """Reads what there is, and keeps nothing.

        Raises:
            StoreError: at the end, always.
        """
        yield Visit(self._known[household], keeps=True)
        raise StoreError("No room.")


def touch_rests_no_longer_than_until_four() -> None:
    two = close_two()
    assert two.opens()
    two.wait(24 * 3600)
    assert two.on_a_day_for_touch().opens()
