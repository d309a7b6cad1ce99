"""One turn and all that can be known of it from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec

from skill.domain.household import Household
from skill.domain.line import Line
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Close, Reply
from skill.domain.turn import Kind, Turn
from skill.ears.listening import Ears
from skill.library import Library
from skill.speech import Speech

LIBRARY = Library.english()
SOUNDS = "https://sounds.example.com/hands"
"""Where devices fetch tracks and chimes."""
SPEECH = Speech(LIBRARY, SOUNDS)
EARS = Ears.english()
LOCALE = "en-GB"
MARKS = re.compile(r"<[^>]*>")
QUIET = re.compile(r'<break time="(\d+)s"/>')
OF_CONSENT = frozenset({"FirstIn", "SecondIn"})
"""What is expected while each is asked whether they are in, by the names of its classes."""
Json = dict[str, Any]


@dataclass(frozen=True)
class Taken:
    """One turn and all that can be known of it from outside."""

    device: str
    turn: Turn
    reply: Reply
    progress: Progress
    """As the skill gave it out, also where the conversation ended."""
    before: Household
    after: Household
    lines: tuple[str, ...]
    """What was logged, without its milliseconds."""
    out: bytes = b"{}"
    """The response as it left the Alexa edge."""
    envelope: Json = field(default_factory=dict)
    """The request as it came."""
    sounds: bool = False
    """Whether a track can be heard on this device afterwards."""
    rings_changed: bool = False
    """Whether a reminder was set, moved or taken away."""

    @cached_property
    def keys(self) -> frozenset[str]:
        """All phrases that were spoken, those inside others too."""
        return frozenset(_keys(self.reply))

    @cached_property
    def words(self) -> str:
        """All that was said and would be said, as marked speech."""
        return spoken(self.reply)

    @cached_property
    def left(self) -> Json:
        """The response as the platform reads it."""
        response: Json = msgspec.json.decode(self.out)
        return response

    @property
    def kind(self) -> str:
        """The type of the request, in the platform's words."""
        return str(self.envelope["request"]["type"])

    @property
    def state(self) -> str:
        """What had been expected, by the name of its class; empty where nothing was."""
        return type(self.turn.progress.state).__name__ if self.turn.progress.state else ""

    @property
    def forgets(self) -> bool:
        """Whether everything is forgotten now: somebody wanted it, or the skill was disabled for good."""
        disabled = self.turn.kind is Kind.DISABLED and not self.turn.persisted
        return disabled or "forgetting.done" in self.keys


def spoken(reply: Reply) -> str:
    """All that a reply says, as marked speech."""
    match reply:
        case Ask(lines, question, reprompt):
            return SPEECH.render((*lines, question, reprompt), LOCALE)
        case Close(lines):
            return SPEECH.render(lines, LOCALE)
        case _:
            return ""


def seconds(reply: Reply) -> float:
    """How long a prompt lasts, counted in its words and rests and nothing else."""
    if not isinstance(reply, Ask):
        return 0
    said = SPEECH.render((*reply.lines, reply.question), LOCALE)
    rests = sum(int(rest) for rest in QUIET.findall(said))
    return len(MARKS.sub(" ", said).split()) * 60 / 142 + rests


def _keys(reply: Reply) -> Iterator[str]:
    match reply:
        case Ask(lines, question, reprompt):
            said: tuple[object, ...] = (*lines, question, reprompt)
        case Close(lines):
            said = lines
        case _:
            said = ()
    for line in said:
        yield from _within(line)


def _within(line: object) -> Iterator[str]:
    if isinstance(line, Line):
        yield line.key
        for value in line.values.values():
            yield from _within(value)
