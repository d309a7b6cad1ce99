"""Which exercise fits: by theme if named, else by company, hands, how things are, time of day and lately."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.exercise.exercise import Company, Exercise, Hands, PartOfDay, Theme
from skill.domain.exercise.situation import Situation
from skill.domain.ladder import Rung, Touch

SAID_BY: Mapping[Theme | None, frozenset[Situation]] = {Theme.SPACE: frozenset({Situation.TOUCHED_OUT})}
"""What a theme says of how things are."""
FOR_ONESELF_FIRST = frozenset({Situation.TOUCHED_OUT, Situation.QUARREL, Situation.LOW, Situation.LOSS})
"""When two minutes of one's own come before those for two."""
OF_TOUCH: Mapping[Theme | None, Touch] = {
    Theme.HAND: Touch.HAND,
    Theme.HUG: Touch.HUG,
    Theme.KISS: Touch.KISS,
}
"""The kind of touch that a theme names."""
WORDS_ONLY = 0.5
"""The share of choices that leave out all touch, however much there is room for."""


class Wish(Struct, frozen=True):
    """What was asked for; what was not named is None."""

    theme: Theme | None = None
    company: Company | None = None
    hands: Hands | None = None
    exercise: str | None = None
    """The id of one that was asked for by its name."""
    situation: Situation | None = None
    """How things are, if somebody said so: it goes with an offer, never with a place, and is not kept."""

    def kept(self) -> Wish:
        """What a place keeps of it: nothing of how things are, and no touch that was asked for."""
        theme = None if self.theme in OF_TOUCH else self.theme
        return replace(self, theme=theme, exercise=None, situation=None)


class Fit(Enum):
    """How near what was chosen comes to what was asked for."""

    AS_WISHED = auto()
    FOR_TWO = auto()
    """What was named takes two, and one is here."""
    ANOTHER_THEME = auto()


class Choice(Struct, frozen=True):
    """An exercise, and whether it has the theme that was named."""

    exercise: Exercise
    fit: Fit


class Circumstances(Struct, frozen=True):
    """What counts beside the wish."""

    part: PartOfDay
    lately: tuple[str, ...]
    """Ids, newest last."""
    set_aside: tuple[str, ...]
    seed: str
    """The same seed draws the same exercise."""
    situations: frozenset[Situation] = frozenset()
    """How things are, as far as it was said in this conversation."""
    room: Rung = Rung.WORDS
    """How much closeness may be offered."""


def choose(wish: Wish, exercises: Sequence[Exercise], now: Circumstances) -> Choice:
    """Always something, as near to the wish as there is; and none for two to one alone.

    One named in the wish is told of where it can't be had; whoever can have it is given it before any choice.

    Raises:
        LookupError: when the library has nothing without touch for this company as things are.
    """
    are = now.situations | SAID_BY.get(wish.theme, frozenset()) | {s for s in (wish.situation,) if s}
    room = _room(wish, now)
    pool = [e for e in exercises if room.allows(e.touch) and wish.company in (None, e.company)]
    pool = [e for e in pool if not are & e.not_when]
    pool = _narrowed(pool, lambda e: wish.hands is None or wish.hands in e.works_with)
    pool = _narrowed(pool, lambda e: e.id not in now.set_aside)
    themed = [e for e in pool if wish.theme in e.themes]
    drawable = _narrowed(themed or pool, lambda e: e.unasked)
    pool = drawable if themed else _nearest(wish.theme, drawable, exercises)
    drawn = random.Random(now.seed).choice(_fitting(pool, wish, now, are))  # noqa: S311 - not a secret
    as_wished = wish.exercise is None and (themed or wish.theme is None)
    return Choice(drawn, Fit.AS_WISHED if as_wished else _why_not(wish, exercises))


def shelf(exercises: Sequence[Exercise], company: Company, now: Circumstances) -> tuple[Exercise, ...]:
    """All tracks that suit here and now, for whoever is here; the same seed has them in the same order."""
    tracks = [e for e in exercises if e.is_track]
    random.Random(now.seed).shuffle(tracks)  # noqa: S311 - not a secret
    return tuple(e for e in tracks if e.company is company and _may_come(e, now))


def _may_come(exercise: Exercise, now: Circumstances) -> bool:
    """Whether one may come that nobody named."""
    wrong = now.situations & exercise.not_when or exercise.id in now.set_aside
    return exercise.unasked and not wrong and now.part in exercise.times


def _room(wish: Wish, now: Circumstances) -> Rung:
    """At least half of all that is offered has no touch; none comes where nobody said that two are here."""
    words = random.Random(f"words {now.seed}").random() < WORDS_ONLY  # noqa: S311 - not a secret
    return Rung.WORDS if words or wish.company is not Company.TOGETHER else now.room


def _fitting(
    pool: list[Exercise], wish: Wish, now: Circumstances, are: frozenset[Situation]
) -> list[Exercise]:
    """Those that suit best: how things are, the time of day, what was least lately, who is likely there."""
    pool = _narrowed(pool, lambda e: bool(are & e.when))
    pool = _narrowed(pool, lambda e: now.part in e.times)
    if are & FOR_ONESELF_FIRST and wish.company is None:
        pool = _narrowed(pool, lambda e: e.company is Company.ALONE)
    pool = least_lately(pool, now.lately)
    if wish.company is None:
        pool = _narrowed(pool, lambda e: e.company is _likely(now.part))
    return pool


def _narrowed(pool: list[Exercise], fits: Callable[[Exercise], bool]) -> list[Exercise]:
    """Those that fit, or all of them when none does."""
    return [exercise for exercise in pool if fits(exercise)] or pool


def _nearest(theme: Theme | None, pool: list[Exercise], exercises: Sequence[Exercise]) -> list[Exercise]:
    """Those that share most with the ones of a theme that cannot be had now."""
    akin = {t for e in exercises if theme in e.themes for t in e.themes}
    most = max((len(akin & e.themes) for e in pool), default=0)
    return [e for e in pool if len(akin & e.themes) == most]


def least_lately(
    pool: list[Exercise], lately: tuple[str, ...], given: Callable[[Exercise], str] = lambda e: e.id
) -> list[Exercise]:
    """Those not given lately, or else the one longest ago; of one with touch only its twin is in `lately`."""
    new = [e for e in pool if given(e) not in lately]
    return new or sorted(pool, key=lambda e: lately.index(given(e)))[:1]


def _likely(part: PartOfDay) -> Company:
    """Evenings are when two are in the room; the rest of the day mostly has one."""
    return Company.TOGETHER if part is PartOfDay.EVENING else Company.ALONE


def _why_not(wish: Wish, exercises: Sequence[Exercise]) -> Fit:
    companies = {e.company for e in exercises if e.id == wish.exercise or wish.theme in e.themes}
    takes_two = wish.company is Company.ALONE and companies == {Company.TOGETHER}
    return Fit.FOR_TWO if takes_two else Fit.ANOTHER_THEME
