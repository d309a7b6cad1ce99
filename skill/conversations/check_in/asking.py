"""The question of the day is asked: one choice of three, another one, or the words themselves."""

from __future__ import annotations

from msgspec.structs import replace

from skill.domain.check_in.check_ins import CheckIns
from skill.domain.check_in.expectations import Choosing
from skill.domain.check_in.question_of_the_day import choose, choose_lighter
from skill.domain.desk import Desk
from skill.domain.history import Entry
from skill.domain.line import Line
from skill.domain.monthly import support_list_named
from skill.domain.reply import Reply, close
from skill.domain.turn import Turn

WORDS = frozenset(
    {
        "AnswerIntent",
        "EverythingIntent",
        "HardEveningIntent",
        "MoodIntent",
        "NameIntent",
        "NumberIntent",
        "RoomIntent",
        "TownIntent",
        "WhenIntent",
        "WhichOfUsIntent",
        "WhoseIntent",
    }
)
"""Intents that may be somebody's answer rather than a wish."""


def ask(_turn: Turn, desk: Desk) -> Reply:
    """Asks the question of the day: the same all day, for both."""
    question = standing_question(desk)
    if question is None:
        return close(desk.line("check_in.none_today"))
    if desk.alone:
        return for_one(question, desk)
    said = (*support_list_named(desk), desk.line("check_in.today"))
    return desk.ask(Choosing(question), *said, Line(f"question.{question}"))


def another(turn: Turn, desk: Desk) -> Reply:
    """Exchanges the question for a lighter one, once a day."""
    check_ins, today = desk.household.check_ins, desk.today
    if check_ins.on(today) is None:
        return ask(turn, desk)
    lighter = choose_lighter(desk.household.id, check_ins, today, desk.library.questions)
    if check_ins.swapped(today) or lighter is None:
        standing = standing_question(desk) or ""
        return desk.ask(Choosing(standing), desk.line("check_in.no_other"), Line(f"question.{standing}"))
    _keep(desk, check_ins.swapping(today, lighter.id), scrub=bool(check_ins.waiting))
    return desk.ask(Choosing(lighter.id), desk.line("check_in.another"), Line(f"question.{lighter.id}"))


def chosen(turn: Turn, desk: Desk) -> Reply | None:
    """One choice of three, or the words themselves, which are thanked and let go."""
    if turn.intent == "JustMeIntent":
        desk.alone = True
        take_up(desk)
        return close(desk.line("check_in.for_one"))
    if turn.intent in WORDS:
        return drop_words(turn, desk)
    return skip(turn, desk) if turn.intent in ("AMAZON.NoIntent", "AMAZON.NextIntent") else None


def for_one(question: str, desk: Desk) -> Reply:
    """The question to think about, for somebody on their own: nobody else is asked, nothing is kept."""
    take_up(desk)
    today = desk.line("check_in.today_for_one")
    return close(today, Line(f"question.{question}"), desk.line("check_in.for_one"))


def tell_each_other(_turn: Turn, desk: Desk) -> Reply:
    """The microphone closes; the two of them talk."""
    take_up(desk)
    return close(desk.line("check_in.told"))


def skip(_turn: Turn, desk: Desk) -> Reply:
    """A pass: no comment, and the next days are lighter."""
    _keep(desk, desk.household.check_ins.passing(desk.today))
    return close(desk.line("check_in.skipped"))


def drop_words(turn: Turn, desk: Desk) -> Reply | None:
    """Words said without choosing: heard, thanked and dropped."""
    if not isinstance(turn.progress.state, Choosing):
        return close(desk.line("check_in.heard")) if turn.intent == "AnswerIntent" else None
    take_up(desk)
    return close(desk.line("check_in.heard"))


def standing_question(desk: Desk) -> str | None:
    """The id of today's question, drawn now if nobody has asked yet; None when there is none left."""
    check_ins, today = desk.household.check_ins, desk.today
    standing = check_ins.on(today)
    if standing:
        return standing.question
    drawn = choose(desk.household.id, check_ins, today, desk.library.questions)
    if drawn is None:
        return None
    _keep(desk, check_ins.asking(today, drawn.id))
    return drawn.id


def take_up(desk: Desk) -> None:
    """Counts the day's question as taken up, once; whose doing it was is not recorded."""
    question = standing_question(desk)
    check_ins = desk.household.check_ins.taking_up(desk.today)
    if question is None or check_ins is desk.household.check_ins:
        return
    _keep(desk, check_ins)
    desk.home.record(Entry(desk.today, desk.at, "check_in", question))


def _keep(desk: Desk, check_ins: CheckIns, *, scrub: bool = False) -> None:
    desk.home.keep(replace(desk.household, check_ins=check_ins), scrub=scrub)
