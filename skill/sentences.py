"""Every sentence the product can say, and where: one a line, for whoever wants to judge all of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import get_args

from msgspec import Struct

from skill.domain.progress import State
from skill.library import LOCALES, Library

CODE = Path(__file__).parent
CONTENT = re.compile(r"(?:exercise\.[A-Z]\w*|question|small_moment|fact|frame\.\w+|alone_menu)\.")
"""Phrases of the content: each is said with the exercise, question or moment that it belongs to."""
KEY = re.compile(r"[a-z_]+(?:\.[a-z_\d]*)+|\.?[a-z_]+")
PART = re.compile(r"[a-z_]{3,}\\?\.|\.[a-z_]{3,}")
"""What a key put together from parts has to hold, so that it leads to some and not to all."""
ENDING = re.compile(r"\{\}_[a-z]+")
CLOCK = "time."
"""Dates, times and lengths: said as values inside other sentences."""


class Sentence(Struct, frozen=True):
    """One wording of one phrase."""

    key: str
    context: str
    """What it is and when it is said."""
    words: Mapping[str, str]
    """By locale."""
    reached: bool
    """Whether some line of the code, or the content, leads to it."""


class Code(Struct, dict=True):
    """The phrases that the code names, read from its own files."""

    folder: Path = CODE

    @cached_property
    def names(self) -> frozenset[str]:
        """Everything in it that may be a key, or the end of one."""
        return frozenset(text for text in self._texts if "{" not in text)

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """The keys that are put together from parts: what is put in may be anything."""
        put_together = (text for text in self._texts if "{}" in text and PART.search(text))
        return tuple(re.compile(text.replace("{}", ".+")) for text in put_together)

    @cached_property
    def endings(self) -> frozenset[str]:
        """What is put at the end of other keys."""
        return frozenset(text.removeprefix("{}") for text in self._texts if ENDING.fullmatch(text))

    def leads_to(self, key: str, states: Iterable[str]) -> bool:
        """Whether a phrase can be reached from the code."""
        subject, _, form = key.partition(".")
        of_state = subject in states and (
            form in self.names or any(form.startswith(f"{n}_") for n in self.names)
        )
        if key in self.names or of_state or any(pattern.fullmatch(key) for pattern in self.patterns):
            return True
        longer = next((end for end in self.endings if key.endswith(end)), None)
        return longer is not None and self.leads_to(key.removesuffix(longer), states)

    @cached_property
    def _texts(self) -> frozenset[str]:
        found = (_texts(ast.parse(file.read_text("utf-8"))) for file in self.folder.rglob("*.py"))
        return frozenset(text for texts in found for text in texts)


def sentences(library: Library) -> Iterator[Sentence]:
    """All of them, in the order of their files."""
    code = Code()
    states = {state.KEY: state.__name__ for state in get_args(State)}
    for key in library.keys:
        reached = bool(CONTENT.match(key)) or key.startswith(CLOCK) or code.leads_to(key, states)
        for variant in range(library.variants(key)):
            words = {locale: library.phrase(locale, key, variant) for locale in LOCALES}
            yield Sentence(key, _context(key, states, library), words, reached)


def listed(library: Library) -> Iterator[str]:
    """Each as a line of text: key, context, words, and how a locale's differ."""
    for sentence in sentences(library):
        words, *others = sentence.words.items()
        differences = [f"[{locale}: {said}]" for locale, said in others if said != words[1]]
        unreached = [] if sentence.reached else ["(not reached)"]
        yield "\t".join((sentence.key, sentence.context, " ".join((words[1], *differences, *unreached))))


def _context(key: str, states: Mapping[str, str], library: Library) -> str:
    subject, _, form = key.partition(".")
    if subject == "exercise" and form.split(".")[0] in {exercise.id for exercise in library.exercises}:
        return "in an exercise: {} {}".format(*form.split(".", 1))
    if CONTENT.match(key):
        return f"content: {subject} {form}"
    if subject in states:
        return f"in the state {states[subject]}: {form.replace('_', ' ')}"
    if key.startswith(CLOCK):
        return "inside another sentence"
    return f"about {subject.replace('_', ' ')}: {form.replace('_', ' ')}"


def _texts(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            parts = (re.escape(str(p.value)) if isinstance(p, ast.Constant) else "{}" for p in node.values)
            yield "".join(parts)
