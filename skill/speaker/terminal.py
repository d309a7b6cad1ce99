"""The speaker in a terminal: `holding-hands talk`."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from queue import Empty
from select import select
from threading import Thread
from typing import TextIO

from skill import bootstrap
from skill.settings import Settings
from skill.speaker.answer import Answer, Speech
from skill.speaker.application import build_app
from skill.speaker.clock import now
from skill.speaker.door import device_folder, place
from skill.speaker.envelope import PEOPLE
from skill.speaker.guard import Guard
from skill.speaker.pages import Page
from skill.speaker.question import locale_of
from skill.speaker.server import server_for
from skill.speaker.speaker import Speaker
from skill.speaker.ssml import Part, Pause, Play, Say, plain, seconds
from skill.speaker.standing import Alone, address, bound
from skill.speaker.words import examples, say


def talk(settings: Settings) -> None:
    """Talks until the input ends.

    Raises:
        SettingsError: when no address of this machine can be had for the device services.
    """
    logging.getLogger().addHandler(logging.NullHandler())
    taken = bound("127.0.0.1", 0)
    port: int = taken.getsockname()[1]
    alone = Alone(device_folder(settings))
    speaker = Speaker.build(bootstrap.build(settings), place(settings, address("127.0.0.1", port)), now)
    server = server_for(build_app(speaker, Guard("127.0.0.1", port)), taken)
    Thread(target=server.run, daemon=True).start()
    speaker.start(rings=alone.first)
    Terminal(speaker, sys.stdin, sys.stdout, locale_of(os.environ.get("LANG", ""))).run()
    speaker.end()
    alone.let_go()


@dataclass
class Terminal:
    """Reads lines, shows what is spoken and where it rests."""

    speaker: Speaker
    lines: TextIO
    screen: TextIO
    locale: str = "en-US"
    last: Answer = Answer("")  # noqa: RUF009 - frozen
    reminded: bool = False
    """Whether the reprompt was said since the last answer."""

    def run(self) -> None:
        """Talks until there are no more lines, or Ctrl-C."""
        self._show("\n".join([say("talk.hello"), *(f"  {words}" for words in examples()), say("talk.leave")]))
        page = self.speaker.welcome()
        Thread(target=self._ring, args=(page,), daemon=True).start()
        with contextlib.suppress(KeyboardInterrupt):
            for line in self._read():
                self.hear(line)
        self._show("\n" + say("talk.goodbye"))

    def hear(self, line: str) -> None:
        """One line: a sentence, or silence."""
        who, words = _who(line.strip())
        if not words and self.last.listening and self.last.reprompt.parts and not self.reminded:
            self.reminded = True
            self._speak(self.last.reprompt)
            return
        self.reminded = False
        self.last = self.speaker.echo.say(words, who, self.last.session, self.locale)
        self._speak(self.last.speech)
        if self.last.permission:
            self._show(f"[{self.last.permission}]")

    def _read(self) -> Iterator[str]:
        while True:
            self.screen.write(say("talk.listening" if self.last.listening else "talk.quiet"))
            self.screen.flush()
            line = self.lines.readline()
            if not line:
                return
            yield line

    def _speak(self, speech: Speech) -> None:
        if not speech.parts:
            self._show(say("talk.silence"))
        for spoken, together in groupby(speech.parts, lambda part: isinstance(part, Say)):
            parts = list(together)
            self._show(_line(parts))
            if not spoken and self._interrupted(seconds(parts)):
                break

    def _interrupted(self, rest: float) -> bool:
        """Rests where a person sits at the terminal; whether they spoke meanwhile."""
        return self.lines.isatty() and bool(select([self.lines], [], [], rest)[0])

    def _show(self, words: str) -> None:
        self.screen.write(words + "\n")
        self.screen.flush()

    def ring_once(self, page: Page) -> None:
        """Shows a reminder when one rings within the next second."""
        with contextlib.suppress(Empty):
            news = page.waiting.get(timeout=1)
            if news.name == "ring":
                self._show("\n\a" + say("talk.ring", text=news.row["words"]))

    def _ring(self, page: Page) -> None:
        while not self.speaker.ended.is_set():
            self.ring_once(page)


def _who(line: str) -> tuple[str, str]:
    name, colon, rest = line.partition(":")
    return (name, rest.strip()) if colon and name in PEOPLE else ("", line)


def _line(together: Iterable[Part]) -> str:
    """Words that are said in one go, or a rest."""
    return plain(Say(_shown(part)) for part in together)


def _shown(part: Part) -> str:
    match part:
        case Pause(milliseconds):
            return say("talk.rest", seconds=f"{milliseconds / 1000:g}")
        case Play():
            return ""
        case Say(whisper=True):
            return say("talk.whisper")
        case Say(words):
            return words
