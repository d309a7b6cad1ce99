"""Rule 13: nobody can tell who said what."""

from __future__ import annotations

from tests.mutations.planting import without

CLOSENESS = "skill.domain.closeness.closeness"
OPENING = "skill.conversations.exercise.opening"

GUARDS = (
    without("no day is for words", f"{CLOSENESS}:Closeness.room", " or is_words_day(household, day)", ""),
    without("nearly every day is for words", f"{CLOSENESS}:is_words_day", "< WORDS_DAYS", "< 0.9"),
    without(
        "what was said moves the days for words",
        f"{CLOSENESS}:Closeness.room",
        "is_words_day(household, day)",
        "is_words_day(household + str(len(self.tonight)), day)",
    ),
    without(
        "another sentence when touch is shut",
        f"{OPENING}:open_or_twin",
        '"closeness.for_words"',
        '"exercise.another_theme"',
    ),
    without(
        "resting touch has a sentence of its own",
        f"{OPENING}:open_or_twin",
        '"closeness.for_words"',
        '("exercise.another" if desk.household.closeness.rested_on else "closeness.for_words")',
    ),
    without(
        "a preference has a sentence of its own",
        f"{OPENING}:open_or_twin",
        '"closeness.for_words"',
        '("exercise.another" if desk.household.closeness.tonight else "closeness.for_words")',
    ),
    without(
        "the first evening tells what was said",
        f"{OPENING}:_first_evening",
        "desk.household.first_day == desk.today",
        "not desk.household.closeness.tonight",
    ),
    without(
        "where we are is where tonight is",
        "skill.conversations.closeness.ladder:where_are_we",
        "step=step(closeness.rung)",
        "step=step(closeness.room(desk.household.id, desk.today))",
    ),
    without(
        "who asks hears of the other",
        "skill.conversations.closeness.tonight:_noted",
        '"tonight.noted"',
        '"tonight.noted" if len(desk.household.closeness.tonight) < 2 else "tonight.touched_out"',
    ),
)
