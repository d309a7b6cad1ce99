"""Numbers of support as they stand in a country's file: when they were verified, and which may be spoken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from skill.domain.support import ALWAYS, HelpKind, HelpLine, HelpList, Support

GROWS_OLD = timedelta(days=90)


class HelpRow(Struct, frozen=True, forbid_unknown_fields=True):
    """A line as it stands in its country's file; without a date it waits for somebody to verify it."""

    kind: HelpKind
    name: str
    number: str
    channels: tuple[Literal["call", "text"], ...]
    verified_on: date | None
    hours: str = ""
    source: str = ""
    word: str = ""
    region: str = ""
    some: str = ""
    """Whom it is for, where that is not everybody: it is no line of the list that everybody hears."""

    def __post_init__(self) -> None:
        """Refuses a verified row that does not say by what, and when somebody answers."""
        if self.verified_on and not (self.hours and self.source):
            raise ValueError("a verified row has `hours` and a `source`")

    def old(self, today: date) -> bool:
        """Whether it was verified so long ago that it wants verifying again."""
        return self.verified_on is not None and today - self.verified_on > GROWS_OLD

    def line(self) -> HelpLine:
        """The same as it is spoken."""
        channel = "text_word" if self.word else "_or_".join(self.channels)
        return HelpLine(self.name, self.number, channel, self.hours, self.word, self.region)


def list_of(country: str, rows: Sequence[HelpRow]) -> HelpList:
    """What may be spoken for a country: the first verified row of a kind, and at home one a region."""
    verified = [row for row in rows if row.verified_on and not row.some]
    first = {row.kind: row for row in reversed(verified)}
    emergency = first.get(HelpKind.EMERGENCY)
    number = emergency.number if emergency else None
    perinatal = _line(first.get(HelpKind.PERINATAL))
    at_night = perinatal if perinatal and perinatal.hours == ALWAYS else None
    return HelpList(
        Support(country, number, _line(first.get(HelpKind.CRISIS)), at_night),
        perinatal,
        tuple(_a_region_each(row for row in verified if row.kind is HelpKind.HOME)),
    )


def grown_old(rows: Iterable[HelpRow], today: date) -> Iterator[HelpRow]:
    """The rows that are spoken and want verifying again: nobody has done so for ninety days."""
    return (row for row in rows if row.old(today))


def _line(row: HelpRow | None) -> HelpLine | None:
    return row.line() if row else None


def _a_region_each(rows: Iterable[HelpRow]) -> Iterator[HelpLine]:
    regions: set[str] = set()
    for row in rows:
        if row.region not in regions and "" not in regions:
            yield row.line()
        regions.add(row.region)
