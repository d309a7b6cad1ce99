"""Leaving early: one wording, whatever the reason."""

from __future__ import annotations

from skill.domain.line import Line

EARLY_CLOSE = Line("ending.early")
"""Nobody beside the speaker can tell one early end from another."""
