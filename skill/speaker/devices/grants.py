"""What the household lets the skill do on this device."""

from __future__ import annotations

from collections.abc import Callable

from skill.speaker.devices.shelf import Shelf

REMINDERS = "alexa::alerts:reminders:skill:readwrite"


class Grants:
    """Permission by scope: GRANTED, DENIED, or nothing said yet."""

    def __init__(self, shelf: Shelf, changed: Callable[[Grants], object] = lambda _: None) -> None:
        """Takes where they are kept, and who is told when one was answered."""
        self._shelf = shelf
        self._changed = changed

    def all(self) -> dict[str, str]:
        """Every scope that was answered, and how."""
        return dict(self._shelf.read().get("grants", {}))

    def granted(self, scope: str) -> bool:
        """Whether the household said yes."""
        return self.all().get(scope) == "GRANTED"

    def set(self, scope: str, *, granted: bool) -> None:
        """Keeps an answer."""
        with self._shelf.change() as kept:
            kept.setdefault("grants", {})[scope] = "GRANTED" if granted else "DENIED"
        self._changed(self)
