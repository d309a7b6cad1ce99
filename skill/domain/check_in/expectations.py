"""What is asked around the question of the day: one thing at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from skill.domain.expectation import Expectation
from skill.domain.line import Line, Value
from skill.domain.partner import Partner


class AboutQuestion(Expectation, frozen=True):
    """Something about a question of the library is expected."""

    question: str

    def values(self) -> Mapping[str, Value]:
        """The question's words."""
        return {"question": Line(f"question.{self.question}")}


class Choosing(AboutQuestion, frozen=True):
    """The question was asked; one choice of three is expected, or the words themselves."""

    KEY: ClassVar[str] = "choosing"
    ELICITS: ClassVar[bool] = True


class Whose(AboutQuestion, frozen=True):
    """An answer is to be kept; who it is from is expected."""

    KEY: ClassVar[str] = "whose"


class Answering(AboutQuestion, frozen=True):
    """An answer is to be kept and it is known from whom; the words are expected."""

    KEY: ClassVar[str] = "answering"
    ELICITS: ClassVar[bool] = True
    partner: Partner


class JustYouTwo(AboutQuestion, frozen=True):
    """A pair is to be heard; a yes that it is the two of them is expected."""

    KEY: ClassVar[str] = "just_you_two"
    day: date


class WhoseToDelete(Expectation, frozen=True):
    """What one of them left is to be deleted; whose it is, is expected."""

    KEY: ClassVar[str] = "whose_to_delete"
    every: bool = False
    """Whether it is about all that is kept of them, not only today's answer."""


class ForgettingAnswers(Expectation, frozen=True):
    """All that one of them left, or both, is to be deleted; one confirmation is expected."""

    KEY: ClassVar[str] = "forgetting_answers"
    partner: Partner | None = None
    """None when it is what both of them left."""

    @property
    def form(self) -> str:
        """Both lose theirs, or one does."""
        return "question" if self.partner else "both"


OfCheckIn = Choosing | Whose | Answering | JustYouTwo | WhoseToDelete | ForgettingAnswers
"""All that may be expected around the question of the day."""
