"""The guards of what always holds, each with a way to take it away."""

from __future__ import annotations

from datetime import timedelta

from tests.mutations.planting import Edit, Mutant, Swap

CLOSENESS = "skill.domain.closeness.closeness"
CONSENT = "skill.domain.closeness.consent"
TOUCHING = "skill.conversations.exercise.touching"
CHOOSING = "skill.conversations.exercise.choosing"
CHECK_INS = "skill.domain.check_in.check_ins"
ANSWERING = "skill.conversations.check_in.answering"
TIMES = "skill.domain.alone_time.alone_times"
PRIVACY = "skill.conversations.privacy"
TURN = "skill.conversations"


def _one(name: str, where: str, old: str, new: str) -> Mutant:
    return Mutant(name, (Edit(where, old, new),))


RULE_1 = (
    _one(
        "one of them is enough to decide",
        f"{CLOSENESS}:Closeness.decided",
        "_two(self.wanted)",
        "len(self.wanted) > 0",
    ),
    _one("touch before anybody decided", f"{CLOSENESS}:Closeness.room", "not self.decided or ", ""),
    _one("one voice is two people", f"{CLOSENESS}:_two", "len(voices) == len(set(voices))", "True"),
    _one(
        "one of them climbs alone",
        f"{CLOSENESS}:Closeness.asking_for_more",
        "if not _two(more):",
        "if False:",
    ),
    _one("the ladder is jumped", f"{CLOSENESS}:Closeness.asking_for_more", "self.rung.above", "Rung.KISS"),
    _one("less lowers nothing", f"{CLOSENESS}:Closeness.lowering", "self.rung.below", "self.rung"),
    _one("a less leaves the wish for more", f"{CLOSENESS}:Closeness.lowering", "more={}, ", ""),
    _one("a pause is forgotten at once", f"{CLOSENESS}:Closeness.pausing", "wanted={}, ", ""),
    _one(
        "an unknown voice raises tonight",
        f"{CLOSENESS}:Closeness.preferring",
        "lowest(most, stands.most) if stands else most",
        "most",
    ),
    _one(
        "an unknown voice is not heard",
        f"{CLOSENESS}:Closeness.room",
        "(*self.tonight.values(), self.by_anyone)",
        "(*self.tonight.values(),)",
    ),
    _one("nobody's tonight is heard", f"{CLOSENESS}:Closeness.room", "if p and p.day == day", "if False"),
    Mutant(
        "tonight outlives four o'clock",
        (
            Edit(f"{CLOSENESS}:Closeness.room", "if p and p.day == day", "if p"),
            Edit(f"{CLOSENESS}:Closeness.settled", " if said.day == day}", "}"),
        ),
    ),
    _one(
        "an unknown voice is one of the two who decide",
        "skill.conversations.closeness.deciding:want_this",
        "wants_this(desk.here, turn, desk)\n        if desk.here",
        "wants_this(desk.here or Partner.FIRST, turn, desk)\n        if True",
    ),
    _one(
        "an unknown voice asks for more",
        "skill.conversations.closeness.ladder:more",
        "asks_for_more(desk.here, turn, desk)\n        if desk.here",
        "asks_for_more(desk.here or Partner.FIRST, turn, desk)\n        if True",
    ),
    _one("the higher rules", "skill.domain.ladder:lowest", "min(", "max("),
    _one(
        "every step has room for everything",
        "skill.domain.ladder:Rung.allows",
        "touch.rung.height <= self.height",
        "True",
    ),
    _one("the desk allows everything", "skill.domain.desk:Desk.allows", "self.room.allows(touch)", "True"),
    _one(
        "touch where nothing is kept",
        "skill.domain.desk:Desk.room",
        "if self.home.keeps else Rung.WORDS",
        "if True else Rung.WORDS",
    ),
    _one("small moments ask nobody", "skill.domain.small_moment:draw", "and allows(moment.touch)", ""),
    _one("small true things ask nobody", "skill.domain.fact:draw", "and allows(fact.touch)", ""),
    _one(
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
    _one(
        "touch is drawn whatever there is room for",
        "skill.domain.exercise.choice:_room",
        "now.room",
        "Rung.KISS",
    ),
    _one(
        "a voice is linked by another's yes",
        "skill.conversations.closeness.voices:linking",
        "if mark(turn.person) != state.voice:",
        "if False:",
    ),
    _one(
        "a name wins over a known voice",
        "skill.domain.desk:Desk.here",
        "self.by_voice or self.named",
        "self.named",
    ),
)
RULE_2 = (
    _one("touch never rests", f"{CLOSENESS}:Closeness.resting", "rested_on=day", "rested_on=None"),
    _one(
        "the mark is not looked at",
        f"{CLOSENESS}:Closeness.open",
        "Rung.WORDS if self.rested_on == day else ",
        "",
    ),
    _one(
        "the opening sets no mark",
        f"{TOUCHING}:_rest",
        "household.closeness.resting(desk.today)",
        "household.closeness",
    ),
    _one("one breath holds two yeses", f"{CONSENT}:are_two", "second.at > first.at and ", ""),
    _one("one voice is in twice", f"{CONSENT}:are_two", " and not one_voice", ""),
    _one("one name is in twice", f"{CONSENT}:are_two", " and not one_name", ""),
    _one(
        "a name said just before is forgotten",
        "skill.conversations.who:_answered_by",
        "isinstance(state, FirstIn)",
        "False",
    ),
    _one(
        "a yes counts for another than the voice's",
        f"{TOUCHING}:_as_said",
        " and named is desk.here",
        "",
    ),
    _one("what came with a yes is no matter", f"{TURN}:_with_names", '("name", "consent")', '("name",)'),
    _one("a late yes counts", f"{TOUCHING}:_in_time", "return turn.at <= (", "return True or ("),
    _one(
        "on a day that began in between touch does not rest",
        f"{TOUCHING}:left",
        "    _rest(desk)\n",
        "",
    ),
    _one(
        "between two yeses anything may begin",
        f"{TOUCHING}:consenting",
        "return None if turn.intent in ELSEWHERE else close(EARLY_CLOSE)",
        "return None",
    ),
    _one(
        "asked again, a yes has all the time of before",
        f"{TOUCHING}:_in_time",
        "if asked == state.asked_at",
        "if True",
    ),
    _one(
        "any words that hold a yes are one",
        f"{TOUCHING}:_said_in",
        'bare in desk.library.word_list("consent")',
        'any(yes in bare for yes in desk.library.word_list("consent"))',
    ),
    _one("any words at all are a yes", f"{TOUCHING}:_said_in", "or not meant", ""),
    _one(
        "a plain yes is a yes",
        f"{TOUCHING}:_said_in",
        'turn.intent != "ConsentIntent" or not meant',
        'not (meant or turn.intent == "AMAZON.YesIntent")',
    ),
    _one(
        "the words are not looked at again",
        f"{TOUCHING}:_said_in",
        "meant = bare in",
        "meant = True or bare in",
    ),
    _one(
        "less in the other room does not count",
        f"{TOUCHING}:consenting",
        " or not _still_open(exercise, desk)",
        "",
    ),
    _one(
        "a no is questioned",
        f"{TOUCHING}:consenting",
        "close(desk.line(ENDS[turn.intent]))",
        'desk.ask(state, question="question_help")',
    ),
    _one("there is no check in the middle", f"{TOUCHING}:_given", "if state.again:", "if True:"),
    _one(
        "what is no yes is asked for ever",
        f"{TOUCHING}:_once_more",
        "if turn.progress.misheard:",
        "if False:",
    ),
    _one(
        "silence is met by the question again",
        f"{CONSENT}:FirstIn.values",
        "EARLY_CLOSE",
        '__import__("skill.domain.line", fromlist=["Line"]).Line("menu.help")',
    ),
    _one(
        "done is written down",
        f"{TOUCHING}:_given",
        "    if state.again:\n",
        "    if state.again:\n        from skill.domain.history import Entry\n"
        '        desk.home.record(Entry(desk.today, desk.at, "exercise", exercise.id))\n',
    ),
    _one(
        "choice knows what was opened",
        f"{TOUCHING}:_rest",
        "desk.home.keep(replace(household, ",
        'desk.home.keep(replace(household, exercises=replace(household.exercises, lately=("P01",)), ',
    ),
    _one(
        "a small moment with touch is remembered",
        "skill.domain.small_moment:remembering",
        "if moment.touch is not Touch.NONE:",
        "if False:",
    ),
    _one("the log tells of touch", "skill.turns:_note", "state is not None and state.UNTOLD", "False"),
)
RULES_3_TO_5 = (
    _one("what is said is logged", "skill.turns:_note", 'ms", turn.kind,', 'ms", (turn.kind, turn.slots),'),
    _one(
        "an answer is echoed",
        f"{ANSWERING}:_kept",
        'return close(desk.line("check_in.both_kept" if met else "check_in.kept"))',
        'return close(Line("check_in.said", {"who": "x", "words": answer.words}))',
    ),
    _one("everything may be kept", f"{ANSWERING}:answered", "not _may_be_kept(words, desk)", "False"),
    _one(
        "swear words are kept",
        f"{ANSWERING}:_may_be_kept",
        "if any(spoken & desk.library.word_list(name) for name in NEVER_KEPT):",
        "if False:",
    ),
    _one("figures are kept", f"{ANSWERING}:_may_be_kept", "any(word.isdigit() for word in spoken)", "False"),
    _one("states and numbers are kept", f"{ANSWERING}:_may_be_kept", "return bool(", "return True or bool("),
    _one(
        "yesterday's question is answered today",
        f"{ANSWERING}:answered",
        "state.question != standing",
        "False",
    ),
    Mutant(
        "answers to two questions meet",
        (
            Edit(f"{CHECK_INS}:KeptAnswer.answers", "self.question == other.question and ", ""),
            Edit(f"{CHECK_INS}:CheckIns.swapping", ", waiting=(), waiting_day=None", ""),
        ),
    ),
    _one(
        "one of them answers twice",
        f"{CHECK_INS}:KeptAnswer.answers",
        "self.partner is not other.partner and ",
        "",
    ),
    _one("one voice leaves both answers", f"{CHECK_INS}:KeptAnswer.answers", " and not one_voice", ""),
    _one(
        "unmatched answers stay after four",
        f"{CHECK_INS}:CheckIns.settled",
        "if stale else self",
        "if False else self",
    ),
    _one("the night keeps what waits", "skill.domain.four_o_clock:_lets_go", "return ", "return False and "),
    Mutant("pairs stay for ever", (Swap("skill.domain.four_o_clock:PAIRS_STAY", timedelta(days=36500)),)),
    _one(
        "answers are read without a yes",
        "skill.conversations.check_in.hearing:heard_together",
        'turn.intent == "AMAZON.NoIntent" or pair is None',
        "pair is None",
    ),
    _one(
        "a deleted answer stays",
        f"{CHECK_INS}:CheckIns.revoking",
        "return replace(self, ",
        "return self or replace(self, ",
    ),
    Mutant("a skip is an answer", (Swap(f"{TURN}:NEVER_AN_ANSWER", frozenset()),)),
    _one(
        "a swear word is a name", "skill.domain.naming:is_name", "return not any(", "return True or not any("
    ),
    _one("what is unfit is answered", "skill.domain.unfit:is_unfit", "return any(", "return False and any("),
)
RULES_8_AND_10 = (
    _one(
        "what two began is pressed on one",
        "skill.conversations.exercise.beginning:_waiting_for_one",
        " or exercise.company is Company.TOGETHER",
        "",
    ),
    _one(
        "a booking rings unasked",
        f"{TIMES}:AloneTimes.adding",
        "replace(booking, id=self.made + 1)",
        "replace(booking, id=self.made + 1, leads=(15,))",
    ),
    _one(
        "a no is asked again the same day",
        f"{TIMES}:AloneTimes.may_offer",
        "return all(",
        "return True or all(",
    ),
    _one(
        "a denied permission is asked for again",
        f"{TIMES}:AloneTimes.denied_lately",
        "return ",
        "return False and ",
    ),
    _one(
        "a no to a reminder sets it",
        "skill.conversations.alone_time.reminder:heard",
        'if turn.intent == "AMAZON.YesIntent":',
        'if turn.intent in ("AMAZON.YesIntent", "AMAZON.NoIntent"):',
    ),
    Mutant("the day begins at midnight", (Swap("skill.domain.today:DAY_BEGINS", timedelta()),)),
    _one(
        "silence is answered",
        f"{TURN}:answer",
        "    if turn.kind is Kind.ENDED:\n        return nothing()\n",
        "",
    ),
)
RULE_11 = (
    _one(
        "slots are not looked at",
        "skill.conversations.safety:distress",
        "for slot in turn.slots.values()",
        "for slot in ()",
    ),
    _one(
        "fear is answered",
        f"{TURN}:answer",
        "return ending.stop(turn, desk)",
        "return asking_again.explain(turn, desk)",
    ),
    _one(
        "fear is kept",
        f"{TURN}:answer",
        "return ending.stop(turn, desk)",
        'return desk.learn_zone("Europe/Paris") or ending.stop(turn, desk)',
    ),
    _one(
        "fear is logged",
        f"{TURN}:answer",
        "return ending.stop(turn, desk)",
        '__import__("logging").getLogger("skill").info("fear in 0"); return ending.stop(turn, desk)',
    ),
)
RULE_12 = (
    _one(
        "forgetting needs no yes", f"{PRIVACY}:confirmed", 'if turn.intent == "AMAZON.YesIntent":', "if True:"
    ),
    _one(
        "forgetting leaves the pairs",
        f"{PRIVACY}:confirmed",
        "desk.home.forget(leaving=staying)",
        "desk.home.keep(type(desk.household)(desk.household.id))",
    ),
    _one("forgetting leaves the reminders", f"{PRIVACY}:_silence", "if times.alarms:", "if False:"),
    _one("disabling leaves everything", f"{PRIVACY}:disabled", "desk.home.forget()", "pass"),
    _one(
        "a file stays on the disk",
        "skill.stores.tinydb:TinyDBStore._keep",
        "self._graves.forget(",
        "(lambda *_: None)(",
    ),
)
RULE_13 = (
    _one("no day is for words", f"{CLOSENESS}:Closeness.room", " or is_words_day(household, day)", ""),
    _one("nearly every day is for words", f"{CLOSENESS}:is_words_day", "< WORDS_DAYS", "< 0.9"),
    _one(
        "what was said moves the days for words",
        f"{CLOSENESS}:Closeness.room",
        "is_words_day(household, day)",
        "is_words_day(household + str(len(self.tonight)), day)",
    ),
    _one(
        "another sentence when touch is shut",
        f"{TOUCHING}:open_or_twin",
        '"closeness.for_words"',
        '"exercise.another_theme"',
    ),
    _one(
        "resting touch has a sentence of its own",
        f"{TOUCHING}:open_or_twin",
        '"closeness.for_words"',
        '("exercise.another" if desk.household.closeness.rested_on else "closeness.for_words")',
    ),
    _one(
        "a preference has a sentence of its own",
        f"{TOUCHING}:open_or_twin",
        '"closeness.for_words"',
        '("exercise.another" if desk.household.closeness.tonight else "closeness.for_words")',
    ),
    _one(
        "where we are is where tonight is",
        "skill.conversations.closeness.ladder:where_are_we",
        "step=step(closeness.rung)",
        "step=step(closeness.room(desk.household.id, desk.today))",
    ),
    _one(
        "who asks hears of the other",
        "skill.conversations.closeness.tonight:touch_tonight",
        '"tonight.noted"',
        '"tonight.noted" if len(desk.household.closeness.tonight) < 2 else "tonight.touched_out"',
    ),
)
MUTANTS = (*RULE_1, *RULE_2, *RULES_3_TO_5, *RULES_8_AND_10, *RULE_11, *RULE_12, *RULE_13)
