"""The device: hears a sentence, asks the skill, and behaves with its answer as an Echo would."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import Protocol
from zoneinfo import ZoneInfo

from skill.domain.support import HelpList
from skill.speaker import envelope as alexa
from skill.speaker.answer import Answer, answer_to, device_speech
from skill.speaker.clock import Clock
from skill.speaker.devices.grants import Grants
from skill.speaker.devices.player import Order, Player
from skill.speaker.devices.shelf import ShelfError
from skill.speaker.envelope import Device, Json, Surroundings
from skill.speaker.hearing import Beside, Ears, Hearing, Sentence
from skill.speaker.sessions import Consent, Elicited, Session, Sessions
from skill.speaker.ssml import SsmlError

_log = logging.getLogger(__name__)


class Skill(Protocol):
    """The skill as the cloud sees it."""

    @property
    def ears(self) -> Ears:
        """What sentences are heard with."""

    def respond(self, envelope: Json) -> Json:
        """Answers a request."""

    def help_list(self, household: str, locale: str) -> HelpList:
        """Who helps where a household lives."""

    def night(self) -> None:
        """Does what is done at four in the morning."""


@dataclass
class Echo:
    """One device and its conversations."""

    skill: Skill
    device: Device
    grants: Grants
    clock: Clock
    zone: str
    """IANA; what "tomorrow" is seen from."""
    player: Player | None = None
    """None while there is nothing to play."""
    sessions: Sessions = field(default_factory=Sessions)

    def say(
        self,
        text: str,
        speaker: str = "",
        session: str | None = None,
        locale: str = "en-US",
        *,
        plays: bool = False,
    ) -> Answer:
        """Hears one sentence, an empty one is silence; `plays` where a track would be heard."""
        found = self.sessions.find(session, self.clock())
        if not text.strip():
            return self._silence(found, session)
        hearing = Hearing(self.skill.ears, locale, self.clock().astimezone(ZoneInfo(self.zone)).date())
        open_ = found or Session(self.clock(), locale=locale)
        with open_.turn:
            if open_.over:
                open_ = Session(self.clock(), locale=locale)
            open_.plays = plays and self.player is not None
            if open_.consent and not hearing.ending(text):
                return self._consented(open_, open_.consent, hearing.yes_or_no(text))
            return self._turn(open_, hearing.hear(text, open_.elicited), speaker)

    def tidy(self) -> None:
        """Ends the conversations that nobody is having any more."""
        for session in self.sessions.take_old(self.clock()):
            self._send(session, alexa.ended("EXCEEDED_MAX_REPROMPTS"))

    def _turn(self, session: Session, sentence: Sentence, speaker: str) -> Answer:
        if sentence.invoked and not session.new:
            self._end(session, "USER_INITIATED")
            session = Session(self.clock(), locale=session.locale, plays=session.plays)
        match sentence.meant:
            case Beside.LEAVING:
                self._end(session, "USER_INITIATED")
                return Answer(session.id)
            case Beside.LAUNCH:
                request = alexa.launch()
            case heard:
                dialog = "IN_PROGRESS" if sentence.elicited else None
                request = alexa.intent(heard, self.device.skill, dialog)
        return self._play(session, self._send(session, request, speaker))

    def _silence(self, session: Session | None, id_: str | None) -> Answer:
        if session is None:
            return Answer(id_ or "")
        with session.turn:
            if session.over:
                return Answer(session.id)
            if session.consent:
                return self._answered(session, session.consent, "NOT_ANSWERED")
            self._end(session, "EXCEEDED_MAX_REPROMPTS")
            return Answer(session.id)

    def _end(self, session: Session, reason: str, fault: str | None = None) -> None:
        self.sessions.drop(session)
        if not session.new:
            self._send(session, alexa.ended(reason, fault))

    def _consented(self, session: Session, consent: Consent, yes: bool | None) -> Answer:  # noqa: FBT001 - the answer itself
        if yes is None and not consent.asked_again:
            return self._ask_for(session, replace(consent, asked_again=True))
        if yes is not None:
            self._grant(consent.scope, granted=yes)
        status = {True: "ACCEPTED", False: "DENIED", None: "NOT_ANSWERED"}[yes]
        return self._answered(session, consent, status)

    def _grant(self, scope: str, *, granted: bool) -> None:
        try:
            self.grants.set(scope, granted=granted)
        except ShelfError:
            _log.warning("The permission could not be kept.")

    def _answered(self, session: Session, consent: Consent, status: str) -> Answer:
        session.consent = None
        session.attributes = {}
        request = alexa.permission_answer(consent.scope, status, consent.token)
        return self._play(session, self._send(session, request))

    def tell(self, request: Json, locale: str) -> Order | None:
        """Sends what the player tells, or what its buttons ask; what the player then does."""
        around = self._around(locale, plays=self.player is not None)
        answered = self.skill.respond(alexa.envelope(request, None, self.device, around))
        return self._ordered(answered.get("response") or {})

    def _send(self, session: Session, request: Json, speaker: str = "") -> Json:
        around = self._around(session.locale, speaker, plays=session.plays)
        sent = alexa.envelope(request, session.row(), self.device, around)
        session.new = False
        return self.skill.respond(sent)

    def _around(self, locale: str, speaker: str = "", *, plays: bool) -> Surroundings:
        player = self.player.state() if self.player else None
        return Surroundings(self.clock(), locale, speaker, self.grants.all(), player, plays)

    def _ordered(self, response: Json) -> Order | None:
        return self.player.take(response.get("directives") or ()) if self.player else None

    def _play(self, session: Session, answered: Json) -> Answer:
        """Takes the skill's answer as a device does."""
        response: Json = answered.get("response") or {}
        session.consent, session.elicited = None, None
        session.attributes = answered.get("sessionAttributes") or {}
        for directive in response.get("directives") or ():
            if directive.get("type") == "Connections.SendRequest":
                return self._handed_over(session, directive)
            if directive.get("type") == "Dialog.ElicitSlot":
                session.elicited = Elicited(directive["updatedIntent"]["name"], directive["slotToElicit"])
        try:
            return self._spoken(session, response)
        except SsmlError:
            self._end(session, "ERROR", "INVALID_RESPONSE")
            return Answer(session.id, device_speech("broken"))

    def _spoken(self, session: Session, response: Json) -> Answer:
        answer = replace(answer_to(session.id, response), track=self._ordered(response))
        if answer.listening:
            self.sessions.keep(session, self.clock())
        else:
            self.sessions.drop(session)
        if answer.speech.has_numbers:
            return replace(answer, help=self.skill.help_list(alexa.ACCOUNT, session.locale))
        return answer

    def _handed_over(self, session: Session, directive: Json) -> Answer:
        consent = Consent(directive["payload"]["permissionScope"], directive.get("token", ""))
        if self.grants.granted(consent.scope):
            return self._answered(session, consent, "ACCEPTED")
        return self._ask_for(session, consent)

    def _ask_for(self, session: Session, consent: Consent) -> Answer:
        session.consent = consent
        self.sessions.keep(session, self.clock())
        asked, again = device_speech("permission.ask"), device_speech("permission.again")
        return Answer(session.id, again if consent.asked_again else asked, again, listening=True)
