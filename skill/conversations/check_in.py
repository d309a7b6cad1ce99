"""The check-in: a question a day, one choice of three, and answers heard only when both gave one."""

from __future__ import annotations

from msgspec.structs import replace

from skill.domain.check_in.check_ins import CheckIns, KeptAnswer, Pair
from skill.domain.check_in.expectations import Answering, Choosing, JustYouTwo, Whose
from skill.domain.check_in.question_of_the_day import choose, choose_lighter
from skill.domain.desk import Desk
from skill.domain.history import Entry
from skill.domain.line import Line, Private
from skill.domain.partner import Partner
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn

WORDS = frozenset({"AnswerIntent", "NameIntent", "NumberIntent", "TownIntent", "WhenIntent", "WhoseIntent"})
"""Intents that may be somebody's answer rather than a wish."""
NAMES = frozenset({"NameIntent", "WhoIntent", "CallMeIntent"})
"""Intents by which somebody says a first name."""
NEVER_KEPT = ("profanity", "sexual", "health")
"""Lists of words that keep an answer from being kept wherever they stand in it."""
NOT_ALONE = ("states", "numbers", "fillers")
"""Lists of words that make no answer to keep when there is nothing else in it."""


def ask(_turn: Turn, desk: Desk) -> Reply:
    """Asks the question of the day: the same all day, for both."""
    question = _today(desk)
    if question is None:
        return close(desk.line("check_in.none_today"))
    return desk.ask(Choosing(question), desk.line("check_in.today"), Line(f"question.{question}"))


def another(_turn: Turn, desk: Desk) -> Reply:
    """Exchanges the question for a lighter one, once a day."""
    check_ins, today = desk.household.check_ins, desk.today
    if check_ins.on(today) is None:
        return ask(_turn, desk)
    lighter = choose_lighter(desk.household.id, check_ins, today, desk.library.questions)
    if check_ins.swapped(today) or lighter is None:
        standing = _today(desk) or ""
        return desk.ask(Choosing(standing), desk.line("check_in.no_other"), Line(f"question.{standing}"))
    _keep(desk, check_ins.swapping(today, lighter.id), scrub=bool(check_ins.waiting))
    return desk.ask(Choosing(lighter.id), desk.line("check_in.another"), Line(f"question.{lighter.id}"))


def chosen(turn: Turn, desk: Desk) -> Reply | None:
    """One choice of three, or the words themselves, which are thanked and let go."""
    if turn.intent in WORDS:
        return drop_words(turn, desk)
    return skip(turn, desk) if turn.intent in ("AMAZON.NoIntent", "AMAZON.NextIntent") else None


def tell_each_other(_turn: Turn, desk: Desk) -> Reply:
    """The microphone closes; the two of them talk."""
    _take_up(desk)
    return close(desk.line("check_in.told"))


def skip(_turn: Turn, desk: Desk) -> Reply:
    """A pass: no comment, and the next days are lighter."""
    _keep(desk, desk.household.check_ins.passing(desk.today))
    return close(desk.line("check_in.skipped"))


def drop_words(turn: Turn, desk: Desk) -> Reply | None:
    """Words said without choosing: heard, thanked and dropped."""
    if not isinstance(turn.progress.state, Choosing):
        return close(desk.line("check_in.heard")) if turn.intent == "AnswerIntent" else None
    _take_up(desk)
    return close(desk.line("check_in.heard"))


def keep(turn: Turn, desk: Desk) -> Reply:
    """Keeps an answer for the two of them: first who it is from, then the words."""
    question = _today(desk)
    if not desk.home.keeps:
        return close(desk.line("check_in.cannot_keep"))
    if question is None:
        return close(desk.line("check_in.none_today"))
    if desk.here is None:
        return desk.ask(Whose(question))
    return _ask_for_words(question, desk.here, desk, told=isinstance(turn.progress.state, Choosing))


def whose(turn: Turn, desk: Desk) -> Reply | None:
    """Who it is from: a name known, or one learned now."""
    state, name = turn.progress.state, turn.words("name")
    if not isinstance(state, Whose) or turn.intent not in NAMES:
        return desk.ask(state, question="help") if isinstance(state, Whose) and _both(turn) else None
    if name is None:
        return None
    household, partner = desk.household.introducing(name)
    if partner is None:
        return desk.ask(state, desk.line("whose.third"))
    desk.home.keep(household)
    desk.here = partner
    return _ask_for_words(state.question, partner, desk, told=True)


