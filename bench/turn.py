"""A warm turn in this process, memory store, beside a plain ask-sdk-core hello world.

Both get the same requests as AWS Lambda would hand them over (a dict in, a dict out), by turns, and ours does
what it does for a household: it opens it, chooses, counts, and puts the words together.

    python -m bench.turn
"""

import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import hello
from skill.bootstrap import build
from skill.settings import Settings

ROUNDS = 60
CALLS = 25
AIM = 0.6
REQUESTS = Path(__file__).parent.parent / "tests" / "requests"
NAMES = ("launch", "launch_with_screen", "intent_check_in_one_shot", "intent_built_in_without_slots")

Respond = Callable[[dict[str, Any]], dict[str, Any]]


def main() -> None:
    """Prints the median of a turn for each request, and the ratio over all."""
    ours: Respond = build(Settings(data=None)).respond
    theirs: Respond = hello.lambda_handler
    medians = [(name, *_medians(ours, theirs, request(name))) for name in NAMES]
    print(f"warm turn, p50 of {ROUNDS * CALLS} calls each, by turns")
    for name, mine, neighbour in medians:
        print(f"  {name:32} {mine:7.1f} us   hello world {neighbour:7.1f} us   {mine / neighbour:.2f}x")
    ratio = statistics.median(mine / neighbour for _, mine, neighbour in medians)
    print(f"  median of the ratios: {ratio:.2f}x (aim <= {AIM}x)")


def _medians(ours: Respond, theirs: Respond, text: str) -> tuple[float, float]:
    taken: tuple[list[float], list[float]] = ([], [])
    for respond in (ours, theirs):
        _times(respond, text)
    for _ in range(ROUNDS):
        for respond, times in zip((ours, theirs), taken, strict=True):
            times.extend(_times(respond, text))
    return statistics.median(taken[0]), statistics.median(taken[1])


def _times(respond: Respond, text: str) -> list[float]:
    """Microseconds of each call, every one with a request of its own."""
    times = []
    for envelope in [json.loads(text) for _ in range(CALLS)]:
        began = time.perf_counter()
        respond(envelope)
        times.append((time.perf_counter() - began) * 1e6)
    return times


def request(name: str) -> str:
    """A recorded request; without the address of its device's services, which nobody answers here."""
    envelope = json.loads((REQUESTS / f"{name}.json").read_text())
    del envelope["context"]["System"]["apiEndpoint"]
    return json.dumps(envelope)


if __name__ == "__main__":
    main()
