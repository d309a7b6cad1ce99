"""What a page or a program may ask of the speaker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from skill.library import LOCALES
from skill.speaker.envelope import PEOPLE
from skill.speaker.hearing import LONGEST

_LONGEST_ID = 200


@dataclass
class NotAQuestion(Exception):  # noqa: N818 - it is an answer, not a fault
    """It cannot be understood; `key` names the sentence that says why."""

    key: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """One sentence, and who says it in which conversation."""

    text: str
    speaker: str = ""
    session: str | None = None
    locale: str = "en-US"
    plays: bool = False
    """Whether whoever asks can be heard now, so that a track can be played there."""

    @classmethod
    def read(cls, sent: object) -> Question:
        """Reads what was sent.

        Raises:
            NotAQuestion: naming what is wrong, and never repeating it.
        """
        if not isinstance(sent, Mapping):
            raise NotAQuestion("json")
        return cls(
            _text(sent.get("text")),
            _known(sent.get("speaker")),
            _session(sent.get("session")),
            locale_in(sent),
            sent.get("plays") is True,
        )


def locale_in(sent: Mapping[object, object]) -> str:
    """The locale that was named; American English where none was.

    Raises:
        NotAQuestion: when it is none of ours.
    """
    return _one_of(sent.get("locale") or "en-US", LOCALES, "locale")


def flag(sent: object, name: str) -> bool:
    """A yes or no that was sent.

    Raises:
        NotAQuestion: when it is neither.
    """
    value = sent.get(name) if isinstance(sent, Mapping) else None
    if not isinstance(value, bool):
        raise NotAQuestion(name)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise NotAQuestion("json")
    return _cut(value).encode("utf-8", "ignore").decode()


def _cut(text: str) -> str:
    """The beginning and the end of what is too long: danger may be in either, and must be heard."""
    return text if len(text) <= 2 * LONGEST else f"{text[:LONGEST]} {text[-LONGEST:]}"


def _known(speaker: object) -> str:
    """Who is speaking; a voice this device does not know is nobody in particular, as on a real one."""
    return speaker if isinstance(speaker, str) and speaker in PEOPLE else ""


def _session(value: object) -> str | None:
    if value is not None and (not isinstance(value, str) or len(value) > _LONGEST_ID):
        raise NotAQuestion("session")
    return value or None


def _one_of(value: object, choices: tuple[str, ...], key: str) -> str:
    if not isinstance(value, str) or value not in choices:
        raise NotAQuestion(key, {"locales": ", ".join(choices)})
    return value


def locale_of(named: str) -> str:
    """The locale that a system's own name for one means; American English when we have none like it."""
    wanted = named.partition(".")[0].replace("_", "-").lower()
    return next((locale for locale in LOCALES if locale.lower() == wanted), LOCALES[0])
