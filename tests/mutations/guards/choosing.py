"""Rules 1 and 13 in what is drawn: at least half without touch, none for one alone, nothing set aside."""

from __future__ import annotations

from tests.mutations.planting import Mutant, Swap, without

CHOICE = "skill.domain.exercise.choice"

GUARDS = (
    without("no choice leaves touch out", f"{CHOICE}:_room", "words or wish.company", "wish.company"),
    without(
        "touch is drawn for whoever may be alone",
        f"{CHOICE}:_room",
        " or wish.company is not Company.TOGETHER",
        "",
    ),
    without(
        "one alone gets what takes two", f"{CHOICE}:choose", " and wish.company in (None, e.company)", ""
    ),
    without("what was set aside is drawn", f"{CHOICE}:choose", "e.id not in now.set_aside", "True"),
    without(
        "what is wrong for how things are is drawn", f"{CHOICE}:choose", "if not are & e.not_when", "if True"
    ),
    without(
        "how things are is forgotten before something is drawn",
        f"{CHOICE}:choose",
        "now.situations | SAID_BY.get(wish.theme, frozenset()) | {s for s in (wish.situation,) if s}",
        "now.situations",
    ),
    without("a place keeps what was asked for by name", f"{CHOICE}:Wish.kept", ", exercise=None", ""),
    without(
        "a place keeps which touch was asked for",
        f"{CHOICE}:Wish.kept",
        "None if self.theme in OF_TOUCH else self.theme",
        "self.theme",
    ),
    Mutant("every small moment has touch", (Swap("skill.domain.small_moment:TOUCH_ONE_IN", 1),)),
    Mutant("every small true thing is about touch", (Swap("skill.domain.fact:TOUCH_ONE_IN", 1),)),
    without(
        "two small moments with touch come running",
        "skill.domain.small_moment:draw",
        "[] if _had_touch(given, quiet) else ",
        "",
    ),
)