def answered(turn: Turn, desk: Desk) -> Reply | None:
    """The words: kept for the two of them, or let go when they are of a kind that is never kept."""
    state = turn.progress.state
    if not isinstance(state, Answering):
        return None
    if turn.intent in ("WhoIntent", "CallMeIntent"):
        return _from_another(turn, state, desk)
    if turn.intent not in WORDS:
        return None
    words = turn.words("answer") or turn.words("name")
    standing = _today(desk)
    _take_up(desk)
    if words is None or state.question != standing or not _may_be_kept(words, desk):
        return close(desk.line("check_in.not_kept"))
    return _kept(KeptAnswer(state.partner, words, state.question, _mark(turn.person)), desk)


def hear_answers(_turn: Turn, desk: Desk) -> Reply:
    """Offers the newest pair of answers; one answer alone is never mentioned."""
    pair = next(desk.home.pairs(), None)
    if pair is None:
        return close(desk.line("check_in.nothing_to_hear"))
    return desk.ask(JustYouTwo(pair.question, pair.day))


def heard_together(turn: Turn, desk: Desk) -> Reply | None:
    """Reads both answers after a yes that it is the two of them."""
    state = turn.progress.state
    if not isinstance(state, JustYouTwo) or turn.intent not in ("AMAZON.YesIntent", "AMAZON.NoIntent"):
        return None
    pair = next((p for p in desk.home.pairs() if (p.day, p.question) == (state.day, state.question)), None)
    if turn.intent == "AMAZON.NoIntent" or pair is None:
        return close(desk.line("check_in.later"))
    first, second = (_reading(answer, which, desk) for which, answer in enumerate(pair.answers))
    return close(Line(f"question.{pair.question}"), first, second, desk.line("check_in.heard_both"))


def _today(desk: Desk) -> str | None:
    check_ins, today = desk.household.check_ins, desk.today
    standing = check_ins.on(today)
    if standing:
        return standing.question
    drawn = choose(desk.household.id, check_ins, today, desk.library.questions)
    if drawn is None:
        return None
    _keep(desk, check_ins.asking(today, drawn.id))
    return drawn.id


def _keep(desk: Desk, check_ins: CheckIns, *, scrub: bool = False) -> None:
    desk.home.keep(replace(desk.household, check_ins=check_ins), scrub=scrub)


def _take_up(desk: Desk) -> None:
    """Counts the day's question as taken up, once; whose doing it was is not recorded."""
    question = _today(desk)
    check_ins = desk.household.check_ins.taking_up(desk.today)
    if question is None or check_ins is desk.household.check_ins:
        return
    _keep(desk, check_ins)
    desk.home.record(Entry(desk.today, desk.at, "check_in", question))


def _ask_for_words(question: str, partner: Partner, desk: Desk, *, told: bool) -> Reply:
    quoted = () if told else (Line(f"question.{question}"),)
    return desk.ask(Answering(question, partner), *quoted)


def _may_be_kept(words: str, desk: Desk) -> bool:
    """Not swear words, nothing sexual, nothing of health, no figures; not a number or a state alone."""
    spoken = frozenset("".join(c if c.isalnum() or c == "'" else " " for c in words.casefold()).split())
    if any(spoken & desk.library.word_list(name) for name in NEVER_KEPT):
        return False
    if any(word.isdigit() for word in spoken) or words.casefold().strip(" .!") in desk.library.word_list(
        "consent"
    ):
        return False
    return bool(spoken.difference(*(desk.library.word_list(name) for name in NOT_ALONE)))


def _from_another(turn: Turn, state: Answering, desk: Desk) -> Reply | None:
    """The other one takes over before the words: "no, it's Alex"."""
    name = turn.words("name")
    household, partner = desk.household.introducing(name) if name else (desk.household, None)
    if partner is None:
        return None
    desk.home.keep(household)
    desk.here = partner
    return desk.ask(replace(state, partner=partner))


def _both(turn: Turn) -> bool:
    """Hears "both of us", where one name was asked for."""
    return turn.intent == "ExerciseIntent" and set(turn.slots) <= {"company"}


def _mark(person: str | None) -> str | None:
    """A voice's id as a short mark: enough to see that two answers came from one voice."""
    if person is None:
        return None
    from hashlib import sha256  # OpenSSL is loaded with it, and few turns need it

    return sha256(person.encode()).hexdigest()[:16]


def _kept(answer: KeptAnswer, desk: Desk) -> Reply:
    check_ins, today = desk.household.check_ins, desk.today
    other = check_ins.counterpart(today, answer)
    if other is None:
        _keep(desk, check_ins.keeping(today, answer), scrub=True)
        return close(desk.line("check_in.kept"))
    desk.home.keep_pair(Pair(today, answer.question, (other, answer)))
    _keep(desk, check_ins.matched(), scrub=True)
    return close(desk.line("check_in.both_kept"))


def _reading(answer: KeptAnswer, which: int, desk: Desk) -> Line:
    name = desk.household.name(answer.partner)
    who = name or Line(("someone.one_of_you", "someone.the_other")[which])
    return desk.line("check_in.said", who=who, words=Private(answer.words))
