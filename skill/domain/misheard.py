"""How often something is asked again: nobody is kept at a question."""

from __future__ import annotations

ENOUGH = 3
"""What is not understood so often running is not asked for any more."""
