"""Rule 2: two fresh yeses, a check in the middle, and a mark whatever happens."""

from __future__ import annotations

from tests.mutations.planting import Edit, Mutant, without

CLOSENESS = "skill.domain.closeness.closeness"
CONSENT = "skill.domain.closeness.consent"
TOUCHING = "skill.conversations.exercise.touching"
TURN = "skill.conversations"
WHOSE = "skill.conversations.exercise.whose_yes"

GUARDS = (
    without("touch never rests", f"{CLOSENESS}:Closeness.resting", "rested_on=day", "rested_on=None"),
    without(
        "the mark is not looked at",
        f"{CLOSENESS}:Closeness.open",
        "Rung.WORDS if self.rested_on == day else ",
        "",
    ),
    without(
        "the opening sets no mark",
        f"{TOUCHING}:_rest",
        "household.closeness.resting(desk.today)",
        "household.closeness",
    ),
    without("one breath holds two yeses", f"{CONSENT}:are_two", "second.at > first.at and ", ""),
    without("one voice is in twice", f"{CONSENT}:are_two", " and not one_voice", ""),
    without("one name is in twice", f"{CONSENT}:are_two", " and not one_name", ""),
    without(
        "a name said just before is forgotten",
        "skill.conversations.who:_answered_by",
        "isinstance(state, FirstIn)",
        "False",
    ),
    without(
        "a yes counts for another than the voice's",
        f"{WHOSE}:as_said",
        " and named is desk.here",
        "",
    ),
    without("what came with a yes is no matter", f"{TURN}:_with_names", '("name", "consent")', '("name",)'),
    without("a late yes counts", f"{TOUCHING}:_in_time", "<= turn.at <= state.heard_by", "<= turn.at"),
    without(
        "a yes counts before hands were let go", f"{TOUCHING}:_in_time", "spoken * SOONEST", "spoken * 0"
    ),
    without(
        "on a day that began in between touch does not rest",
        f"{TOUCHING}:left",
        "    _rest(desk)\n",
        "",
    ),
    without(
        "between two yeses anything may begin",
        f"{TOUCHING}:consenting",
        "return None if turn.intent in ELSEWHERE else close(EARLY_CLOSE)",
        "return None",
    ),
    without(
        "asked again, a yes has all the time of before",
        f"{TOUCHING}:_in_time",
        "if asked != state.asked_at",
        "if False",
    ),
    without(
        "any words that hold a yes are one",
        f"{TOUCHING}:_said_in",
        'bare in desk.library.word_list("consent")',
        'any(yes in bare for yes in desk.library.word_list("consent"))',
    ),
    without("any words at all are a yes", f"{TOUCHING}:_said_in", "or not meant", ""),
    without(
        "a plain yes is a yes",
        f"{TOUCHING}:_said_in",
        'turn.intent != "ConsentIntent" or not meant',
        'not (meant or turn.intent == "AMAZON.YesIntent")',
    ),
    without(
        "the words are not looked at again",
        f"{TOUCHING}:_said_in",
        "meant = bare in",
        "meant = True or bare in",
    ),
    without(
        "less in the other room does not count",
        f"{TOUCHING}:consenting",
        " or not _still_open(exercise, desk)",
        "",
    ),
    without(
        "a no is questioned",
        f"{TOUCHING}:consenting",
        "close(desk.line(ENDS[turn.intent]))",
        'desk.ask(state, question="question_help")',
    ),
    without("there is no check in the middle", f"{TOUCHING}:_given", "if state.again:", "if True:"),
    without(
        "what is no yes is asked for ever",
        f"{TOUCHING}:_once_more",
        "if turn.progress.misheard:",
        "if False:",
    ),
    without(
        "silence is met by the question again",
        f"{CONSENT}:FirstIn.values",
        "EARLY_CLOSE",
        '__import__("skill.domain.line", fromlist=["Line"]).Line("menu.help")',
    ),
    without(
        "done is written down",
        f"{TOUCHING}:_given",
        "    if state.again:\n",
        "    if state.again:\n        from skill.domain.history import Entry\n"
        '        desk.home.record(Entry(desk.today, desk.at, "exercise", exercise.id))\n',
    ),
    without(
        "choice knows what was opened",
        f"{TOUCHING}:_rest",
        "desk.home.keep(replace(household, ",
        'desk.home.keep(replace(household, exercises=replace(household.exercises, lately=("P01",)), ',
    ),
    without(
        "a small moment with touch is remembered",
        "skill.domain.small_moment:remembering",
        "if moment.touch is not Touch.NONE:",
        "if False:",
    ),
    without("the log tells of touch", "skill.turns:_note", "state is not None and state.UNTOLD", "False"),
    Mutant(
        "touch rests for ever",
        (
            Edit(f"{CLOSENESS}:Closeness.open", "self.rested_on == day", "self.rested_on"),
            Edit(
                f"{CLOSENESS}:Closeness.settled",
                "self.rested_on if self.rested_on == day else None",
                "self.rested_on",
            ),
        ),
    ),
    without(
        "after something else a yes to touch is asked for again",
        "skill.conversations.closeness.going_on:go_on",
        "Menu | OfCloseness | OfConsent",
        "Menu | OfCloseness",
    ),
    without(
        "one with touch has a card",
        "skill.domain.exercise.exercise:Exercise.card",
        "if self.touch is not Touch.NONE:",
        "if False:",
    ),
    without(
        "a small true thing about touch has a card",
        "skill.domain.fact:Fact.card",
        "if self.touch is not Touch.NONE:",
        "if False:",
    ),
)
