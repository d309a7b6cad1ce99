"""Whether the skill was called by its name, and what was asked of it."""

from __future__ import annotations

from functools import lru_cache

from skill.ears.spelling import hearing
from skill.interaction_model.sources import ENGLISH, read


def invocation(words: str) -> tuple[bool, str]:
    """True and the rest for "open ...", "ask ... for ...", "Alexa, ..."; else False and the words."""
    heard = words.split()
    start = _wake(heard)
    called = _name()
    known = hearing("sentences")
    for verb in ("", *known["invocation"]):
        opening = [*verb.split(), *called]
        end = start + len(opening)
        if _plain(heard[start:end]) != opening:
            continue
        if not verb and end < len(heard):
            continue
        linked = end + (end < len(heard) and _plain(heard[end : end + 1])[0] in known["invocation_links"])
        return True, " ".join(heard[linked:])
    return False, words


@lru_cache(maxsize=1)
def _name() -> list[str]:
    name: str = read(ENGLISH / "manifest.json")["invocation"]
    return name.split()


def _wake(heard: list[str]) -> int:
    for wake in sorted(hearing("sentences")["wake"], key=len, reverse=True):
        if _plain(heard[: len(wake.split())]) == wake.split():
            return len(wake.split())
    return 0


def _plain(words: list[str]) -> list[str]:
    return [word.lower().strip(".,!?") for word in words]
