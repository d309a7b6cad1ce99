"""How much memory the local speaker holds after a thousand turns."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

TURNS = 1000
AIM = 70
SENTENCES = (
    "open holding hands",
    "today's check-in",
    "help",
    "tell each other",
    "ask holding hands to start a two minute exercise",
    "stop",
    "book alone time on saturday at ten for an hour",
    "sam",
    "no",
    "when is my next alone time",
    "the wheels on the bus",
)


def main() -> None:
    """Prints the resident memory of the speaker before and after."""
    port = _free_port()
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"HOLDING_HANDS_DATA": folder, "HOLDING_HANDS_PORT": str(port)}
        command = [sys.executable, "-c", "from skill.commands import main; main(['speaker'])"]
        speaker = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        try:
            _wait_for(port)
            before = _resident(speaker.pid)
            _talk(port)
            after = _resident(speaker.pid)
        finally:
            speaker.terminate()
            speaker.wait()
    print(f"speaker, resident: {before:.1f} MB at start, {after:.1f} MB after {TURNS} turns (aim <= {AIM})")


def _talk(port: int) -> None:
    session: str | None = None
    for turn in range(TURNS):
        answer = _say(port, SENTENCES[turn % len(SENTENCES)], session)
        session = str(answer["session"]) if answer["listening"] else None


def _say(port: int, text: str, session: str | None) -> dict[str, object]:
    body = json.dumps({"text": text} | ({"session": session} if session else {})).encode()
    sent = Request(f"http://127.0.0.1:{port}/say", body, {"Content-Type": "application/json"})
    with urlopen(sent, timeout=20) as answer:
        answered: dict[str, object] = json.load(answer)
        return answered


def _wait_for(port: int) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            with urlopen(f"http://127.0.0.1:{port}/", timeout=2):
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise SystemExit("The speaker did not start.")


def _resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
