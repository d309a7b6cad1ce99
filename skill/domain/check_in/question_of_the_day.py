"""Which question a day gets: seven kinds in turn, as deep as the household likes it."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from skill.domain.check_in.check_ins import LIGHT, NO_REPEAT, CheckIns
from skill.domain.check_in.question import Question, QuestionKind


def choose(household: str, check_ins: CheckIns, day: date, questions: Sequence[Question]) -> Question | None:
    """The question of a day, the same for both partners; None only when sixty days have used them all."""
    kinds = list(QuestionKind)
    first = kinds.index(kind_of(day))
    turn = [*kinds[first:], *kinds[:first]]
    depth = check_ins.effective_depth(day)
    if _was_deep(check_ins, day - timedelta(days=1), questions):
        depth = min(depth, LIGHT)
    fresh = _fresh(check_ins, day, questions)
    draw = random.Random(f"{household}:{day}")  # noqa: S311 - a question, not a secret
    for kind in turn:
        for stage in range(max(depth, LIGHT), 0, -1):
            pool = [q for q in fresh if q.kind is kind and max(q.depth, LIGHT) == stage]
            if pool:
                return draw.choice(pool)
    return None


def kind_of(day: date) -> QuestionKind:
    """The kind whose turn it is: each week begins one further, so that every kind meets every weekday."""
    kinds = list(QuestionKind)
    week, within = divmod(day.toordinal(), len(kinds))
    return kinds[(week + within) % len(kinds)]


def choose_lighter(
    household: str, check_ins: CheckIns, day: date, questions: Sequence[Question]
) -> Question | None:
    """Another, light question for a day; None when the light ones left are spoken for by the days ahead."""
    light = [q for q in _fresh(check_ins, day, questions) if q.depth <= LIGHT]
    counts = {kind: sum(q.kind is kind for q in light) for kind in QuestionKind}
    needed = _needed(check_ins, day, questions)
    spare = [q for q in light if counts[q.kind] > needed[q.kind]]
    if not spare:
        return None
    return random.Random(f"{household}:{day}:another").choice(spare)  # noqa: S311 - as above


def _fresh(check_ins: CheckIns, day: date, questions: Sequence[Question]) -> list[Question]:
    used = {a.question for a in check_ins.asked if day - a.day < NO_REPEAT}
    return [q for q in questions if q.id not in used]


def _was_deep(check_ins: CheckIns, day: date, questions: Sequence[Question]) -> bool:
    standing = check_ins.on(day)
    return standing is not None and any(q.id == standing.question and q.depth > LIGHT for q in questions)


def _needed(check_ins: CheckIns, day: date, questions: Sequence[Question]) -> Mapping[QuestionKind, int]:
    """How many light questions of each kind the days ahead need before used ones come back."""
    light: dict[str, QuestionKind] = {q.id: q.kind for q in questions if q.depth <= LIGHT}
    kinds = list(QuestionKind)
    needed = dict.fromkeys(kinds, 0)
    margin = dict.fromkeys(kinds, 0)
    returning: dict[date, list[QuestionKind]] = {}
    for a in check_ins.asked:
        if a.question in light:
            returning.setdefault(a.day + NO_REPEAT, []).append(light[a.question])
    for ahead in range(1, NO_REPEAT.days + 1):
        then = day + timedelta(days=ahead)
        for kind in returning.get(then, []):
            margin[kind] += 1
        kind = kind_of(then)
        margin[kind] -= 1
        needed[kind] = max(needed[kind], -margin[kind])
    return needed
