"""One request answered: its Turn taken, its Reply put into words; and the kind word when that breaks."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

from ask_sdk_model.response import Response
from msgspec import Struct

from skill.alexa.access import access_of
from skill.alexa.request import Clock, turn_of
from skill.alexa.response import ANSWERED, closing, response_to
from skill.alexa.trouble import reported, told
from skill.alexa.voice import Voice
from skill.domain.line import Spoken
from skill.domain.progress import Progress
from skill.domain.reply import Close, Reply
from skill.domain.turn import Turn
from skill.reminders.access import Access

_log = logging.getLogger(__name__)

Take = Callable[[Turn, Access], tuple[Reply, Progress]]


class Answering(Struct, frozen=True):
    """What stands between the SDK's handlers and the conversations."""

    take: Take
    voice: Voice
    apology: Sequence[Spoken]
    clock: Clock

    def answer(self, envelope: dict[str, Any]) -> tuple[Response, dict[str, Any] | None]:
        """The response to a request, and the session attributes that go with it."""
        if code := reported(envelope):
            _log.warning("The platform reports %s", code)
        turn = turn_of(envelope, self.clock, sounds=self.voice.sounds is not None)
        reply, progress = self.take(turn, access_of(envelope, turn))
        return response_to(turn, reply, progress, self.voice)

    def failed(self, envelope: dict[str, Any], error: Exception) -> Response:
        """The apology, where anything may be said at all."""
        _log.error("A turn broke: %s", told(error))
        turn = turn_of(envelope, self.clock)
        if turn.kind not in ANSWERED:
            return Response()
        return closing(Close(tuple(self.apology)), turn.locale, self.voice)
