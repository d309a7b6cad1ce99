"""What of a household may be read by either of the two: nothing in it can be traced to the other one."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from skill.domain.check_in.check_ins import CheckIns, KeptAnswer, Pair
from skill.domain.closeness.closeness import Closeness
from skill.domain.exercise.exercises import Exercises
from skill.domain.household import Household
from skill.domain.ladder import Rung
from skill.domain.partner import Partner, Person

IN_WORDS = frozenset(
    {
        "first",
        "second",
        "zone",
        "clock",
        "country",
        "quiet",
        "check_ins",
        "exercises",
        "alone_times",
        "closeness",
        "small_moments",
        "facts_heard",
        "leftovers",
        "tracks",
    }
)
"""The fields of a household that the document tells of."""
RAW = IN_WORDS | {"id", "welcomed", "settled_on", "first_day", "begun", "support_named_on"}
"""The fields that the raw form has."""
HIDDEN = frozenset({"all_paused_on", "all_paused_until"})
"""The fields that nobody is shown: whoever did not pause would know who did."""


class OwnWords(Struct, frozen=True, omit_defaults=True):
    """What one of the two has said about closeness, for nobody else to read."""

    wanted: bool = False
    more: bool = False
    tonight: Rung | None = None


class Nearness(Struct, frozen=True, omit_defaults=True):
    """What may be read of a household's closeness."""

    rung: Rung
    """What both may hear at any time."""
    own: OwnWords | None = None


def nearness(closeness: Closeness, own: Partner | None) -> Nearness:
    """The ladder, and what one of the two has said for themselves."""
    return Nearness(closeness.rung, own_words(closeness, own) if own else None)


def own_words(closeness: Closeness, partner: Partner) -> OwnWords:
    """What a partner has said about closeness."""
    tonight = closeness.tonight.get(partner)
    return OwnWords(partner in closeness.wanted, partner in closeness.more, tonight.most if tonight else None)


def readable(household: Household, own: Partner | None, touch: AbstractSet[str]) -> Household:
    """A household without what nobody may read.

    Args:
        household: as it is kept.
        own: whose waiting answers stay.
        touch: the ids of the exercises with touch, which leave nothing that is shown.
    """
    known = {field: getattr(household, field) for field in RAW}
    return replace(
        Household(household.id),
        **known
        | {
            "first": Person(household.first.name),
            "second": Person(household.second.name),
            "check_ins": _without_the_others(household.check_ins, own),
            "exercises": _without_touch(household.exercises, touch),
            "closeness": Closeness(),
        },
    )


def without_voices(pair: Pair) -> Pair:
    """A pair as it may be read."""
    first, second = pair.answers
    return replace(pair, answers=(_voiceless(first), _voiceless(second)))


def _without_the_others(check_ins: CheckIns, own: Partner | None) -> CheckIns:
    waiting = tuple(_voiceless(answer) for answer in check_ins.waiting if answer.partner is own)
    only = replace(check_ins, waiting=waiting) if waiting else check_ins.matched()
    return replace(only, met=())


def _voiceless(answer: KeptAnswer) -> KeptAnswer:
    return replace(answer, voice=None)


def _without_touch(exercises: Exercises, touch: AbstractSet[str]) -> Exercises:
    return replace(exercises, set_aside=tuple(each for each in exercises.set_aside if each not in touch))
