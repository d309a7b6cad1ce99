"""What can be a first name, and what was only heard as one."""

from __future__ import annotations

import re

from skill.domain.ports import Library
from skill.domain.turn import Turn

NAME = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*(?: [^\W\d_]+(?:['\u2019-][^\W\d_]+)*)?")
LONGEST = 24
"""Characters."""
NO_NAMES = ("not_names", "states", "numbers")
"""Lists of words that nobody is called."""
SAID_BY = frozenset({"NameIntent", "WhoIntent", "CallMeIntent"})
"""Intents by which somebody says a first name."""


def is_name(words: str, library: Library) -> bool:
    """Whether words can be a first name: one or two of letters, none of a list that holds no names."""
    spoken = words.strip()
    if len(spoken) > LONGEST or not NAME.fullmatch(spoken):
        return False
    from skill.domain.unfit import is_of_health, is_rude  # a cold start names nobody
    from skill.domain.word_forms import bare

    if is_rude(spoken, library) or is_of_health(spoken, library):
        return False
    heard = frozenset(map(bare, spoken.casefold().replace("\u2019", "'").split()))
    return not any(heard & library.word_list(name) for name in NO_NAMES)


def name_said(turn: Turn) -> str | None:
    """The first name that was given, or None."""
    return turn.words("name") if turn.intent in SAID_BY else None


def both_said(turn: Turn) -> bool:
    """Hears "both of us", where one name was asked for."""
    return turn.id("which") == "both" or (turn.intent == "ExerciseIntent" and set(turn.slots) <= {"company"})


def me_said(turn: Turn) -> bool:
    """Hears "it's me" and "me again": only a voice that is known tells who that is."""
    return turn.id("which") == "same" or (turn.intent == "WhoseIntent" and turn.id("whose") == "me")


def nobody_said(turn: Turn) -> bool:
    """Hears "neither of us" and "I'd rather not say"."""
    return turn.id("which") == "nobody"


def nameless(turn: Turn) -> bool:
    """Hears who it is without a first name, which may be either of the two: "me again", "my wife"."""
    return me_said(turn) or turn.intent == "WhoseIntent"
