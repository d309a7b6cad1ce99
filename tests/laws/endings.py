"""The same moment lived on in several worlds: what must not be told apart is compared byte by byte."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from msgspec.structs import replace

from skill.domain.history import Entry
from skill.domain.reply import Ask
from tests.laws.house.life import US, Life
from tests.laws.house.taken import OF_CONSENT, Taken, seconds
from tests.laws.touch_keys import openings, touch_exercises

A_DAY = timedelta(days=1)
SO_LONG = 1800
"""Seconds; whatever ends has ended by then."""
Ending = Callable[[Life, Taken], None]


def fear_is_any_early_end(life: Life, dice: random.Random) -> int:
    """Fear of the partner, "stop" and "cancel": reply, state, log and every stored byte are the same.

    Returns:
        How many turns it took.
    """
    device = dice.choice(("kitchen", "bedroom"))
    left = []
    for intent, slots in (
        ("AMAZON.StopIntent", {}),
        ("FearIntent", {}),
        ("AMAZON.CancelIntent", {}),
        ("AnswerIntent", {"answer": "i'm scared of him"}),
        ("CallMeIntent", {"name": "she hits me"}),
    ):
        world = life.fork()
        taken = world.say(intent, slots, device=device)
        after = world.say("AMAZON.HelpIntent", device=device)
        left.append(
            (taken.reply, taken.out, taken.progress, taken.lines, after.reply, after.lines, world.kept())
        )
    assert all(each == left[0] for each in left), "rule 11: fear can be told from another early end"
    return 2 * len(left)


def every_ending_leaves_the_same(life: Life, dice: random.Random) -> int:
    """However touch ends, the household keeps the same bytes, and what comes later is the same.

    Returns:
        How many turns it took; 0 where touch could not be opened now.
    """
    exercise = dice.choice(sorted(touch_exercises()))
    base = life.fork()
    base.sessions.pop("kitchen", None)
    if _is_at_a_turn(base):
        return 0
    base.say("CheckInIntent")
    base.sessions.pop("kitchen", None)
    history = _history(base)
    opened = base.say("ExerciseIntent", {"exercise": exercise})
    if not opened.keys & set(openings()):
        return 0
    assert _only_the_mark(opened), "rule 2: the opening keeps more than the mark"
    assert _history(base) == history, "rule 2: the history knows of touch"
    lived, turns = [], 0
    for ending in ENDINGS:
        world = base.fork()
        ending(world, opened)
        world.sessions.pop("kitchen", None)
        world.now = base.now.replace(microsecond=7)
        world.wait(900)
        world.say("WhereAreWeIntent")  # what else was under way in the house is over by now
        kept = world.kept()
        later = [world.say(intent, slots) for intent, slots in AFTERWARDS if world.sessions.pop("kitchen", 1)]
        lived.append((kept, [(taken.reply, taken.lines) for taken in later], world.kept()))
        turns += world.turns
    for ending, each in zip(ENDINGS, lived, strict=True):
        assert each[0] == lived[0][0], f"rule 2: what is kept tells {ending.__name__} from a refusal"
        assert each[1:] == lived[0][1:], f"rule 2: what comes later tells {ending.__name__} from a refusal"
    return turns + 2


AFTERWARDS: tuple[tuple[str, dict[str, str]], ...] = (
    ("ExerciseIntent", {"exercise": "P01"}),
    ("ExerciseIntent", {"company": "together"}),
    ("AMAZON.ResumeIntent", {}),
    ("WhereAreWeIntent", {}),
    ("LookBackIntent", {}),
    ("SmallMomentIntent", {}),
)


def _is_at_a_turn(life: Life) -> bool:
    """Whether it is nearly four, or a device is soon asked for its zone: moments would differ."""
    later = life.fork()
    later.wait(SO_LONG)
    zone = life.household().zone
    asked = zone is not None and life.now < zone.learned_at + A_DAY <= later.now
    return asked or later.day != life.day


def _history(life: Life) -> list[Entry]:
    """What was done, for everybody who looks back."""
    with life.store.visit(US) as home:
        return [entry for entry in home.entries(date.min, date.max) if entry.at >= life.now]


def _only_the_mark(opened: Taken) -> bool:
    rested = replace(opened.before.closeness, rested_on=opened.after.closeness.rested_on)
    return replace(opened.before, closeness=rested) == opened.after


def refused(life: Life, _opened: Taken) -> None:
    life.wait(3)
    life.say("AMAZON.NoIntent")


def stopped(life: Life, _opened: Taken) -> None:
    life.wait(3)
    life.say("AMAZON.StopIntent")


def feared(life: Life, _opened: Taken) -> None:
    life.wait(3)
    life.say("FearIntent")


def silent(life: Life, _opened: Taken) -> None:
    life.wait(30)
    life.leave(reason="EXCEEDED_MAX_REPROMPTS")


def crashed(life: Life, _opened: Taken) -> None:
    """Nothing is ever heard of this conversation again."""
    life.sessions.pop("kitchen", None)


def misheard(life: Life, _opened: Taken) -> None:
    for _ in range(4):
        if "kitchen" in life.sessions:
            life.wait(3)
            life.say("AMAZON.YesIntent")


def half_in(life: Life, opened: Taken) -> None:
    _in(life, opened)
    life.wait(3)
    life.say("AMAZON.NoIntent")


def enough_in_the_middle(life: Life, opened: Taken) -> None:
    _in(life, _in(life, opened))
    life.wait(30)
    life.say("AMAZON.NoIntent")


def silent_in_the_middle(life: Life, opened: Taken) -> None:
    _in(life, _in(life, opened))
    life.wait(90)
    life.leave(reason="EXCEEDED_MAX_REPROMPTS")


def half_in_the_middle(life: Life, opened: Taken) -> None:
    _in(life, _in(life, _in(life, opened)))
    life.wait(3)
    life.say("SkipIntent")


def done(life: Life, opened: Taken) -> None:
    taken = opened
    for _ in range(4):
        taken = _in(life, taken)


def _in(life: Life, taken: Taken) -> Taken:
    """Somebody is in, in time."""
    if not isinstance(taken.reply, Ask) or type(taken.reply.state).__name__ not in OF_CONSENT:
        return taken
    life.wait(seconds(taken.reply) * 0.95 + 1)
    return life.say("ConsentIntent", {"consent": "i'm in"})


ENDINGS: tuple[Ending, ...] = (
    refused,
    stopped,
    feared,
    silent,
    crashed,
    misheard,
    half_in,
    enough_in_the_middle,
    silent_in_the_middle,
    half_in_the_middle,
    done,
)
"""Every way in which touch can end."""
