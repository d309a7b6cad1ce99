"""A durable turn beside a bare durable write of the same bytes, and whether it stays flat.

A turn visits a household, keeps it changed and records an entry. The bare write is what durability costs:
write, fsync, rename, fsync of the folder. Rounds are interleaved: a busy disk is busy for all of them.

    python -m bench.store [--households 100000] [--entries 36500] [--rounds 400] [--folder DIR]
"""

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from skill.domain.check_in.check_ins import Asked, CheckIns, Outcome
from skill.domain.history import Entry
from skill.domain.household import Household, Zone
from skill.domain.partner import Person
from skill.stores.tinydb import TinyDBStore, file_name

DAY = date(2026, 1, 1)
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
SHORT_HISTORY = 30
DURABLE_AIM = 3.0
FLAT_AIM = 1.3


def main() -> None:
    """Prints medians and ratios."""
    asked = _arguments()
    with tempfile.TemporaryDirectory(dir=asked.folder) as name:
        folder = Path(name)
        print(f"kept in {_kind_of_disk(folder)}")
        turns = {
            "one household": _among(folder / "one", 1),
            f"{asked.households:,} households": _among(folder / "many", asked.households),
            f"{SHORT_HISTORY} entries": _with_history(folder / "young", SHORT_HISTORY),
            f"{asked.entries:,} entries": _with_history(folder / "old", asked.entries),
        }
        size = max(path.stat().st_size for path in (folder / "one").rglob("household.json"))
        os.sync()
        times = _measured({"bare write": _bare(folder / "bare", size), **turns}, asked.rounds)
    _tell(times, size)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--households", type=int, default=100_000)
    parser.add_argument("--entries", type=int, default=36_500)
    parser.add_argument("--rounds", type=int, default=400)
    parser.add_argument("--folder", type=Path, help="a folder on a real disk")
    return parser.parse_args()


def _measured(turns: dict[str, Callable[[], None]], rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each, by turns in an order that changes from round to round."""
    times: dict[str, list[float]] = {name: [] for name in turns}
    for _ in range(rounds):
        for name in random.sample(list(turns), len(turns)):
            start = time.perf_counter()
            turns[name]()
            times[name].append((time.perf_counter() - start) * 1000)
    return times


def _tell(times: dict[str, list[float]], size: int) -> None:
    medians = {name: statistics.median(each) for name, each in times.items()}
    print(f"medians of {len(times['bare write'])} interleaved rounds, documents of {size:,} bytes")
    for name, each in times.items():
        print(f"  {name:20} {medians[name]:7.3f} ms   mean {statistics.fmean(each):7.3f} ms")
    bare, one, many, young, old = times
    _ratio("a durable turn", one, bare, medians, DURABLE_AIM)
    _ratio("other households", many, one, medians, FLAT_AIM)
    _ratio("its own history", old, young, medians, FLAT_AIM)


def _ratio(what: str, above: str, below: str, medians: dict[str, float], aim: float) -> None:
    print(f"  {what}: {above} / {below}: {medians[above] / medians[below]:.2f}x (aim <= {aim}x)")


def _bare(folder: Path, size: int) -> Callable[[], None]:
    folder.mkdir()
    data = b"x" * size

    def write() -> None:
        handle = os.open(folder / "new", os.O_WRONLY | os.O_CREAT, 0o600)
        os.write(handle, data)
        os.fsync(handle)
        os.close(handle)
        (folder / "new").rename(folder / "whole")
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)

    return write


def _among(folder: Path, count: int) -> Callable[[], None]:
    """Turns of households drawn from so many; all but the first are written without waiting for the disk."""
    store = TinyDBStore(folder)
    with store.visit("0") as home:
        home.keep(_family("0"))
    first = next(folder.rglob("household.json"))
    pattern = first.read_text()
    for number in range(1, count):
        name = file_name(str(number))
        place = folder / "households" / name[:2] / name
        place.mkdir(parents=True, mode=0o700)
        text = pattern.replace('"id":"0"', f'"id":"{number}"')
        (place / "household.json").write_text(text)
        (place / "household.json.copy").write_text(text)
        (place / "lock").touch()
    return lambda: _turn(store, str(random.randrange(count)))


def _with_history(folder: Path, count: int) -> Callable[[], None]:
    """Turns of one household that has done so much in ten years."""
    store = TinyDBStore(folder)
    with store.visit("0") as home:
        home.keep(_family("0"))
    for start in range(0, count, SHORT_HISTORY):
        with store.visit("0") as home:
            for number in range(start, min(start + SHORT_HISTORY, count)):
                home.record(_entry(number * 3650 // count))
    with store.visit("0") as home:
        assert len(home.entries(date.min, date.max)) == count
    return lambda: _turn(store, "0")


def _turn(store: TinyDBStore, household: str) -> None:
    with store.visit(household) as home:
        welcomed = (home.household.welcomed or DAY) + timedelta(1)
        home.keep(replace(home.household, welcomed=welcomed))
        home.record(_entry(3650))


def _entry(day: int) -> Entry:
    return Entry(DAY + timedelta(day), NOON + timedelta(day), "exercise", "P02")


def _family(name: str) -> Household:
    asked = tuple(Asked(DAY + timedelta(n), f"noticing_{n}", Outcome.TAKEN_UP) for n in range(60))
    return Household(
        name,
        DAY,
        first=Person("Sam"),
        second=Person("Alex"),
        zone=Zone("Europe/London", NOON),
        clock="Europe/London",
        check_ins=CheckIns(asked, depth=3),
    )


def _kind_of_disk(folder: Path) -> str:
    """What the folder lies on, and whether the figures are void there."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return "a file system of unknown kind"
    places = [line.split()[1:3] for line in mounts.read_text().splitlines()]
    inside = [(len(place), kind) for place, kind in places if folder.resolve().is_relative_to(place)]
    kind = max(inside)[1]
    void = (
        ": THESE FIGURES ARE VOID, memory needs no fsync; see --folder" if kind in ("tmpfs", "ramfs") else ""
    )
    return kind + void


if __name__ == "__main__":
    main()
