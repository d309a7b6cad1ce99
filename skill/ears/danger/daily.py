"""What parents say every day and alarms nobody: it is set aside before danger is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from skill.ears.danger.patterns import COVERED, covered
from skill.ears.danger.phrases import Phrases


def is_daily(said: Sequence[str], known: Phrases) -> bool:
    """Whether nothing else was said: such parts, and what says nothing beside them, from end to end."""
    parts = {*known.daily["whole"].found(said), *_asides(said, known)}
    reached = {0, 1}
    for start, end in sorted(parts.union(known.daily["beside"].found(said))):
        if start in reached:
            reached.add(end)
    return bool(parts) and not reached.isdisjoint({len(said) - 1, len(said)})


def set_aside(said: Sequence[str], known: Phrases) -> list[str]:
    """What is left without what alarms nobody wherever it stands."""
    return _left(said, _asides(said, known))


def undated(said: Sequence[str], known: Phrases) -> list[str]:
    """The words without the day and the hour of what is told, which make the scorer doubt."""
    return _left(said, known.daily["days"].found(said))


def _asides(said: Sequence[str], known: Phrases) -> Iterator[tuple[int, int]]:
    """A refusal, a weariness, a small child's blow; the last word of such a pattern is that behind it."""
    yield from ((start, end - 1) for start, end in known.daily["aside"].found(said))
    children = [] if any(known.daily["grown"].found(said)) else list(known.daily["toddlers"].found(said))
    yield from ((start, end - 1) for start, end in children)
    if children:
        yield from ((start, end - 1) for start, end in known.daily["mildly"].found(said))


def _left(said: Sequence[str], spans: Iterable[tuple[int, int]]) -> list[str]:
    return [word for word in covered(said, spans) if word != COVERED]
