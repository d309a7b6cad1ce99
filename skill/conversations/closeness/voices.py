"""Voices that are known: linked after a yes of that very voice, and forgotten when somebody asks."""

from __future__ import annotations

from skill.domain.closeness.expectations import LinkingVoice, WhoseVoice
from skill.domain.desk import Desk
from skill.domain.misheard import once_more
from skill.domain.naming import both_said, name_said, nameless, nobody_said
from skill.domain.partner import Partner
from skill.domain.reply import Reply, close
from skill.domain.turn import NO, Turn
from skill.domain.voice import mark


def link(turn: Turn, desk: Desk) -> Reply:
    """Asks whether to know a voice, once it is clear that there is one, and whose."""
    if turn.person is None:
        return close(desk.line("voice.cannot_tell"))
    if not desk.home.keeps:
        return close(desk.line("voice.cannot_keep"))
    if desk.by_voice:
        return close(desk.line("voice.known", name=desk.household.name(desk.by_voice) or ""))
    return desk.ask(LinkingVoice(desk.here, mark(turn.person)) if desk.here else WhoseVoice())


def unlink(_turn: Turn, desk: Desk) -> Reply:
    """Forgets the voice of whoever is speaking; asks who that is where it is not known."""
    household = desk.household
    if desk.here:
        return _forget(desk.here, desk)
    linked = household.first.voice or household.second.voice
    return desk.ask(WhoseVoice(forgetting=True)) if linked else close(desk.line("voice.forgotten"))


def whose_voice(turn: Turn, desk: Desk) -> Reply | None:
    """A first name: learned now, or for forgetting one that is known here."""
    state, name = turn.progress.state, name_said(turn)
    if not isinstance(state, WhoseVoice):
        return None
    if turn.intent in NO or nobody_said(turn):
        return close(desk.line("voice.stays"))
    if both_said(turn) or nameless(turn):
        return once_more(turn, desk)
    if name is None:
        return None
    return _of_name(name, turn, desk) if not state.forgetting else _forget_name(name, turn, desk)


def linking(turn: Turn, desk: Desk) -> Reply | None:
    """A yes of the voice that asked links it; a yes of any other links nothing."""
    state = turn.progress.state
    if not isinstance(state, LinkingVoice):
        return None
    if turn.intent in NO:
        return close(desk.line("voice.stays"))
    if turn.intent != "AMAZON.YesIntent":
        return None
    if mark(turn.person) != state.voice:
        return close(desk.line("voice.another"))
    desk.home.keep(desk.household.linking(state.partner, state.voice))
    return close(desk.line("voice.linked", name=desk.household.name(state.partner) or ""))


def _of_name(name: str, turn: Turn, desk: Desk) -> Reply:
    known = desk.introduce(name)
    return link(turn, desk) if known else once_more(turn, desk, desk.line("whose.third"))


def _forget_name(name: str, turn: Turn, desk: Desk) -> Reply:
    partner = desk.household.called(name)
    return _forget(partner, desk) if partner else once_more(turn, desk, desk.line("voice.nobody"))


def _forget(partner: Partner, desk: Desk) -> Reply:
    desk.home.keep(desk.household.linking(partner, None))
    return close(desk.line("voice.forgotten"))
