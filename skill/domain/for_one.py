"""Somebody is here alone: everything in the conversation is for one."""

from __future__ import annotations

from typing import ClassVar

from skill.domain.expectation import Expectation


class ForOne(Expectation, frozen=True):
    """Two quiet minutes, or a small moment, is expected."""

    KEY: ClassVar[str] = "for_one"
