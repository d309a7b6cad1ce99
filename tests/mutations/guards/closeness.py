"""Rule 1: no touch above the lowest of what two people said."""

from __future__ import annotations

from tests.mutations.planting import Edit, Mutant, without

CLOSENESS = "skill.domain.closeness.closeness"
TOUCHING = "skill.conversations.exercise.touching"
CHOOSING = "skill.conversations.exercise.choosing"

GUARDS = (
    without(
        "one of them is enough to decide",
        f"{CLOSENESS}:Closeness.decided",
        "_two(self.wanted)",
        "len(self.wanted) > 0",
    ),
    without("touch before anybody decided", f"{CLOSENESS}:Closeness.room", "not self.decided or ", ""),
    without("one voice is two people", f"{CLOSENESS}:_two", "len(voices) == len(set(voices))", "True"),
    without(
        "one of them climbs alone",
        f"{CLOSENESS}:Closeness.asking_for_more",
        "if not _two(more):",
        "if False:",
    ),
    without("the ladder is jumped", f"{CLOSENESS}:Closeness.asking_for_more", "self.rung.above", "Rung.KISS"),
    without("less lowers nothing", f"{CLOSENESS}:Closeness.lowering", "self.rung.below", "self.rung"),
    without("a less leaves the wish for more", f"{CLOSENESS}:Closeness.lowering", "more={}, ", ""),
    without("a pause is forgotten at once", f"{CLOSENESS}:Closeness.pausing", "wanted={}, ", ""),
    without(
        "an unknown voice raises tonight",
        f"{CLOSENESS}:Closeness.preferring",
        "lowest(most, stands.most) if stands else most",
        "most",
    ),
    without(
        "an unknown voice is not heard",
        f"{CLOSENESS}:Closeness.room",
        "(*self.tonight.values(), self.by_anyone)",
        "(*self.tonight.values(),)",
    ),
    without("nobody's tonight is heard", f"{CLOSENESS}:Closeness.room", "if p and p.day == day", "if False"),
    Mutant(
        "tonight outlives four o'clock",
        (
            Edit(f"{CLOSENESS}:Closeness.room", "if p and p.day == day", "if p"),
            Edit(f"{CLOSENESS}:Closeness.settled", " if said.day == day}", "}"),
        ),
    ),
    without(
        "an unknown voice is one of the two who decide",
        "skill.conversations.closeness.deciding:want_this",
        "wants_this(desk.here, turn, desk)\n        if desk.here",
        "wants_this(desk.here or Partner.FIRST, turn, desk)\n        if True",
    ),
    without(
        "an unknown voice asks for more",
        "skill.conversations.closeness.ladder:more",
        "asks_for_more(desk.here, turn, desk)\n        if desk.here",
        "asks_for_more(desk.here or Partner.FIRST, turn, desk)\n        if True",
    ),
    without("the higher rules", "skill.domain.ladder:lowest", "min(", "max("),
    without(
        "every step has room for everything",
        "skill.domain.ladder:Rung.allows",
        "touch.rung.height <= self.height",
        "True",
    ),
    without("the desk allows everything", "skill.domain.desk:Desk.allows", "self.room.allows(touch)", "True"),
    without(
        "touch where nothing is kept",
        "skill.domain.desk:Desk.room",
        "if self.home.keeps else Rung.WORDS",
        "if True else Rung.WORDS",
    ),
    without("small moments ask nobody", "skill.domain.small_moment:draw", "and allows(moment.touch)", ""),
    without("small true things ask nobody", "skill.domain.fact:draw", "and allows(fact.touch)", ""),
    without(
        "an exercise with touch is opened whatever today is",
        f"{TOUCHING}:open_or_twin",
        "if desk.allows(exercise.touch):",
        "if True:",
    ),
    Mutant(
        "a drawn exercise with touch is simply given",
        (
            Edit(f"{CHOOSING}:begin", "if choice.exercise.touch is not Touch.NONE:", "if False:"),
            Edit("skill.conversations.exercise.giving:give", " or exercise.touch is not Touch.NONE", ""),
        ),
    ),
    without(
        "touch is drawn whatever there is room for",
        "skill.domain.exercise.choice:_room",
        "now.room",
        "Rung.KISS",
    ),
    without(
        "a voice is linked by another's yes",
        "skill.conversations.closeness.voices:linking",
        "if mark(turn.person) != state.voice:",
        "if False:",
    ),
    without(
        "a name wins over a known voice",
        "skill.domain.desk:Desk.here",
        "self.by_voice or self.named",
        "self.named",
    ),
)
