"""An answer is kept for the two of them: first who it is from, then the words."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from skill.conversations.check_in.asking import WORDS, standing_question, take_up
from skill.domain.asking_who import who_it_is
from skill.domain.check_in.check_ins import KeptAnswer
from skill.domain.check_in.expectations import Answering, Choosing, Whose
from skill.domain.desk import Desk
from skill.domain.line import Line
from skill.domain.misheard import once_more
from skill.domain.naming import name_said, nobody_said
from skill.domain.partner import Partner
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn
from skill.domain.unfit import is_of_health, is_rude
from skill.domain.voice import mark
from skill.domain.word_forms import bare, left_over, words_of

NOT_ALONE = ("states", "numbers", "fillers", "courtesies")
"""Lists of words that make no answer to keep when there is nothing else in it."""
BESIDE_CONSENT = ("fillers", "courtesies", "beside_consent", "introducing")
"""Lists of words that make no more of a phrase of consent than it is."""


def keep(turn: Turn, desk: Desk) -> Reply:
    """Asks who it is from where that is not known, then for the words."""
    question = standing_question(desk)
    if not desk.home.keeps:
        return close(desk.line("check_in.cannot_keep"))
    if question is None:
        return close(desk.line("check_in.none_today"))
    if desk.here is None:
        return desk.ask(Whose(question))
    return _ask_for_words(question, desk.here, desk, told=isinstance(turn.progress.state, Choosing))


def whose(turn: Turn, desk: Desk) -> Reply | None:
    """Who it is from: a name known, or one learned now; never both at once, and nobody has to say."""
    state = turn.progress.state
    if not isinstance(state, Whose):
        return None
    if nobody_said(turn):
        return close(desk.line("whose.nobody"))
    if turn.intent == "KeepIntent":
        return once_more(turn, desk)
    who = who_it_is(turn, desk)
    return _ask_for_words(state.question, who, desk, told=True) if isinstance(who, Partner) else who


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
    standing = standing_question(desk)
    take_up(desk)
    if words is None or state.question != standing or not _may_be_kept(words, desk):
        return close(desk.line("check_in.not_kept"))
    return _kept(KeptAnswer(state.partner, words, state.question, mark(turn.person)), desk)


def _ask_for_words(question: str, partner: Partner, desk: Desk, *, told: bool) -> Reply:
    quoted = () if told else (Line(f"question.{question}"),)
    return desk.ask(Answering(question, partner), *quoted)


def _from_another(turn: Turn, state: Answering, desk: Desk) -> Reply | None:
    """The other one takes over before the words: "no, it's Alex"."""
    name = name_said(turn)
    partner = desk.introduce(name) if name else None
    return desk.ask(replace(state, partner=partner)) if partner else None


def _may_be_kept(words: str, desk: Desk) -> bool:
    """Nothing rude, nothing of health, no figures, no consent; not a number or a state alone."""
    if is_rude(words, desk.library) or is_of_health(words, desk.library):
        return False
    if any(letter.isnumeric() for letter in words) or _is_consent(words, desk):
        return False
    spoken = [bare(word) for word in words_of(words)]
    return bool(left_over(spoken, _listed(NOT_ALONE, desk)))


def _is_consent(words: str, desk: Desk) -> bool:
    """Whether a phrase of consent is all that was said, but for fillers and whose it is."""
    spoken = words_of(words)
    beside = left_over(spoken, desk.library.word_list("consent"))
    if beside == spoken:
        return False
    names = left_over(beside, _listed(BESIDE_CONSENT, desk))
    introduced = left_over(beside, desk.library.word_list("introducing")) != beside
    return all(desk.household.called(name) for name in names) or (introduced and len(names) == 1)


def _listed(names: Sequence[str], desk: Desk) -> frozenset[str]:
    return frozenset().union(*map(desk.library.word_list, names))


def _kept(answer: KeptAnswer, desk: Desk) -> Reply:
    """Keeps the words; "undo" of whoever said them takes them back now, before any booking."""
    household, today = desk.household, desk.today
    met = household.check_ins.counterpart(today, answer) is not None
    kept = household.check_ins.keeping(today, answer)
    times = household.alone_times.overtaken(answer.partner)
    desk.home.keep(replace(household, check_ins=kept, alone_times=times), scrub=True)
    return close(desk.line("check_in.both_kept" if met else "check_in.kept"))
