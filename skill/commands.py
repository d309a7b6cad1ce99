"""The command `holding-hands`: one word opens one door."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event

from skill import settings
from skill.settings import SPEAKER_PORT, WEB_PORT, Settings, SettingsError

Command = Callable[[argparse.Namespace], None]
NOBODY_READS_ON = 128 + 13
"""As a shell tells of a program that wrote into a closed pipe: SIGPIPE is signal 13."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Returns:
        0 when it went well, 2 when something in the settings is wrong, 141 when nobody reads on.
    """
    asked = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    try:
        COMMANDS[asked.command](asked)
        sys.stdout.flush()
    except SettingsError as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    except BrokenPipeError:
        _write_nowhere()
        return NOBODY_READS_ON
    except KeyboardInterrupt:
        return 0
    return 0


def speaker(_asked: argparse.Namespace) -> None:
    """Starts the local speaker."""
    from skill.speaker.door import serve

    serve(_opening(SPEAKER_PORT))


def talk(_asked: argparse.Namespace) -> None:
    """Talks in this terminal."""
    from skill.speaker.terminal import talk as open_terminal

    open_terminal(_opening(SPEAKER_PORT))


def alexa(asked: argparse.Namespace) -> None:
    """Answers Alexa over HTTP, behind whatever ends TLS."""
    from skill.bootstrap import build
    from skill.nightly import keep_night
    from skill.web.door import serve

    read = _opening(WEB_PORT)
    skill = build(read)
    ended = Event()
    keep_night(skill.night, ended)
    try:
        serve(read, skill.edge.custom_skill, insecure=asked.insecure)
    finally:
        ended.set()


def models(_asked: argparse.Namespace) -> None:
    """Composes interaction_model/ from what can be said."""
    from skill.interaction_model.models import compose

    for written in compose(Path(__file__).parent.parent / "interaction_model"):
        sys.stdout.write(f"{written.name}\n")


def forget(asked: argparse.Namespace) -> None:
    """Forgets every household kept here."""
    from skill.forgetting import forget_all

    forgotten = forget_all(_settings(SPEAKER_PORT, at_home=True), sure=asked.yes)
    sys.stdout.write("Nothing was removed.\n" if forgotten is None else "Everything kept here is gone.\n")


def export(asked: argparse.Namespace) -> None:
    """Prints what is kept, for a person to read."""
    from skill.exporting.export import export_all

    read = _settings(SPEAKER_PORT, at_home=True)
    sys.stdout.write(export_all(read, datetime.now(UTC), speaker=asked.speaker, raw=asked.json))


def check_support(_asked: argparse.Namespace) -> None:
    """Says which numbers of support want verifying again; a warning, no failure."""
    for line in old_numbers(datetime.now(UTC).date()):
        sys.stdout.write(f"{line}\n")


def old_numbers(today: date) -> Iterator[str]:
    """One line for each number that is spoken and was verified too long ago."""
    from skill.domain.help_rows import grown_old
    from skill.library import Library

    library = Library.english()
    for country in sorted(library.countries):
        for row in grown_old(library.help_rows(country), today):
            when = f"was verified on {row.verified_on}; check it again"
            yield f"support/{country}.json: {row.number} {when}"


def sentences(_asked: argparse.Namespace) -> None:
    """Lists everything that can be said, and where."""
    from skill.library import Library
    from skill.sentences import listed

    for line in listed(Library.english()):
        sys.stdout.write(f"{line}\n")


COMMANDS: dict[str, Command] = {
    "speaker": speaker,
    "talk": talk,
    "alexa": alexa,
    "models": models,
    "forget": forget,
    "export": export,
    "sentences": sentences,
    "check-support": check_support,
}


def _write_nowhere() -> None:
    """Lets what is still to be written go nowhere, so that leaving does not try once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def _opening(port: int) -> Settings:
    """The settings of a door that opens; warns where nothing can be kept, because it speaks all the same."""
    from skill.stores.trial import can_keep

    read = _settings(port, at_home=True)
    if read.data and not can_keep(read.data):
        sys.stderr.write(
            f"Nothing can be kept in {read.data}: "
            "make it writable, or name another folder with HOLDING_HANDS_DATA.\n"
        )
    return read


def _settings(port: int, *, at_home: bool) -> Settings:
    data = settings.data_home(os.environ) if at_home else None
    return settings.read(os.environ, port=port, data=data)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="holding-hands", description="Check-ins, two-minute exercises and alone time, by voice."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        added = commands.add_parser(name, help=command.__doc__)
        if name == "alexa":
            added.add_argument("--insecure", action="store_true", help="check no signature: for trials only")
        if name == "forget":
            added.add_argument("--yes", action="store_true", help="do not ask again")
        if name == "export":
            added.add_argument("--json", action="store_true", help="every field, for a program to read")
            added.add_argument(
                "--speaker",
                default="",
                metavar="NAME",
                help="also this one's own answers that still wait: a first name, or first or second",
            )
    return parser
