"""Rule 1: no touch above the lowest of what two people said."""

from __future__ import annotations

from tests.mutations.planting import Edit, Mutant, without

CLOSENESS = "skill.domain.closeness.closeness"
OPENING = "skill.conversations.exercise.opening"
PRIVACY = "skill.conversations.privacy"
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
        f"{OPENING}:open_or_twin",
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
    without(
        "a pause leaves the wish for more",
        f"{CLOSENESS}:Closeness.pausing",
        "wanted={}, more={}, ",
        "wanted={}, ",
    ),
    without(
        "a changed name takes a yes along",
        "skill.domain.household:Household.naming",
        "self.closeness.without(partner) if renamed else self.closeness",
        "self.closeness",
    ),
    Mutant(
        "the ladder is climbed before both have decided",
        (
            Edit("skill.conversations.closeness.ladder:more", "not closeness.decided or ", ""),
            Edit(f"{CLOSENESS}:Closeness.asking_for_more", "if not self.decided:", "if False:"),
        ),
    ),
    Mutant(
        "an unknown voice's word outlives four o'clock",
        (
            Edit(f"{CLOSENESS}:Closeness.room", "if p and p.day == day", "if p"),
            Edit(
                f"{CLOSENESS}:Closeness.settled",
                "self.by_anyone if self.by_anyone and self.by_anyone.day == day else None",
                "self.by_anyone",
            ),
        ),
    ),
    without(
        "a pause is asked about every day",
        f"{CLOSENESS}:Closeness.asked_from",
        "self.asked_on + ASKED_AGAIN_AFTER",
        "self.asked_on",
    ),
    without("asking about a pause is forgotten", f"{CLOSENESS}:Closeness.asking", "asked_on=day", ""),
    without(
        "no hug after words only lifts it",
        "skill.conversations.closeness.tonight:_most",
        'first in desk.library.word_list("refusing") or ',
        "",
    ),
    without(
        "a wish for one alone lifts what is fine tonight",
        "skill.conversations.closeness.tonight:_most",
        ' or turn.id("company") == Company.ALONE',
        "",
    ),
    without(
        "said for both it counts for one",
        "skill.conversations.closeness.tonight:_prefer",
        "if together",
        "if False",
    ),
    without(
        "a name wins where it is asked who says so",
        "skill.conversations.closeness.who_says:who_says",
        "desk.by_voice or partner",
        "partner",
    ),
    without(
        "pausing everything leaves touch",
        f"{PRIVACY}:pause_everything",
        "closeness=closeness, ",
        "",
    ),
)
