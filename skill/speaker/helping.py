"""Who helps, as the page shows it: every kind in the same plain words, whichever of them was spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from skill.domain.support import ALWAYS, HelpKind, HelpLine, HelpList
from skill.speaker.words import say

Row = dict[str, object]


def rows(whole: HelpList) -> list[Row]:
    """The four kinds in their order, each with a label and its lines."""
    return [{"label": say(f"help.{kind}"), "lines": _lines(whole, kind)} for kind in HelpKind]


def _lines(whole: HelpList, kind: HelpKind) -> list[Row]:
    if kind is HelpKind.EMERGENCY:
        number = whole.support.emergency
        return [{"name": "", "links": [_call(number)]}] if number else [_nobody("help.own_emergency")]
    alone = {HelpKind.CRISIS: whole.support.crisis, HelpKind.PERINATAL: whole.perinatal}
    found = (alone[kind],) if kind in alone else whole.home
    return [_line(line) for line in found if line] or [_nobody("help.doctor")]


def _line(line: HelpLine) -> Row:
    about = [line.name, line.region, "" if line.hours == ALWAYS else line.hours]
    return {"name": ", ".join(part for part in about if part), "links": list(_links(line))}


def _nobody(key: str) -> Row:
    return {"name": say(key), "links": []}


def _links(line: HelpLine) -> Iterator[Row]:
    """One for each way of reaching it."""
    if line.channel in ("call", "call_or_text"):
        yield _call(line.number)
    if line.channel == "text_word":
        words = say("help.text_word", word=line.word, number=line.number)
        yield {"words": words, "href": f"sms:{_dialled(line.number)}?body={quote(line.word)}"}
    elif line.channel in ("text", "call_or_text"):
        yield {"words": say("help.text", number=line.number), "href": f"sms:{_dialled(line.number)}"}


def _call(number: str) -> Row:
    return {"words": say("help.call", number=number), "href": f"tel:{_dialled(number)}"}


def _dialled(number: str) -> str:
    return number.replace(" ", "")
