"""The edge as one object: JSON in, JSON out, whatever comes in and whatever breaks."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from skill.alexa.lazy_models import install
from skill.alexa.request import Clock
from skill.alexa.trouble import told
from skill.domain.line import Spoken

if TYPE_CHECKING:
    from ask_sdk_core.skill import CustomSkill

    from skill.alexa.answering import Take
    from skill.alexa.voice import Voice

_log = logging.getLogger(__name__)


class AlexaEdge:
    """Alexa's side of the skill."""

    def __init__(
        self,
        take: Take,
        voice: Voice,
        apology: Sequence[Spoken],
        skill_id: str | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Puts the edge together.

        Args:
            take: answers a turn.
            voice: puts lines into words.
            apology: is said when something of ours broke.
            skill_id: requests for another skill get an empty answer; None takes all.
            clock: the time, UTC, where a request does not tell it.
        """
        install()
        from skill.alexa.answering import Answering
        from skill.alexa.sdk import build_skill

        answering = Answering(take, voice, apology, clock or _now)
        self.custom_skill: CustomSkill = build_skill(answering, skill_id)

    def respond(self, envelope: object) -> dict[str, Any]:
        """Answers a request; never raises."""
        skill, serializer = self.custom_skill, cast("Any", self.custom_skill.serializer)
        try:
            request = serializer.deserialize(envelope, "RequestEnvelope")
            return cast("dict[str, Any]", serializer.serialize(skill.invoke(request, None)))
        except Exception as error:  # noqa: BLE001 - another skill's request, no JSON object, no words to be had
            _log.warning("Not answered: %s", told(error))
            return {"version": "1.0", "response": {}}

    def lambda_handler(self, event: object, _context: object = None) -> dict[str, Any]:
        """AWS Lambda's way in."""
        return self.respond(event)


def _now() -> datetime:
    return datetime.now(UTC)
